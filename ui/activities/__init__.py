"""The console's panels, one for each method of activity."""
