"""The shape of what is said of one empty field."""

from typing import NamedTuple


class Blank(NamedTuple):
    """One field left empty: what it is called in a list of them, what is wrong, what to ask."""

    name: str
    title: str
    sentence: str
    question: str
