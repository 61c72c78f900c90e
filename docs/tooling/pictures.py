"""The pictures of README and guide, made by the program itself from the demo clip.

    python -m docs.tooling.pictures [--first 40] [--frames 120]

The moving one shows every frame of a stretch of the demo in the window's two views, at the clip's
own 30 frames a second, however fast this machine is. Needs a screen, e.g. `xvfb-run -a`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from docs.tooling.moving import write_gif

if TYPE_CHECKING:
    from PyQt6.QtWidgets import QApplication, QWidget

    from posecam.gui.live.main_window import MainWindow

DOCS: Final = Path(__file__).resolve().parents[1]
_SIZE: Final = (1240, 720)
#: Of the moving one: less of the window stays black above and below the clip.
_FLAT: Final = (1240, 600)
_WIDTH: Final = 640
_FPS: Final = 30
#: Degrees a frame that the figure turns, there and back.
_SWING: Final = 35.0


def main() -> None:
    """Write them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=40, help="frame that the moving one begins at")
    parser.add_argument("--frames", type=int, default=120, help="so many")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        _move_in(Path(home))
        _by_command(Path(home))
        _by_window(options.first, options.frames)


def _move_in(home: Path) -> None:
    """Neither the person's settings nor their recordings are in a picture."""
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)
    os.environ.pop("XDG_DOCUMENTS_DIR", None)


def _by_command(home: Path) -> None:
    take = home / "takes" / "demo"
    for words in (
        ["process", "demo", "--out", str(take)],
        ["reprocess", str(take)],
        ["review", str(take), "--screenshot", str(DOCS / "review.png")],
    ):
        print(" ".join(words[:2]), flush=True)
        subprocess.run([sys.executable, "-m", "posecam", *words], check=True)


def _by_window(first: int, count: int) -> None:
    from posecam.gui.live.main_window import MainWindow
    from posecam.gui.shared.application import missing_screen, start_application
    from posecam.gui.shared.settings_store import SettingsStore
    from posecam.live.engine_choice import EngineChooser

    if sentence := missing_screen():
        raise SystemExit(sentence)
    app, _ = start_application()
    window = MainWindow(store=SettingsStore(), engines=EngineChooser(), smooth_edges=True)
    window.store.keep(mirror=False)
    window.bar.chooser.set_current("demo")
    window.resize(*_FLAT)
    window.show()
    images = list(_images(app, window, first, count))
    size = write_gif(DOCS / "moving.gif", images, _FPS)
    print(f"moving.gif: {len(images)} frames, {size / 1e6:.2f} MB")
    window.status_line.hide()  # it would tell of a machine that draws pictures meanwhile
    window.resize(*_SIZE)
    _save(app, window, "window.png")
    window.guide.start()
    _save(app, window, "calibrating.png")
    window.guide.stop()
    dialog = window.open_settings()
    for number, name in ((0, "settings.png"), (2, "programs.png")):
        dialog.tabs.setCurrentIndex(number)
        _save(app, dialog, name)
    dialog.close()
    window.close()


def _images(
    app: QApplication, window: MainWindow, first: int, count: int
) -> Iterator[NDArray[np.uint8]]:
    """(H, W, 3) RGB of the two views, a frame of the demo each; the last leads into the first."""
    from posecam.capture import open_source
    from posecam.commands.estimator import EngineOptions, Maker
    from posecam.estimation.options import EstimatorOptions

    estimator = Maker(EngineOptions(), EstimatorOptions())()
    source = open_source("demo")
    place = replace(window.panel.place(), turning=False)
    for number, frame in enumerate(islice(iter(source.read, None), first + count)):
        result = estimator.update(frame)
        if number < first:
            continue
        turn = np.sin(2 * np.pi * (number - first) / count) * _SWING
        window.panel.set_place(replace(place, azimuth=place.azimuth + turn))
        window.video.set_badge("", "")
        for view in (window.video, window.panel):
            view.show_result(result)
        app.processEvents()
        yield _grab(window.split)
    source.close()
    estimator.close()


def _grab(widget: QWidget) -> NDArray[np.uint8]:
    import cv2
    from PyQt6.QtGui import QImage

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    memory = image.constBits()
    assert memory is not None
    data = np.frombuffer(memory.asstring(image.sizeInBytes()), np.uint8)
    rows = data.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 3]
    pixels = rows.reshape(image.height(), image.width(), 3)
    height = round(_WIDTH * image.height() / image.width() / 2) * 2
    small = cv2.resize(pixels, (_WIDTH, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def _save(app: QApplication, widget: QWidget, name: str) -> None:
    app.processEvents()
    if not widget.grab().save(str(DOCS / name)):
        raise SystemExit(f"{name} could not be written.")
    print(name)


if __name__ == "__main__":
    main()
