"""Saving what is plotted: an image, or a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from posecam.errors import SessionError
from posecam.files import atomic_write
from posecam.gui.review.plots import AnglePlot
from posecam.gui.review.take import Take
from posecam.gui.shared.translation import tr
from posecam.session.lines import TIME_DIGITS

_DEGREE_DIGITS = 2


def plot_files() -> str:
    """For a file dialog."""
    return f"{tr('Image')} (*.png);;{tr('Drawing')} (*.svg);;{tr('Table')} (*.csv)"


def save_plot(
    plot: AnglePlot, take: Take, angles: Sequence[str], rows: tuple[int, int], path: Path
) -> None:
    """Write what is seen (.png, .svg), or the angles of the chosen rows (.csv).

    Columns of the table: frame, time_s, then the angles in degrees, such as
    `r_knee_flexion_deg`; cells are empty where the angle is not known.

    Raises:
        SessionError: the ending is none of the three, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending in {".png", ".svg"}:
        plot.save(path)
    elif ending == ".csv":
        _save_table(take, angles, rows, path)
    else:
        raise SessionError(tr("{file} should end in .png, .svg or .csv.", file=path.name))


def _save_table(take: Take, angles: Sequence[str], rows: tuple[int, int], path: Path) -> None:
    try:
        with atomic_write(path) as part, part.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["frame", "time_s", *(f"{name}_deg" for name in angles)])
            for row in range(rows[0], rows[1] + 1):
                values = [float(take.angles[name][row]) for name in angles]
                cells = [f"{v:.{_DEGREE_DIGITS}f}" if np.isfinite(v) else "" for v in values]
                number, seconds = int(take.session.frame_ids[row]), float(take.times[row])
                table.writerow([number, f"{seconds:.{TIME_DIGITS}f}", *cells])
    except OSError as error:
        why = (error.strerror or tr("no reason given")).lower()
        raise SessionError(tr("{path} cannot be written: {why}.", path=path, why=why)) from error
