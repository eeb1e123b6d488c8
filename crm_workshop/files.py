"""Files that are whole or not there: written beside, synced, renamed."""

import os
import tempfile
from pathlib import Path

from crm_workshop.errors import DiskError


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
