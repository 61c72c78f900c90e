"""The sound of a take in films: at its place beside the images, whatever part is exported."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.capture import SourceInfo
from posecam.export import export_session
from posecam.session import Recorder, Session
from posecam.session.sound import RATE
from tests.fakes.microphone import heard
from tests.fakes.people import make_frame, make_result

SYNC_S = 0.02


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Four seconds of a person with a click at every whole second."""
    folder = tmp_path_factory.mktemp("takes") / "clap"
    recorder = Recorder(
        folder, source="camera 0", info=SourceInfo(176, 64, 30.0), engine={}, settings={},
        wait_for_room=True,
    )  # fmt: skip
    blocks = heard(4.0, late_s=0.0)
    for number in range(120):
        frame = replace(make_frame(number), captured_ns=round(number / 30 * 1e9))
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
        recorder.add_sound(next(blocks), "microphone")
    assert recorder.close().sound_error == ""
    return Session.open(folder)


def sound_of(film: Path) -> tuple[NDArray[np.float64], float, float]:
    """Seconds of clicks, of the first image and of the end of the last one, by the film's clock."""
    with av.open(str(film)) as container:
        images = [float(frame.time) for frame in container.decode(video=0)]
    places: list[float] = []
    last = -1.0
    with av.open(str(film)) as container:
        for frame in container.decode(audio=0):
            assert frame.time is not None
            samples = np.abs(frame.to_ndarray()[0])
            for k in np.flatnonzero(samples > 0.2):
                at = frame.time + k / RATE
                if at - last > 0.25:
                    places.append(at)
                last = at
    return np.array(places), images[0], images[-1]


def test_the_annotated_film_has_the_sound_in_step(session: Session, tmp_path: Path) -> None:
    (film,) = export_session(session, ["overlay"], tmp_path)

    clicks, first, last = sound_of(film)

    assert clicks - first == pytest.approx([0, 1, 2, 3], abs=SYNC_S)
    assert last - first == pytest.approx(119 / 30, abs=1e-3)
    with av.open(str(film)) as container:
        assert container.streams.audio[0].codec_context.name == "aac"


def test_a_part_has_its_own_sound(session: Session, tmp_path: Path) -> None:
    (film,) = export_session(session, ["overlay"], tmp_path, span=(1.5, 3.5))

    clicks, first, _ = sound_of(film)

    assert clicks - first == pytest.approx([0.5, 1.5], abs=SYNC_S)


def test_the_page_to_share_has_the_sound(session: Session, tmp_path: Path) -> None:
    (page,) = export_session(session, ["html"], tmp_path)
    found = re.search(r'<script id="film" type="text/plain">([^<]*)<', page.read_text())
    assert found is not None
    film = tmp_path / "film.mp4"
    film.write_bytes(base64.b64decode(found[1]))

    clicks, first, _ = sound_of(film)

    assert clicks - first == pytest.approx([0, 1, 2, 3], abs=SYNC_S)


def test_a_silent_take_makes_a_silent_film(session: Session, tmp_path: Path) -> None:
    silent = Session.open(session.folder)
    silent.__dict__["sound"] = None

    (film,) = export_session(silent, ["overlay"], tmp_path)

    with av.open(str(film)) as container:
        assert not container.streams.audio
