"""Files that spreadsheets write as text (CSV, TSV): which letters their bytes are.

Nothing in them is ever computed: a cell that begins with =, + or @ is text like any other.
"""

import codecs
from typing import Final

from crm_workshop.errors import InputError

#: No list of the people of one workshop is larger than this (bytes).
LARGEST: Final = 512 * 1024

#: How a file begins that says itself how it is written.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How workbooks begin, which are no text: those of today, and those of before 2007.
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

_NOTHING: Final = "Nothing was added."


def sheet_text(data: bytes) -> str:
    """Return the text of a file, whether it is in UTF-8, UTF-16 or Windows-1252.

    Raises `InputError` for what is no such file: a workbook, a picture, or something too large.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"The file is larger than half a megabyte: that is no list of people. {_NOTHING}"
        )
    if data.startswith(_WORKBOOKS):
        raise InputError(
            "This is a workbook, which only its own program reads. Save it there as CSV, or copy "
            f"its cells and paste them here. {_NOTHING}"
        )
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        raise InputError(f"The letters of the file cannot be read. {_NOTHING}") from error
    if "\0" in text:
        raise InputError(f"The file holds no text. Save the list as CSV. {_NOTHING}")
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(name)
    # Every other byte of Western letters in UTF-16 is nought, and no text of one byte a letter has
    # any.
    if data[1::2].count(0) * 2 > len(data[1::2]):
        return data.decode("utf-16-le")
    if data[::2].count(0) * 2 > len(data[::2]):
        return data.decode("utf-16-be")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("windows-1252")
