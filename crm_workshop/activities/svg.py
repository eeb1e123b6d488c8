"""Drawings (SVG) as logos: what one may hold before anything draws it.

A drawing is a small program: it can load files, run scripts, and repeat itself without end. Only
one that does none of this is drawn, and what is kept of it is a picture.
"""

import re
from typing import Final
from xml.parsers import expat

from crm_workshop.activities.logo import check_size
from crm_workshop.errors import InputError

#: More elements than these, or a deeper nest of them, are no logo.
MOST_ELEMENTS: Final = 20_000
DEEPEST: Final = 100
#: So often one element may be drawn in several places.
MOST_USES: Final = 500

_ADVICE: Final = (
    "Nothing was changed; save the logo as a PNG file in another program and try again."
)
_ACTIVE: Final = frozenset({"script", "foreignobject", "iframe", "audio", "video", "handler"})
_PICTURE: Final = re.compile(r"data:image/(png|jpe?g)[;,]", re.IGNORECASE)
_LOADING: Final = re.compile(r"@import|url\(\s*['\"]?\s*(?![#'\"\s])", re.IGNORECASE)
_MARK: Final = re.compile(rb"<(?:\w+:)?svg[\s>/]", re.IGNORECASE)


def is_svg(data: bytes) -> bool:
    """Tell whether a file is meant as a drawing: it is text, and an `svg` element begins in it."""
    return b"\0" not in data[:1024] and _MARK.search(data[:65536]) is not None


def check_svg(data: bytes) -> None:
    """Raise `InputError` unless a drawing can be drawn alone: nothing loaded, nothing run.

    Refused are files over 5 MB, what is no XML, entities, scripts, links to files or addresses
    (of pictures, drawings, styles and fonts), and more than a logo has of anything.
    """
    check_size(len(data))
    try:
        _Reader().read(data)
    except expat.ExpatError as error:
        raise InputError(f"This drawing is damaged, or it is no SVG. {_ADVICE}") from error


class _Reader:
    """Goes through a drawing once, and stops at the first thing that may not be in it."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._elements = self._depth = self._uses = 0
        self._styles = False

    def read(self, data: bytes) -> None:
        parser = self._parser
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.EntityDeclHandler = self._declare
        parser.Parse(data, True)

    def _declare(self, *_: object) -> None:
        raise InputError(
            f"This drawing defines words of its own (entities), which a logo needs not. {_ADVICE}"
        )

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = _local(name)
        self._elements += 1
        self._depth += 1
        self._uses += kind == "use"
        if self._elements == 1 and kind != "svg":
            raise InputError(f"This file is no SVG drawing. {_ADVICE}")
        if self._elements > MOST_ELEMENTS or self._depth > DEEPEST or self._uses > MOST_USES:
            raise InputError(f"This drawing has more parts than a logo needs. {_ADVICE}")
        if kind in _ACTIVE:
            raise InputError(f"This drawing holds a program (“{kind}”). {_ADVICE}")
        self._styles = kind == "style"
        for attribute, value in attributes.items():
            self._check(kind, _local(attribute), value)

    def _check(self, kind: str, attribute: str, value: str) -> None:
        loads = attribute in ("href", "src") and kind != "a"
        own = value.strip().startswith("#") or not value.strip()
        if (loads and not own and not _PICTURE.match(value.strip())) or _LOADING.search(value):
            raise InputError(f"This drawing loads a part of it from elsewhere. {_ADVICE}")
        if attribute.startswith("on"):
            raise InputError(f"This drawing holds a program (“{attribute}”). {_ADVICE}")

    def _say(self, text: str) -> None:
        if self._styles and _LOADING.search(text):
            raise InputError(f"This drawing loads a part of it from elsewhere. {_ADVICE}")

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._styles = False


def _local(name: str) -> str:
    """Return a name without its namespace, in small letters."""
    return name.rpartition(" ")[2].lower()
