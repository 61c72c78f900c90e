"""The application's icon as files: the SVG of Linux, the ICO of Windows, the ICNS of macOS.

    python installers/icons.py FOLDER

It is the figure that the window paints, so there is one drawing of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PyQt6.QtCore import QRect, QSize
from PyQt6.QtGui import QGuiApplication, QPainter
from PyQt6.QtSvg import QSvgGenerator

from posecam.gui.shared import icons

_SIZE = 256


def write(folder: Path) -> list[Path]:
    """The files, written into a folder that is made where it is missing.

    Raises:
        OSError: one could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [_svg(folder / "posecam.svg")]
    image = icons.application().pixmap(_SIZE, _SIZE).toImage()
    for kind in ("png", "ico", "icns"):
        path = folder / f"posecam.{kind}"
        if not image.save(str(path)):
            raise OSError(f"{path} could not be written.")
        written.append(path)
    return written


def _svg(path: Path) -> Path:
    drawing = QSvgGenerator()
    drawing.setFileName(str(path))
    drawing.setSize(QSize(_SIZE, _SIZE))
    drawing.setViewBox(QRect(0, 0, _SIZE, _SIZE))
    drawing.setTitle("posecam")
    painter = QPainter(drawing)
    painter.scale(_SIZE / icons.UNITS, _SIZE / icons.UNITS)
    icons.draw_application(painter)
    painter.end()
    return path


if __name__ == "__main__":
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    for made in write(Path(sys.argv[1] if len(sys.argv) > 1 else "build/icons")):
        print(made)
