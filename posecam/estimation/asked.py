"""An engine that stands before another one."""

from __future__ import annotations

from collections.abc import Mapping

from engines.engine import Engine, EngineInfo


class Before:
    """Says of itself what the engine behind it says; `run` is its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def info(self) -> EngineInfo:
        """Of the engine that is asked."""
        return self._engine.info

    @property
    def metadata(self) -> Mapping[str, str]:
        """Of the same."""
        return self._engine.metadata

    @property
    def input_shape(self) -> tuple[int, int, int]:
        """Of the same."""
        return self._engine.input_shape
