"""Images of a session in any order: the right one, and few decoded for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from posecam.gui.review.frame_images import FrameImages
from posecam.session import Recorder, Session
from tests.fakes.people import make_frame, make_result
from tests.fakes.videos import number_in


def record(folder: Path, frames: int = 150) -> Session:
    recorder = Recorder(
        folder, source="camera", info=None, engine={}, settings={}, wait_for_room=True
    )
    for number in range(frames):
        # The camera grows after two thirds, which begins a second file.
        size = (176, 64) if number < 100 else (208, 97)
        frame = make_frame(number, size=size)
        recorder.add_frame(frame)
        recorder.add_result(make_result(frame))
    assert recorder.close().error is None
    return Session.open(folder)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return record(tmp_path_factory.mktemp("sessions") / "one")


@pytest.fixture
def images(session: Session) -> Iterator[FrameImages]:
    one = FrameImages(session)
    yield one
    one.close()


def shown(images: FrameImages, row: int) -> int:
    image = images.get(row)
    assert image is not None
    return number_in(image)


def test_images_in_any_order_are_the_right_ones(images: FrameImages) -> None:
    rows = list(range(150))
    random.Random(4).shuffle(rows)
    assert [shown(images, row) for row in rows] == rows
    assert images.get(0).shape == (64, 176, 3)  # type: ignore[union-attr]
    assert images.get(149).shape == (97, 208, 3)  # type: ignore[union-attr]


def test_playing_decodes_each_image_once(images: FrameImages) -> None:
    assert [shown(images, row) for row in range(100)] == list(range(100))
    assert images.decoded == 100


def test_a_step_back_after_a_jump_decodes_nothing(images: FrameImages) -> None:
    shown(images, 85)
    before = images.decoded
    assert before <= 30
    assert [shown(images, row) for row in (84, 83, 82)] == [84, 83, 82]
    assert images.decoded == before


def test_little_memory_still_gives_the_right_images(session: Session) -> None:
    images = FrameImages(session, max_bytes=3 * 176 * 64 * 3 // 2)
    assert [shown(images, row) for row in (50, 49, 20, 51, 120)] == [50, 49, 20, 51, 120]
    images.close()


def test_a_missing_or_cut_video_gives_no_image(tmp_path: Path) -> None:
    session = record(tmp_path / "cut")
    (session.folder / "video.mkv").unlink()
    second = session.folder / "video_001.mkv"
    second.write_bytes(second.read_bytes()[: second.stat().st_size // 2])
    images = FrameImages(Session.open(tmp_path / "cut"))
    assert images.get(10) is None
    assert shown(images, 100) == 100
    assert images.get(149) is None
    assert shown(images, 101) == 101
    images.close()
