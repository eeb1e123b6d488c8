"""Monitors on a wide X server, set and deleted as plugging does (RandR 1.5)."""

import ctypes
from ctypes.util import find_library

Window = ctypes.c_ulong
Atom = ctypes.c_ulong


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo."""

    _fields_ = [
        ("name", Atom),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("output", ctypes.c_void_p),
    ]


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = [
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("crtc_count", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("output_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


class Monitors:
    """The monitors of an X server, of that which DISPLAY names unless another is asked for."""

    def __init__(self, display: str | None = None) -> None:
        self._x11 = ctypes.CDLL(find_library("X11"))
        self._randr = ctypes.CDLL(find_library("Xrandr"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = Window
        self._x11.XInternAtom.restype = Atom
        self._x11.XListProperties.restype = ctypes.POINTER(Atom)
        self._randr.XRRAllocateMonitor.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        self._display = ctypes.c_void_p(
            self._x11.XOpenDisplay(display.encode() if display else None)
        )
        self._root = Window(self._x11.XDefaultRootWindow(self._display))

    def plug_in(self, name: str, x: int, width: int, height: int, *, first: bool = False) -> None:
        """Add a monitor that shows a part of the wide screen.

        The first one takes the server's only output, so that no monitor spans the whole.
        """
        made = self._randr.XRRAllocateMonitor(self._display, int(first))
        found = made.contents
        if first:
            resources = self._randr.XRRGetScreenResources(self._display, self._root).contents
            outputs = ctypes.cast(found.output, ctypes.POINTER(ctypes.c_ulong))
            outputs[0] = resources.outputs[0]
            found.primary = 1
        found.name, found.x, found.y = self._atom(name), x, 0
        found.width, found.height = width, height
        found.mwidth, found.mheight = width // 4, height // 4
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x11.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """Take a monitor away."""
        self._randr.XRRDeleteMonitor(self._display, self._root, Atom(self._atom(name)))
        self._x11.XSync(self._display, 0)

    def has_manager(self) -> bool:
        """Tell whether a window manager is at work and has said what it can do."""
        count = ctypes.c_int()
        found = self._x11.XListProperties(self._display, self._root, ctypes.byref(count))
        return bool(found) and self._atom("_NET_SUPPORTED") in found[: count.value]

    def _atom(self, name: str) -> int:
        return int(self._x11.XInternAtom(self._display, name.encode(), 0))
