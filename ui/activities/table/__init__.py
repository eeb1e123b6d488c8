"""Tables and forms over the records of a workshop."""
