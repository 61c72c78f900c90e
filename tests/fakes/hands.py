"""A person's mouse and keyboard. PyQt's stubs take QTest's functions for methods, hence Any."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QWidget

_TEST: Any = QTest


def click(widget: QWidget) -> None:
    """Press and release the left button in the middle."""
    _TEST.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget) -> None:
    """Press the left button and hold it."""
    _TEST.mousePress(widget, Qt.MouseButton.LeftButton)


def key(widget: QWidget, which: Qt.Key) -> None:
    """Press and release a key."""
    _TEST.keyClick(widget, which)


def click_at(widget: QWidget, place: QPoint) -> None:
    """Press and release the left button at a place of the widget."""
    _TEST.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
