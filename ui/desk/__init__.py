"""The charter desk: the charter as pages, what is still to settle, and how it leaves the house."""
