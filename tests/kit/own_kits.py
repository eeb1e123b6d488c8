"""Short texts of a firm's own kit, for the tests of this folder."""

HEAD = 'based_on = "standard"\nname = "own"\n'

_ADDED = """
[[add]]
key = "new"
stage = "open"
title = "New"
method = "{method}"
minutes = {{ short = 0, half = 5, full = 5 }}
question = "What is new?"
"""


def own(text: str = "") -> str:
    """Return a kit on top of the standard one that says `text`."""
    return HEAD + text


def change(key: str, text: str) -> str:
    """Return a kit that changes one activity."""
    return own(f'[change."{key}"]\n{text}')


def add(method: str, text: str = "") -> str:
    """Return a kit that adds one activity, `new`, of that method."""
    return own(_ADDED.format(method=method) + text)
