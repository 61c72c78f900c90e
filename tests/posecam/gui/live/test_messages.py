from __future__ import annotations

from dataclasses import replace

import pytest

from posecam.capture import CaptureState, SourceInfo
from posecam.capture.thread import StateKind
from posecam.gui.live.messages import (
    NO_PERSON_AFTER,
    is_lost,
    overlay_message,
    overlay_remedies,
    status_badge,
    status_hint,
)
from posecam.live.engine_switch import SwitchState
from posecam.live.status import EngineState, PipelineStatus, Spread

LIVE = PipelineStatus(
    capture=CaptureState("live", source="camera 0", info=SourceInfo(640, 480), frames=100),
    engine=EngineState("ready"),
    switch=SwitchState(),
    camera_fps=30.0,
    network_fps=30.0,
    result_ms=Spread(),
    paint_ms=Spread(),
    dropped=0,
    recording=None,
    finishing=False,
    finished=None,
)


def in_state(kind: StateKind, message: str = "", frames: int = 100) -> PipelineStatus:
    state = CaptureState(kind, message, "camera 0", SourceInfo(640, 480), 0.0, frames)
    return replace(LIVE, capture=state)


def test_an_image_that_comes_needs_no_words() -> None:
    assert overlay_message(LIVE) == ("", "")
    assert overlay_remedies(LIVE) == ()
    assert not is_lost(LIVE)
    assert status_hint(LIVE, no_person_for=0.0) == ""
    assert status_badge(LIVE, cameras=True) == ("", "")


@pytest.mark.parametrize("kind", ["stalled", "frozen", "reconnecting", "lost"])
def test_an_image_that_fails_is_explained_in_the_sources_own_words(kind: StateKind) -> None:
    headline, sentence = overlay_message(in_state(kind, "camera 0 is used by another program."))
    assert headline
    assert sentence == "camera 0 is used by another program."
    assert is_lost(in_state(kind))
    assert "other" in overlay_remedies(in_state(kind))


def test_what_is_not_as_it_should_be_though_images_come_is_a_hint() -> None:
    assert LIVE.capture is not None
    covered = replace(LIVE, capture=replace(LIVE.capture, note="Is the lens covered?"))
    assert overlay_message(covered) == ("", "")
    assert status_hint(covered, no_person_for=0.0) == "Is the lens covered?"


def test_an_image_that_never_came_is_not_called_gone() -> None:
    never = overlay_message(in_state("reconnecting", "No.", frames=0))[0]
    gone = overlay_message(in_state("reconnecting", "No.", frames=9))[0]
    assert (never, gone) == ("No video", "Camera disconnected")


def test_an_ended_video_keeps_its_last_image_clear() -> None:
    assert overlay_message(in_state("ended")) == ("", "")
    assert status_hint(in_state("ended"), no_person_for=99.0) == ""


def test_the_demo_says_that_it_is_one_and_why() -> None:
    info = SourceInfo(640, 480, is_demo=True)
    demo = replace(LIVE, capture=CaptureState("live", source="demo clip", info=info))
    assert status_badge(demo, cameras=False) == (
        "DEMO",
        "No camera was found: this is the demo clip",
    )
    assert status_badge(demo, cameras=True) == ("DEMO", "This is the demo clip, not your camera")


def test_what_is_missing_for_a_skeleton_is_said() -> None:
    loading = replace(LIVE, engine=EngineState("loading"))
    failed = replace(LIVE, engine=EngineState("failed", "It broke."))
    hints = {status_hint(one, NO_PERSON_AFTER + 1) for one in (LIVE, loading, failed)}
    assert len(hints) == 3
    assert all(hints)
