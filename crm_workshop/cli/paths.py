"""Files that commands read and write: bounded, told in a sentence, never over the library."""

from pathlib import Path
from typing import Final

from crm_workshop.errors import InputError

#: More than any kit, logo or exchange file may have; what is larger is not even read.
_MOST: Final = 64 * 2**20


def read_bytes(file: Path) -> bytes:
    """Return a file's content; raises `InputError` if it cannot be read or is far too large."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST + 1)
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}. Nothing was changed."
        ) from error
    if len(content) > _MOST:
        raise InputError(f"{file} is far too large for this. Nothing was changed.")
    return content


def read_text(file: Path) -> str:
    """Return a file's text; raises `InputError` if it cannot be read or is not UTF-8."""
    try:
        return read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text. Save it as UTF-8 and try again.") from error


def checked_output(output: Path, library: Path, *endings: str) -> Path:
    """Return `output` if it may be written.

    Raises `InputError` for the library itself (or its journal), and for an ending that is none of
    `endings` (any, if none is given); nothing is written then.
    """
    taken = (library, library.with_name(library.name + "-journal"))
    if any(_same(output, one) for one in taken):
        raise InputError(
            f"{output} is the library itself and was left as it is. Name another file."
        )
    if endings and output.suffix.lower() not in endings:
        allowed = " or ".join([", ".join(endings[:-1]), endings[-1]] if endings[1:] else endings)
        raise InputError(f"This is written as {allowed}, not as “{output.suffix or output.name}”.")
    return output


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file, whether or not it exists yet."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
