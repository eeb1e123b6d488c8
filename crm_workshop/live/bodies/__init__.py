"""One module a kind of body: from what the room may know to what it sees."""
