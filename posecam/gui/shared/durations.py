"""Durations as people read them."""

from __future__ import annotations

from datetime import datetime

from PyQt6.QtCore import QDate, QLocale

from posecam.catalogue import ENGLISH
from posecam.gui.shared.translation import language


def clock(seconds: float) -> str:
    """Minutes and seconds, and hours where there are any."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes:02}:{whole % 60:02}"


def exact_clock(seconds: float) -> str:
    """Hours where there are any, minutes, seconds and hundredths."""
    hundredths = max(round(seconds * 100), 0)
    minutes, rest = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:{minutes:02}" if hours else f"{minutes:02}"
    return f"{start}:{rest // 100:02}.{rest % 100:02}"


def date_and_time(when: datetime, *, seconds: bool = False) -> str:
    """A day as the language of the windows writes it, and the time of day."""
    time = f"{when:%H:%M:%S}" if seconds else f"{when:%H:%M}"
    if language() == ENGLISH:
        return f"{when:%d %b %Y}, {time}"
    day = QDate(when.year, when.month, when.day)
    return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)}, {time}"
