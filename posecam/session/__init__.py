"""Recorded sessions: written while they happen, read back however they ended."""

from __future__ import annotations

from posecam.session.listing import SessionSummary, list_sessions
from posecam.session.manifest import Manifest
from posecam.session.people import People
from posecam.session.reader import Session
from posecam.session.recorder import Recorder, RecorderStatus

__all__ = [
    "Manifest",
    "People",
    "Recorder",
    "RecorderStatus",
    "Session",
    "SessionSummary",
    "list_sessions",
]
