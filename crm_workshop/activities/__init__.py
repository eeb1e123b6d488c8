"""What a room can do: one module a method, each operation one named step that can be undone."""
