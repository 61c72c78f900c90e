"""What is known of a recording, with its name and a note to be changed."""

from __future__ import annotations

import contextlib
from datetime import datetime

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent
from PyQt6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from posecam.gui.shared.durations import clock, date_and_time
from posecam.gui.shared.engine_labels import engine_name
from posecam.gui.shared.keys import Key
from posecam.gui.shared.translation import plural, tr, tr_core
from posecam.session import RESULT_WORDS, Session


def facts(session: Session) -> str:
    """Lines on when, from what and how a session was recorded, and what is the matter with it."""
    manifest = session.manifest
    lines: list[str] = []
    with contextlib.suppress(ValueError):
        lines.append(date_and_time(datetime.fromisoformat(manifest.created), seconds=True))
    seen = int((session.main_rows >= 0).sum())
    lines.append(
        plural(
            "{clock}, %n frame, a person in {seen}",
            "{clock}, %n frames, a person in {seen}",
            len(session),
            clock=clock(session.duration),
            seen=seen,
        )
    )
    source = str(manifest.source.get("name", ""))
    size = [(s.width, s.height) for s in manifest.segments]
    if source or size:
        lines.append(
            " ".join(filter(None, [tr_core(source), "{} × {}".format(*size[0]) if size else ""]))
        )
    if manifest.tags:
        lines.append(tr("Tags: {tags}", tags=", ".join(manifest.tags)))
    if manifest.markers:
        lines.append(tr("Markers: {count}", count=len(manifest.markers)))
    backend = manifest.engine.get("backend", "")
    if backend:
        lines.append(engine_name(backend, manifest.engine.get("precision", "")))
    if session.other_result is not None:
        looked_at = int(session.estimated.sum())
        words = tr_core(RESULT_WORDS[session.result])
        lines.append(
            tr("Shown: the {result}, {count} frames with poses.", result=words, count=looked_at)
        )
    if session.gaps:
        away = sum(after - before for before, after in session.gaps)
        lines.append(
            plural(
                "Camera disconnected once, {s:.1f} s in all.",
                "Camera disconnected %n times, {s:.1f} s in all.",
                len(session.gaps),
                s=away,
            )
        )
    if manifest.cut_from:
        origin = manifest.cut_from.get("name") or tr("another recording")
        lines.append(tr("Cut out of {name}.", name=origin))
    return "\n".join([*lines, *map(tr_core, session.warnings)])


class _Note(QPlainTextEdit):
    left = pyqtSignal()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Details(QWidget):
    """Asks for a new name or note when the person is done with it."""

    rename_asked = pyqtSignal(str)
    note_asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = self._note = ""
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.setToolTip(tr("The name of the recording and of its folder (F2)"))
        self.name.editingFinished.connect(self._renamed)
        self.note = _Note()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("What to remember about this recording"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(round(3.8 * self.fontMetrics().height()))
        self.note.left.connect(self.keep_note)
        self.facts = QLabel()
        self.facts.setObjectName("note")
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QFormLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addRow(tr("Name"), self.name)
        layout.addRow(tr("Note"), self.note)
        layout.addRow(self.facts)
        self.show_session(None)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be used, from the top."""
        return self.name, self.note

    def keys(self) -> tuple[Key, ...]:
        """The key of the name."""
        return (Key("F2", tr("Rename"), self.edit_name),)

    def show_session(self, session: Session | None) -> None:
        """Show what is known of a session; None: nothing is open."""
        self._name = session.name if session is not None else ""
        self._note = session.manifest.note if session is not None else ""
        with QSignalBlocker(self.name), QSignalBlocker(self.note):
            self.name.setText(self._name)
            self.note.setPlainText(self._note)
        self.show_facts(session)
        self.setEnabled(session is not None)

    def show_facts(self, session: Session | None) -> None:
        """Show what is known of a session; its name and note stay as they are, half typed too."""
        self.facts.setText(facts(session) if session is not None else "")

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus()
        self.name.selectAll()

    def show_name(self, name: str) -> None:
        """The name as it is now, whatever was typed."""
        self._name = name
        with QSignalBlocker(self.name):
            self.name.setText(name)

    def _renamed(self) -> None:
        name = self.name.text().strip()
        if self.isEnabled() and name != self._name:
            self.rename_asked.emit(name)

    def keep_note(self) -> None:
        """Ask for the note to be kept, where it has changed."""
        note = self.note.toPlainText().strip()
        if self.isEnabled() and note != self._note:
            self._note = note
            self.note_asked.emit(note)
