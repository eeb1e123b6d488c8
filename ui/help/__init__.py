"""Help: every key, the method of each activity, and the first tour."""
