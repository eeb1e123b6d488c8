"""What is live now: the scene, the clock, and the value that holds all the room may see."""
