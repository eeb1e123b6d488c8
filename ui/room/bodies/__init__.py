"""One module a kind of body: from what the room sees to where it stands."""
