"""What is asked of a camera, as a line of text; and which of its modes are worth offering."""

from __future__ import annotations

import pytest

from posecam.capture import CaptureOptions
from posecam.capture.options import COMMON_MODES, modes_worth_offering
from posecam.errors import SourceError


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("1280x720@30 MJPG", CaptureOptions(1280, 720, 30, "MJPG")),
        ("640x480", CaptureOptions(640, 480)),
        ("@60", CaptureOptions(fps=60)),
        ("YUYV", CaptureOptions(fourcc="YUYV")),
        ("800x600 NV12", CaptureOptions(800, 600, fourcc="NV12")),
        ("1920x1080@29.97", CaptureOptions(1920, 1080, 29.97)),
        ("automatic", CaptureOptions()),
    ],
)
def test_options_are_kept_as_text(text: str, options: CaptureOptions) -> None:
    assert CaptureOptions.parse(text) == options
    assert str(options) == text


@pytest.mark.parametrize("text", ["", "  ", "Automatic"])
def test_nothing_leaves_it_to_the_application(text: str) -> None:
    assert CaptureOptions.parse(text) == CaptureOptions()


def test_what_a_person_writes_is_understood() -> None:
    assert str(CaptureOptions.parse(" 1280 × 720 @ 30 fps mjpg ")) == "1280x720@30 MJPG"


@pytest.mark.parametrize("text", ["1280", "x720", "1280x720 MJPEG2", "@", "1e3x5", "30 fps"])
def test_what_is_no_format_is_a_sentence(text: str) -> None:
    with pytest.raises(SourceError, match=r"is no format of a camera: .*\.$"):
        CaptureOptions.parse(text)


def modes(*texts: str) -> list[CaptureOptions]:
    return [CaptureOptions.parse(text) for text in texts]


def test_of_a_usual_camera_each_size_is_offered_once_and_compressed() -> None:
    found = modes(
        "640x480@30 YUYV", "640x480@30 MJPG", "640x480@15 MJPG", "1280x720@10 YUYV",
        "1280x720@30 MJPG", "160x120@30 YUYV", "3840x2160@30 MJPG", "1920x1080@5 YUYV",
    )  # fmt: skip
    assert [str(m) for m in modes_worth_offering(found)] == ["640x480@30 MJPG", "1280x720@30 MJPG"]


def test_a_fast_camera_is_offered_at_30_as_well() -> None:
    found = modes("640x480@60.0002 MJPG", "640x480@50 MJPG", "640x480@30.003 MJPG")
    assert [str(m) for m in modes_worth_offering(found)] == ["640x480@30 MJPG", "640x480@60 MJPG"]


def test_a_camera_that_has_nothing_usual_is_offered_what_it_has() -> None:
    found = modes("160x120@8 GREY")
    assert modes_worth_offering(found) == found
    assert modes_worth_offering(modes("640x480")) == modes("640x480")


def test_of_a_camera_that_no_one_describes_the_usual_modes_are_offered() -> None:
    assert modes_worth_offering() == list(COMMON_MODES)
    assert modes_worth_offering([CaptureOptions()]) == list(COMMON_MODES)
