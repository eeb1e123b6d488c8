"""What can go wrong that is the user's or the machine's doing, never ours.

Each message is one or two sentences a facilitator can act on: what happened, what was kept, what
to do. Anything else that escapes is a defect of the program and goes to the crash hook.
"""


class WorkshopError(Exception):
    """Base of every error that is shown to the user as it stands."""


class InputError(WorkshopError):
    """Something typed, pasted or read from a file cannot be used; nothing was changed."""


class NotFoundError(WorkshopError):
    """What was asked for is not (or no longer) in the library."""


class KitError(InputError):
    """A kit or vocabulary file is wrong: the message names file, key and what was expected."""


class LibraryError(WorkshopError):
    """The library file cannot be used as asked."""


class LockedLibraryError(LibraryError):
    """Another program holds the library file; the words on the screen are kept, try again."""


class DamagedLibraryError(LibraryError):
    """The file is not a library, or parts of it cannot be read; it is left untouched."""


class NewerLibraryError(LibraryError):
    """A newer version wrote the file; it can be read but not changed."""


class DiskError(LibraryError):
    """The disk is full, read-only or failing; the last change was not saved."""


class RuleError(WorkshopError):
    """The workshop's own rules forbid it now, e.g. the leader's dots before everybody else's."""
