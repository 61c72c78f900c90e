"""What macOS says of its cameras, through the seam: there need be no Mac."""

from __future__ import annotations

import numpy as np
import pytest

from posecam.capture import macos_permission
from posecam.capture.webcam import Webcam
from posecam.errors import SourceError
from tests.posecam.capture.test_webcam import OddCamera


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "macOS is asking whether the camera may be used"),
        (1, "The administrator of this Mac"),
        (2, "System Settings > Privacy & Security > Camera"),
    ],
)
def test_each_obstacle_is_a_sentence_that_says_what_to_do(status: int, words: str) -> None:
    sentence = macos_permission.obstacle("darwin", lambda: status)
    assert words in sentence
    assert sentence.endswith(".")


def test_what_is_allowed_or_unknown_is_no_obstacle() -> None:
    assert macos_permission.obstacle("darwin", lambda: 3) == ""
    assert macos_permission.obstacle("linux", lambda: 2) == ""

    def broken() -> int:
        raise AttributeError("a later macOS")

    assert macos_permission.obstacle("darwin", broken) == ""


def test_a_camera_without_images_names_the_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macos_permission, "obstacle", lambda: "macOS is asking.")
    device = OddCamera(lambda _: None)
    with pytest.raises(SourceError, match=r"^macOS is asking\.$"):
        Webcam("63", open_device=lambda _: device, first_image_s=0.1)
    assert device.released
    image = np.zeros((6, 8, 3), np.uint8)
    assert Webcam("63", open_device=lambda _: OddCamera(lambda _: image)).info().width == 8
