from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from posecam.capture import thread as thread_module
from tests.fakes.capturing import Capture, Live
from tests.fakes.scripted import ScriptedSource


@pytest.fixture
def capture() -> Iterator[Callable[..., Capture]]:
    made: list[Capture] = []

    def make(spec: str, **options: Any) -> Capture:
        made.append(Capture(spec, **options))
        made[-1].thread.start()
        return made[-1]

    yield make
    for one in made:
        assert one.thread.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith("posecam-capture")]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedSource]:
    source = ScriptedSource()
    monkeypatch.setattr(thread_module, "open_source", lambda *_, **__: source)
    yield source
    source.end()


@pytest.fixture
def live(capture: Callable[..., Capture], scripted: ScriptedSource) -> Iterator[Live]:
    one = Live(scripted, capture)
    yield one
    scripted.end()
