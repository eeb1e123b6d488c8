"""Files that are whole or not there: written beside, synced, renamed."""

import os
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

from crm_workshop.errors import DiskError

#: A name has no more bytes than this: with an ending it fits on every system.
_LONGEST: Final = 180
#: What Windows says of a file that another program holds open.
_HELD: Final = (5, 32, 33)


def file_stem(*parts: str) -> str:
    """Return a file name without an ending that every system takes, in any alphabet.

    Its parts stand one after another, as far as they have letters or figures: the first, whose
    name it is, is “CRM” where it has none, and is cut where the whole is too long.
    """
    first, *rest = (_safe(part) for part in parts)
    end = "".join(f" {part}" for part in rest if part)
    room = max(0, _LONGEST - len(end.encode()))
    return f"{(first or 'CRM').encode()[:room].decode(errors='ignore').rstrip()}{end}"


def _safe(text: str) -> str:
    kept = (
        one if unicodedata.category(one)[0] in "LMN" or one in "-&.'’" else " "
        for one in unicodedata.normalize("NFC", text)
    )
    return " ".join("".join(kept).split()).strip(".")


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what was there only once everything is on disk.

    The folder has to be there: a mistyped one is an error, not a new folder. Raises `DiskError`
    if it cannot be done; the former file is then as it was.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            sync(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        if getattr(error, "winerror", None) in _HELD and path.exists():
            raise DiskError(
                f"{path.name} is open in another program, so it was not replaced and is as it was. "
                "Close it there, or choose another name."
            ) from error
        raise DiskError(
            f"{path} could not be written: {error.strerror}. What was there before is unchanged; "
            "choose another folder or free some space."
        ) from error


def sync(path: Path) -> None:
    """Have the system write a file, or a folder's names, to disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps no handle on folders; a rename is durable there once it returns
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
