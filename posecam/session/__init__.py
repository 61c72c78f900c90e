"""Recorded sessions: written while they happen, read back however they ended."""

from __future__ import annotations

from posecam.session.edit import Deleted, delete, rename, restore, set_note, trim
from posecam.session.listing import SessionSummary, list_sessions
from posecam.session.manifest import Manifest
from posecam.session.people import People
from posecam.session.reader import RESULT_WORDS, Result, Session
from posecam.session.recorder import Recorder
from posecam.session.recorder_items import RecorderStatus
from posecam.session.repair import needs_repair, repair
from posecam.session.thumbnail import thumbnail

__all__ = [
    "RESULT_WORDS",
    "Deleted",
    "Manifest",
    "People",
    "Recorder",
    "RecorderStatus",
    "Result",
    "Session",
    "SessionSummary",
    "delete",
    "list_sessions",
    "needs_repair",
    "rename",
    "repair",
    "restore",
    "set_note",
    "thumbnail",
    "trim",
]
