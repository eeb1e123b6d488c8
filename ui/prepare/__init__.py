"""Preparing a workshop: the firm, its people, the day, and the room before anybody is in it."""
