"""Figures of sets as Markdown: one table of all, and one a figure by joint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.records import Records
from training.metrics import (
    PCKH_JOINTS,
    align,
    h36m_mpjpe,
    head_px,
    normalised_errors,
    pixel_errors,
    share_below,
)
from training.predict import Predictions

Array = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A set with what a network says of it."""

    name: str
    records: Records
    found: Predictions
    figures: dict[str, float]


def write_table(path: Path, scored: Sequence[Scored], network: str) -> None:
    """Write the tables.

    Raises:
        PosecamError: the file cannot be written.
    """
    names = list(dict.fromkeys(name for one in scored for name in one.figures))
    rows = [["images", *(str(len(one.records)) for one in scored)]]
    rows += [[n, *(_number(n, one.figures.get(n, np.nan)) for one in scored)] for n in names]
    parts = [f"# {network}", _table("figure", scored, rows)]
    for title, figure, of_joint in (
        ("PCK@0.2", "pck@0.2", _pck_of),
        ("PCKh@0.5", "pckh@0.5", _pckh_of),
        ("MPJPE after one scale, mm", "scaled_mpjpe_mm", _mpjpe_of),
    ):
        values = [of_joint(one) for one in scored]
        rows = [
            [name, *(_number(figure, v[joint]) for v in values)]
            for joint, name in enumerate(skeleton.NAMES)
            if any(np.isfinite(v[joint]) for v in values)
        ]
        if rows:
            parts += [f"## {title} by joint", _table("joint", scored, rows)]
    for one in scored:
        if one.records.h36m is not None:
            actions = h36m_mpjpe(one.found.joints_3d, one.records.h36m)
            rows = [[name, _number("mm", value)] for name, value in actions.items()]
            parts += [
                f"## {one.name}: Human3.6M's protocol by action",
                _table("action", [one], rows),
            ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error


def _table(first: str, scored: Sequence[Scored], rows: Sequence[Sequence[str]]) -> str:
    return markdown([first, *(one.name for one in scored)], rows)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns but the first are numbers, without a line's end behind it."""
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(figure: str, value: float) -> str:
    if not np.isfinite(value):
        return "-"
    return f"{value:.1f}" if figure.endswith("mm") else f"{value:.3f}"


def _by_joint(values: Array, of_joint: Callable[[Array], float]) -> list[float]:
    return [of_joint(values[:, joint]) for joint in range(skeleton.COUNT)]


def _pck_of(one: Scored) -> list[float]:
    errors = normalised_errors(one.found.joints_2d, one.records)
    return _by_joint(errors, lambda values: share_below(values, 0.2))


def _pckh_of(one: Scored) -> list[float]:
    errors = pixel_errors(one.found.joints_2d, one.records) / head_px(one.records)[:, None]
    errors[:, [j for j in range(skeleton.COUNT) if j not in PCKH_JOINTS]] = np.nan
    return _by_joint(errors, lambda values: share_below(values, 0.5))


def _mpjpe_of(one: Scored) -> list[float]:
    errors = align(one.found.joints_3d, one.records, scaled=True).errors
    return _by_joint(
        errors, lambda values: float(np.mean(values[have])) if (have := np.isfinite(values)).any()
        else float("nan"),
    )  # fmt: skip
