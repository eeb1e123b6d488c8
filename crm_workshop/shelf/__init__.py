"""The library as a shelf: where each workshop stands, what it lacks, and its one next step."""
