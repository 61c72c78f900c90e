"""A better engine comes, is refused, fails or is chosen, while the window runs on.

Here is no NVIDIA card: what would build an engine for one is the only thing replaced.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engines.engine import EngineError
from posecam.contract import shipped_network
from posecam.errors import NetworkError
from posecam.gui.live.main_window import MainWindow
from posecam.live import quality
from posecam.live.engine_choice import EngineChooser
from posecam.settings import Settings
from tests.fakes.estimator import FakeEngine, FakeEstimator
from tests.fakes.hands import click
from tests.fakes.networks import ship
from tests.fakes.videos import steady, write_video

OpenWindow = Callable[..., MainWindow]


@dataclass
class Card:
    """Builds an engine as TensorRT would: tells how far it is, and gives up when told to."""

    go_on: threading.Event = field(default_factory=threading.Event)
    fails: bool = False
    builds: int = 0

    def prepare(self, _: object, progress: Callable[[float], bool]) -> tuple[str, str]:
        self.builds += 1
        while not self.go_on.wait(0.02):
            if not progress(0.43):
                raise EngineError("The build was given up.")
        if self.fails:
            raise EngineError("TensorRT cannot build the network: the card's memory is full.")
        return "tensorrt", "fp16"


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Card:
    one = Card()

    def load(*_: object, **__: object) -> Any:
        engine = FakeEngine()
        engine.info = replace(engine.info, backend="tensorrt", precision="fp16")
        return engine

    monkeypatch.setattr("engines.prepare", one.prepare)
    monkeypatch.setattr("posecam.live.engine_choice.load_network", load)
    return one


def engine_shown(window: MainWindow) -> str:
    return window.status_line.engine.text()


def test_an_engine_for_the_card_is_built_beside_and_takes_over(
    open_window: OpenWindow, clip: str, card: Card, qtbot: QtBot
) -> None:
    window = open_window(engines=EngineChooser())
    window.start(clip)
    qtbot.waitUntil(lambda: "43 %" in window.status_line.build_text.text())
    assert window.status_line.building.isVisible()
    assert engine_shown(window) == "fake · fp32"
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))
    card.go_on.set()
    qtbot.waitUntil(lambda: engine_shown(window) == "TensorRT · fp16")
    qtbot.waitUntil(lambda: not window.status_line.building.isVisible())
    assert not window.notice.isVisible()


def test_a_build_is_given_up_by_its_button(
    open_window: OpenWindow, clip: str, card: Card, qtbot: QtBot
) -> None:
    window = open_window(engines=EngineChooser())
    window.start(clip)
    qtbot.waitUntil(window.status_line.building.isVisible)
    click(window.status_line.build_cancel)
    qtbot.waitUntil(lambda: not window.status_line.building.isVisible())
    card.go_on.set()
    qtbot.wait(300)
    assert engine_shown(window) == "fake · fp32"
    assert not window.notice.isVisible()
    assert card.builds == 1


def test_a_build_that_fails_is_a_sentence_and_can_be_tried_again(
    open_window: OpenWindow, clip: str, card: Card, qtbot: QtBot
) -> None:
    card.fails = True
    card.go_on.set()
    window = open_window(engines=EngineChooser())
    window.start(clip)
    qtbot.waitUntil(window.notice.isVisible)
    assert "memory is full" in window.notice.label.text()
    assert engine_shown(window) == "fake · fp32"
    card.fails = False
    click(window.notice.button)
    qtbot.waitUntil(lambda: engine_shown(window) == "TensorRT · fp16")
    assert not window.notice.isVisible()
    assert card.builds == 2


def test_after_a_failure_try_again_loads_the_network_anew(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    good = threading.Event()

    def load() -> FakeEstimator:
        if not good.is_set():
            raise NetworkError("network.onnx cannot be read.")
        return FakeEstimator()

    window = open_window(load)
    window.start(clip)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.button.text() == "Try again"
    good.set()
    click(window.notice.button)
    qtbot.waitUntil(lambda: bool(window.video.result and window.video.result.poses))


def test_closing_the_window_gives_a_build_up(
    open_window: OpenWindow, clip: str, card: Card, qtbot: QtBot
) -> None:
    window = open_window(engines=EngineChooser())
    window.start(clip)
    qtbot.waitUntil(window.status_line.building.isVisible)
    window.close()
    assert not [t for t in threading.enumerate() if t.name == "posecam-engine"]


def test_another_engine_is_chosen_in_the_settings(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    """With the real engines of this machine."""
    chooser = EngineChooser(backend="openvino", precision="fp32")
    window = open_window(
        chooser.make, Settings(engine="openvino", precision="fp32"), engines=chooser
    )
    window.start(clip)
    qtbot.waitUntil(lambda: engine_shown(window) == "OpenVINO · fp32", timeout=20_000)
    dialog = window.open_settings()
    box = dialog.engine.engine
    assert box.currentText() == "OpenVINO · fp32"
    qtbot.waitUntil(lambda: box.findText("ONNX Runtime · fp32") > 0)
    absent = dialog.engine.absent.text()
    assert "TensorRT" in absent or box.findText("TensorRT · fp16") > 0
    index = box.findText("ONNX Runtime · fp32")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    qtbot.waitUntil(lambda: engine_shown(window) == "ONNX Runtime · fp32", timeout=20_000)
    qtbot.waitUntil(lambda: "ONNX Runtime" in dialog.engine.running.text())
    assert (window.settings.engine, window.settings.precision) == ("onnxruntime", "fp32")
    dialog.close()


def test_a_choice_that_is_not_to_be_had_is_said_once(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    chooser = EngineChooser(backend="abacus")
    window = open_window(chooser.make, engines=chooser)
    window.start(clip)
    qtbot.waitUntil(lambda: "abacus" in window.notice.label.text(), timeout=20_000)
    click(window.notice.dismiss)
    qtbot.wait(500)
    assert not window.notice.isVisible() or "abacus" not in window.notice.label.text()


def test_another_quality_is_chosen_in_the_settings_while_all_runs_on(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small networks of different sizes, run by the engines of this machine."""
    ship(monkeypatch, tmp_path, "fast", "balanced")
    monkeypatch.setattr(quality, "run_ms", lambda _: 5.0)
    chooser = EngineChooser(backend="onnxruntime", precision="fp32")
    window = open_window(chooser.make, engines=chooser)
    window.start("demo")
    qtbot.waitUntil(lambda: network_shown(window) == "balanced.onnx", timeout=20_000)
    dialog = window.open_settings("Engine")
    box = dialog.engine.quality
    assert box.isVisible()
    assert [box.itemData(i) for i in range(box.count())] == ["automatic", "fast", "balanced"]
    index = box.findData("fast")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    qtbot.waitUntil(lambda: network_shown(window) == "fast.onnx", timeout=20_000)
    qtbot.waitUntil(lambda: "the fast network" in dialog.engine.running.text())
    assert window.settings.quality == "fast"
    before = window.pipeline.latest()
    assert before is not None
    qtbot.waitUntil(lambda: newer_pose(window, before.frame.frame_id))
    assert not window.notice.isVisible()
    dialog.close()


def test_a_source_of_another_rate_gets_the_network_that_holds_it(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, tmp_path, "fast", "balanced")
    monkeypatch.setattr(quality, "run_ms", lambda _: 20.0)
    quick = write_video(tmp_path / "quick.mp4", steady(240, 60))
    chooser = EngineChooser(backend="onnxruntime", precision="fp32")
    window = open_window(chooser.make, engines=chooser)
    window.start("demo")
    qtbot.waitUntil(lambda: network_shown(window) == "balanced.onnx", timeout=20_000)
    window.start(str(quick))
    qtbot.waitUntil(lambda: network_shown(window) == "fast.onnx", timeout=20_000)


def test_where_a_file_was_given_there_is_no_quality_to_choose(
    open_window: OpenWindow, clip: str, qtbot: QtBot
) -> None:
    chooser = EngineChooser(shipped_network(), "onnxruntime", "fp32")
    window = open_window(chooser.make, engines=chooser)
    window.start(clip)
    dialog = window.open_settings("Engine")
    assert not dialog.engine.quality.isVisible()
    qtbot.waitUntil(lambda: dialog.engine.running.text().startswith("Running now: ONNX Runtime"))
    dialog.close()


def network_shown(window: MainWindow) -> str:
    info = window.pipeline.status().engine.info
    return info.network if info is not None else ""


def newer_pose(window: MainWindow, frame_id: int) -> bool:
    result = window.pipeline.latest()
    return result is not None and result.frame.frame_id > frame_id + 3 and bool(result.poses)
