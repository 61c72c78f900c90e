"""The look of the window: one style sheet for a dark and a light theme."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QGuiApplication, QPalette
from PyQt6.QtWidgets import QApplication, QWidget

from posecam.gui.shared.theme import DARK, LIGHT, Theme
from posecam.resources import resource

_SHEET = Template(
    """
QWidget { color: $text; }
QMainWindow, QDialog { background: $ground; }
#topBar, #panel, #statusLine { background: $panel; }
#topBar { border-bottom: 1px solid $line; }
#statusLine { border-top: 1px solid $line; }
#healthDetails { background: $panel; border: 1px solid $line; border-radius: 8px; }
#statusLine QPushButton#small { color: $muted; }
#statusLine QLabel { color: $muted; }
#statusLine QLabel[alarm="true"] { color: $record; }
#note, QLabel[role="muted"] { color: $muted; }
QLabel[alarm="true"] { color: $record; }
#card {
    background: #e6181d24; border: 1px solid #3c434d; border-radius: 10px;
}
#card QLabel { color: #b9c1cc; }
#card QLabel[role="headline"] { color: #f0f3f7; font-size: 15px; font-weight: 700; }
#card QPushButton { background: #2a323c; border-color: #3c4652; color: #f0f3f7; }
#card QPushButton:hover { border-color: #929cab; }
#card QLabel[distant="true"], #card QPushButton[distant="true"] { font-size: 28px; }
#card QLabel[role="headline"][distant="true"] { font-size: 40px; }
#notice QLabel[distant="true"], #notice QPushButton[distant="true"] { font-size: 28px; }
#stageBar { background: #d9181d24; border: 1px solid #3c434d; border-radius: 10px; }
#viewBar { background: $stage; border: 1px solid $line; border-radius: 5px; }
#viewBar QPushButton { background: transparent; border-color: transparent; padding: 4px 6px; }
#viewBar QPushButton[bare="true"] { padding: 4px 3px; }
#viewBar QPushButton:hover { background: $raised; }
#viewBar QPushButton:checked { background: $chosen; border-color: $accent; }
#viewBar QPushButton:focus { border: 2px solid $accent; padding: 3px 5px; }
#viewBar QPushButton[bare="true"]:focus { padding: 3px 2px; }
#noOpenGL { color: $muted; padding: 24px; }
#brand { font-weight: 700; padding: 0 6px; }
QSplitter::handle { background: $line; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }

QPushButton, QComboBox {
    background: $raised; border: 1px solid $line; border-radius: 6px; padding: 5px 12px;
}
QPushButton:hover, QComboBox:hover { border-color: $muted; }
QPushButton:pressed { background: $line; }
QPushButton:checked { background: $chosen; border-color: $accent; }
QPushButton:disabled { color: $muted; background: transparent; }
QPushButton#record {
    font-weight: 600; background: $record; border-color: $record; color: #ffffff; padding: 5px 16px;
}
QPushButton#record:hover { border-color: $text; }
QPushButton#record:disabled { background: $raised; border-color: $line; color: $muted; }
QPushButton#record:checked { background: $record; border-color: $record; color: #ffffff; }
QPushButton#record[lost="true"]:checked { background: #8a5a00; border-color: #ffb800; }
QPushButton[tight="true"] { padding: 5px 8px; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: $raised; }

QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line; selection-background-color: $accent;
    selection-color: #ffffff; outline: none; padding: 4px;
}
QLineEdit, QAbstractSpinBox {
    background: $raised; border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $accent;
}
QComboBox QAbstractItemView::item:disabled { color: $muted; }
QSlider { min-height: 22px; border: 2px solid transparent; border-radius: 6px; padding: 0 2px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $text;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 7px 12px; margin-right: 4px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QCheckBox { spacing: 9px; border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTableWidget { background: $panel; border: 2px solid transparent; }
QListWidget, QTextBrowser {
    background: $panel; border: 2px solid transparent; border-radius: 6px;
}
QHeaderView::section { background: $panel; color: $muted; border: none; padding: 4px 4px; }
QTableWidget::indicator, QCheckBox::indicator {
    width: 13px; height: 13px; border: 1px solid $muted; border-radius: 3px; background: $ground;
}
QTableWidget::indicator:checked, QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check");
}
QTableWidget::indicator:disabled, QCheckBox::indicator:disabled { border-color: $line; }
#library { background: $panel; border: 2px solid transparent; border-radius: 0; }
QPlainTextEdit {
    background: $raised; border: 1px solid $line; border-radius: 6px; padding: 3px 5px;
}
#key {
    background: $raised; border: 1px solid $line; border-bottom-width: 2px; border-radius: 5px;
    padding: 2px 8px; font-weight: 600;
}
QPushButton#chip { padding: 2px 9px; border-radius: 10px; color: $muted; text-align: left; }
QPushButton#chip:hover { color: $text; }
QPushButton#chip[origin="measured"] { border-color: #2fa85a; }
QPushButton#chip[origin="set"] { border-color: $accent; }
QPushButton#chip[origin="assumed"], QPushButton#chip[origin="estimated"] { border-color: #b98200; }
QPushButton#chip:focus { border: 2px solid $accent; padding: 1px 8px; }
QPushButton#small { padding: 0 4px; border-radius: 4px; }
QPushButton::menu-indicator { image: none; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: #ffffff; }
#notice { background: $raised; border-top: 1px solid $line; }
#notice[alarm="true"] { border-top: 2px solid $record; }
#notice[floating="true"] { border: 1px solid $line; border-radius: 10px; }
#notice[floating="true"][alarm="true"] { border: 2px solid $record; }

QPushButton:focus, QPushButton[flat="true"]:focus, QPushButton#record:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 4px 11px;
}
QPushButton[tight="true"]:focus { padding: 4px 7px; }
QPushButton#small:focus { padding: 0 3px; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:focus {
    border: 2px solid $record; padding: 4px 7px;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px 4px; }
QCheckBox:focus, QSlider:focus, QTableWidget:focus, QListWidget:focus, #library:focus,
QTextBrowser:focus, QTabBar::tab:focus { border: 2px solid $accent; }
QTabBar::tab:focus { border-radius: 5px; padding: 5px 10px; }
"""
)


_BY_NAME = {"dark": DARK, "light": LIGHT}
_CHOSEN = {"theme": "system"}


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and dress the widget anew where it changes."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style = widget.style()
        if style is not None:
            style.polish(widget)


def choose(theme: str) -> None:
    """Take "dark" or "light" from now on; anything else is what the system asks for."""
    _CHOSEN["theme"] = theme


def current_theme() -> Theme:
    """What was chosen; else light where the system asks for light, dark otherwise."""
    if _CHOSEN["theme"] in _BY_NAME:
        return _BY_NAME[_CHOSEN["theme"]]
    hints = QGuiApplication.styleHints()
    light = hints is not None and hints.colorScheme() == Qt.ColorScheme.Light
    return LIGHT if light else DARK


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application."""
    app.setStyle("Fusion")
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.ground),
        (roles.WindowText, theme.text),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.raised),
        (roles.Text, theme.text),
        (roles.Button, theme.raised),
        (roles.ButtonText, theme.text),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, "#ffffff"),
        (roles.Link, theme.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    app.setPalette(palette)
    images = {name: resource(f"{name}.svg").as_posix() for name in ("check", "arrow")}
    app.setStyleSheet(_SHEET.substitute(asdict(theme), **images))
