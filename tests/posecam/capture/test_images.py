"""Folders of images."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam.capture import animation, open_source
from posecam.errors import SourceError
from posecam.pose import Frame
from tests.fakes.videos import number_in, numbered


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


def write_animation(path: Path, durations: list[int]) -> None:
    film = cv2.Animation()
    film.frames = [numbered(k) for k in range(len(durations))]
    film.durations = durations
    ok, data = cv2.imencodeanimation(path.suffix, film)
    assert ok
    path.write_bytes(data.tobytes())


@pytest.mark.parametrize("suffix", [".png", ".webp"])
def test_an_animated_image_is_a_film_with_its_own_times(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(animation, "_AT_ONCE", 5 * 176 * 64 * 4)  # in pieces of five
    path = tmp_path / f"film{suffix}"
    write_animation(path, [100, 40, 40, 250, *[40] * 9])

    frames, skipped, warning = read_all(path)

    assert [number_in(f.image) for f in frames] == list(range(13))
    times = [0, 0.1, 0.14, 0.18, 0.43, *(0.43 + 0.04 * k for k in range(1, 9))]
    assert [f.time for f in frames] == pytest.approx(times)
    assert (skipped, warning) == (0, "")


def test_an_animation_that_is_cut_short_says_so(tmp_path: Path) -> None:
    path = tmp_path / "film.png"
    write_animation(path, [100] * 12)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])

    frames, _, warning = read_all(path)

    assert 1 <= len(frames) < 12
    assert warning == f"film.png is cut short: {len(frames)} of 12 images could be read."


def test_of_several_images_in_a_file_of_a_folder_the_first_is_used_with_a_sentence(
    tmp_path: Path,
) -> None:
    write_animation(tmp_path / "1.webp", [100] * 3)
    write_animation(tmp_path / "2.png", [100] * 3)
    ok, data = cv2.imencodemulti(".tiff", [numbered(k) for k in range(4)])
    assert ok
    (tmp_path / "3.tiff").write_bytes(data.tobytes())
    write(tmp_path / "4.png", 90)
    write(tmp_path / "5.webp", 90)
    write(tmp_path / "6.tiff", 90)

    frames, skipped, warning = read_all(tmp_path)

    assert len(frames) == 6
    assert [number_in(f.image) for f in frames[:3]] == [0, 0, 0]
    assert skipped == 0
    assert warning == (
        f"3 of the files in {tmp_path.name} hold several images: only the first of each is used."
    )
    assert "several images" in read_all(tmp_path / "3.tiff")[2]


def test_a_tiff_that_refers_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path / "loop.tiff", 90)
    data = bytearray((tmp_path / "loop.tiff").read_bytes())
    first = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[first : first + 2], "little")
    after = first + 2 + 12 * count
    data[after : after + 4] = first.to_bytes(4, "little")
    assert animation.pages(np.frombuffer(bytes(data), np.uint8)) == 1


def test_what_macos_puts_beside_images_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.jpg", 90)
    (tmp_path / "._a.jpg").write_bytes(b"\0\5\x16\7 and so on")
    frames, skipped, warning = read_all(tmp_path)
    assert (len(frames), skipped, warning) == (1, 0, "")
