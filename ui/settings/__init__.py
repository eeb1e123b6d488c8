"""What the user may choose for this computer, and the copies of the library."""
