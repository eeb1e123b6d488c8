"""How the windows look."""
