"""What the live windows are made of, brought in ahead: the first window does not wait for it."""

import linecache
from importlib import import_module


def bring_in() -> None:
    """Bring in the modules of the live windows, all of their panels too, while nobody waits.

    Qt's binding reads the source of every module that comes in and keeps the lines, which nobody
    needs: they are let go again.
    """
    import_module("ui.live")
    from ui.activities import PANELS

    for module, _ in PANELS.values():
        import_module(module)
    linecache.clearcache()
