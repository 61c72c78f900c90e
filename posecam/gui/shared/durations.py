"""Durations as people read them."""

from __future__ import annotations


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
