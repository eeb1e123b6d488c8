"""Draws an SVG as a PNG, in a process of its own: what goes wrong in it harms nothing else.

Run as a module it reads the drawing from its input and writes the picture to its output.
"""

import os
import subprocess
import sys
from typing import Final

from crm_workshop.activities.logo import MOST_HIGH, MOST_WIDE
from crm_workshop.activities.svg import check_svg
from crm_workshop.errors import InputError

#: A drawing that takes longer than this (s) is no logo.
_LONGEST: Final = 5.0

#: No display is asked for.
_ALONE: Final = {"QT_QPA_PLATFORM": "offscreen"}

#: So much memory (bytes) the drawing may take, where the system can hold a process to it.
_MEMORY: Final = 2 * 2**30

_REFUSED: Final = (
    "This drawing cannot be drawn as a logo. Nothing was changed; save the logo as a PNG file in "
    "another program and try again."
)


def png_of_svg(data: bytes) -> bytes:
    """Return a drawing as a PNG that fits the logo's size; takes up to five seconds.

    Raises `InputError` for what `check_svg` refuses, and for what cannot be drawn in that time.
    """
    check_svg(data)
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=data,
            capture_output=True,
            timeout=_LONGEST,
            check=True,
            env=os.environ
            | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise InputError(_REFUSED) from error
    return done.stdout


def main() -> int:
    """Draw; return 0, or 1 where there is nothing to be seen."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _hold_to_memory()
    app = QGuiApplication(sys.argv[:1])  # without it no words are drawn
    renderer = QSvgRenderer(QByteArray(sys.stdin.buffer.read()))
    most = QSizeF(MOST_WIDE, MOST_HIGH)
    size = renderer.viewBoxF().size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    blank = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    blank.fill(Qt.GlobalColor.transparent)
    image, out = blank.copy(), QBuffer()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if image.isNull() or image == blank:
        return 1
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, QByteArray(b"png")).write(image)
    sys.stdout.buffer.write(out.data().data())
    app.quit()
    return 0


def _hold_to_memory() -> None:
    """Let the process take no more memory than a drawing needs, where the system knows how."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    sys.exit(main())
