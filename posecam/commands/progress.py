"""How far a command has come, as a bar."""

from __future__ import annotations

from typing import Any


def shown_in(bar: Any) -> Any:
    """What tells a bar of tqdm: how much is done, of how much."""

    def show(done: int, expected: int) -> None:
        if expected > 0 and bar.total is None:
            bar.total = expected
        bar.update(done - bar.n)

    return show
