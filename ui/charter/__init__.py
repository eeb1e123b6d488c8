"""The charter in windows."""
