"""The examples in docstrings run as they stand there."""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path

import numpy as np
import pytest

from posecam.capture import CaptureThread
from posecam.capture import webcam as webcam_module
from posecam.capture.webcam import Webcam
from posecam.session import Session
from posecam.session.recorder import Recorder


def run_example_of(of: type) -> None:
    found = re.search(r"^Example:\n((?:    .*\n|\n)+)", inspect.getdoc(of) or "", re.MULTILINE)
    assert found is not None
    exec(textwrap.dedent(found[1]), {})


class Camera:
    """A device that delivers grey images of the size that it is asked for."""

    def __init__(self) -> None:
        self.said: dict[int, float] = {}

    def isOpened(self) -> bool:  # noqa: N802 (OpenCV's own name)
        return True

    def grab(self) -> bool:
        return True

    def retrieve(self) -> tuple[bool, object]:
        return True, np.full((720, 1280, 3), 128, np.uint8)

    def get(self, property_id: int, /) -> float:
        return self.said.get(property_id, 0.0)

    def set(self, property_id: int, value: float, /) -> bool:
        self.said[property_id] = value
        return True

    def release(self) -> None:
        """Nothing is held."""


def test_that_of_the_camera(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webcam_module, "find_camera", lambda *_, **__: (0, "camera 0"))
    monkeypatch.setattr(webcam_module, "_open_index", lambda _: Camera())
    run_example_of(Webcam)
    assert capsys.readouterr().out.count(" s (1280, 720)\n") == 30


def test_that_of_the_capture_thread(capsys: pytest.CaptureFixture[str]) -> None:
    run_example_of(CaptureThread)
    assert re.search(r"^[1-9]\d* fps of demo clip$", capsys.readouterr().out, re.MULTILINE)


def test_that_of_the_recorder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run_example_of(Recorder)
    said = re.search(r"(\d+) frames, \d+ bytes", capsys.readouterr().out)
    assert said is not None
    assert len(Session.open(Path("recordings/first")).times) == int(said[1]) > 100
