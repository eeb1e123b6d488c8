"""Cards on a wall: the parts of the cards panel."""
