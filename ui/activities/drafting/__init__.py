"""Wordings of a statement."""
