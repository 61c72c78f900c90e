"""Folders of images."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam.capture import open_source
from posecam.errors import SourceError
from posecam.pose import Frame


def read_all(spec: Path) -> tuple[list[Frame], int, str]:
    source = open_source(str(spec))
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames, source.skipped, source.warning


def write(path: Path, value: int, shape: tuple[int, ...] = (20, 30, 3)) -> None:
    ok, data = cv2.imencode(path.suffix, np.full(shape, value, np.uint8))
    assert ok
    path.write_bytes(data.tobytes())


def test_images_come_in_natural_order_at_thirty_a_second(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        write(tmp_path / f"f{number}.png", number)
    (tmp_path / "notes.txt").write_text("not an image")

    frames, skipped, _ = read_all(tmp_path)

    assert [int(f.image[0, 0, 0]) for f in frames] == [1, 2, 10]
    assert [f.frame_id for f in frames] == [0, 1, 2]
    assert [f.time for f in frames] == pytest.approx([0, 1 / 30, 2 / 30])
    assert skipped == 0


def test_grey_alpha_and_sixteen_bits_become_bgr(tmp_path: Path) -> None:
    write(tmp_path / "1.png", 50, (20, 30))
    write(tmp_path / "2.png", 60, (20, 30, 4))
    deep = np.full((20, 30), 70 << 8, np.uint16)
    (tmp_path / "3.png").write_bytes(cv2.imencode(".png", deep)[1].tobytes())

    frames, _, _ = read_all(tmp_path)

    assert [f.image.shape for f in frames] == [(20, 30, 3)] * 3
    assert [int(f.image[3, 4, 1]) for f in frames] == [50, 60, 70]
    assert all(f.image.dtype == np.uint8 for f in frames)


def test_an_unreadable_image_is_counted_and_the_others_keep_their_times(tmp_path: Path) -> None:
    write(tmp_path / "a1.png", 1)
    (tmp_path / "a2.png").write_bytes(b"\x89PNG and then nothing")
    (tmp_path / "a3.png").touch()
    write(tmp_path / "a4.png", 4, (40, 50, 3))

    frames, skipped, warning = read_all(tmp_path)

    assert [f.frame_id for f in frames] == [0, 1]
    assert [f.time for f in frames] == pytest.approx([0, 3 / 30])
    assert frames[1].size == (50, 40)
    assert skipped == 2
    assert warning.startswith("2 of the images in")


def test_names_outside_ascii_are_read(tmp_path: Path) -> None:
    write(tmp_path / "Bewegung läuft ✓.jpg", 90)
    assert len(read_all(tmp_path)[0]) == 1


def test_one_image_is_a_source_of_one_frame(tmp_path: Path) -> None:
    write(tmp_path / "photo.jpg", 90)
    assert len(read_all(tmp_path / "photo.jpg")[0]) == 1


def test_a_folder_without_images_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not an image")
    with pytest.raises(SourceError, match=r"^The folder .* holds no images\.$"):
        open_source(str(tmp_path))


def test_a_folder_of_broken_images_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"nothing")
    with pytest.raises(SourceError, match=r"holds images, but none that can be read\.$"):
        open_source(str(tmp_path))
