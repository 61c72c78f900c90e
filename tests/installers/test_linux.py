"""The desktop entry starts what there is, and its icon is the one that the window paints."""

from __future__ import annotations

import configparser
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QColor, QImage, QPainter
from PyQt6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from posecam.cli import main
from posecam.gui.shared import icons
from tests.fakes.pixels import rgb_array

FOLDER = Path(__file__).resolve().parents[2] / "installers" / "linux"


def test_every_action_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(FOLDER / "posecam.desktop", encoding="utf-8")
    commands = [entry[section]["exec"].split() for section in entry.sections()]
    assert len(commands) == 2
    for program, command, *_ in commands:
        assert program == "posecam"
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert f"posecam {command}" in capsys.readouterr().out


def test_the_icon_is_that_of_the_window(qtbot: QtBot) -> None:
    painted = icons.application().pixmap(256, 256).toImage()
    drawn = QImage(painted.size(), QImage.Format.Format_ARGB32)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(str(FOLDER / "posecam.svg")).render(painter, QRectF(drawn.rect()))
    painter.end()
    assert np.abs(rgb_array(drawn) - rgb_array(painted)).mean() < 1.0
