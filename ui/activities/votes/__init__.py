"""Votes on a scale: who stands where, or how many."""
