"""The library file: its schema, its one write door, undo, search and backups."""
