"""Images to compare engines on, out of whatever file a person names."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from engines import EngineError, samples

SHAPE = (3, 16, 16)


@pytest.fixture
def red() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Red in the middle, blue at the sides; BGR."""
    image = np.zeros((20, 60, 3), np.uint8)
    image[..., 0] = 255
    image[:, 20:40] = (0, 0, 255)
    return image


def assert_red(images: samples.Images, tolerance: float = 0.0) -> None:
    assert images.dtype == np.float32
    assert images.shape[1:] == SHAPE
    middle = images[:, :, 4:12, 4:12].mean((0, 2, 3))
    np.testing.assert_allclose(middle, (255, 0, 0), atol=tolerance)


def test_an_image_and_a_folder_of_them(
    tmp_path: Path, red: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
) -> None:
    for name in ("a.png", "b.png"):
        cv2.imwrite(str(tmp_path / name), red)
    (tmp_path / "c.png").write_bytes(b"no image")
    (tmp_path / "notes.txt").touch()
    assert_red(samples.read(tmp_path / "a.png", SHAPE))
    both = samples.read(tmp_path, SHAPE)
    assert len(both) == 2
    assert_red(both)


def test_a_video(tmp_path: Path, red: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (60, 20))
    for _ in range(9):
        writer.write(red)
    writer.release()
    images = samples.read(path, SHAPE, count=4)
    assert len(images) == 4
    assert_red(images, tolerance=12)


@pytest.mark.parametrize("channels_last", [False, True])
def test_an_array(tmp_path: Path, channels_last: bool) -> None:
    array = np.random.default_rng(0).integers(0, 256, (40, *SHAPE), np.uint8)
    saved = array.transpose(0, 2, 3, 1) if channels_last else array
    np.save(tmp_path / "a.npy", saved)
    np.savez(tmp_path / "a.npz", images=saved)
    for name in ("a.npy", "a.npz"):
        images = samples.read(tmp_path / name, SHAPE, count=3)
        np.testing.assert_array_equal(images, array[[0, 19, 39]].astype(np.float32))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("absent.mp4", None, "There is no file or folder"),
        ("no.mp4", b"nothing", "No image in"),
        ("no.png", b"nothing", "No image in"),
        ("no.npy", b"nothing", "cannot be read"),
        ("no.npz", b"", "cannot be read"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(EngineError, match=said):
        samples.read(tmp_path / name, SHAPE)


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="No image in"):
        samples.read(tmp_path, SHAPE)


def test_an_array_of_another_size(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros((2, 3, 8, 8)))
    with pytest.raises(EngineError, match="are 2 x 3 x 8 x 8, but the network takes N x 3 x 16"):
        samples.read(tmp_path / "a.npy", SHAPE)


def test_synthetic_images_are_images_and_always_the_same() -> None:
    images = samples.synthetic((3, 12, 20), count=4)
    assert images.shape == (4, 3, 12, 20)
    assert images.dtype == np.float32
    assert 0 <= images.min() < 100
    assert 155 < images.max() <= 255
    np.testing.assert_array_equal(images, samples.synthetic((3, 12, 20), count=4))
