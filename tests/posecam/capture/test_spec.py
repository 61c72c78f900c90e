"""What a person types is understood, and passwords never come back out."""

from __future__ import annotations

from pathlib import Path

import pytest

from posecam.capture import forget_password, mask_password, parse_spec
from posecam.capture.spec import without_secrets
from posecam.errors import SourceError


def test_each_kind_is_told_apart(tmp_path: Path) -> None:
    video = tmp_path / "clip one.mp4"
    video.touch()
    image = tmp_path / "photo.JPG"
    image.touch()

    assert parse_spec("0").kind == "camera"
    assert parse_spec(" 12 ").value == "12"
    assert parse_spec("/dev/video3").value == "3"
    assert parse_spec("Logitech C920").kind == "camera"
    assert parse_spec("HD Pro Webcam C920.2 rev").kind == "camera"
    assert parse_spec(str(video)).kind == "video"
    assert parse_spec(video.as_uri()).value == str(video)
    assert parse_spec(str(image)).kind == "images"
    assert parse_spec(str(tmp_path)).kind == "images"
    assert parse_spec("rtsp://camera.local/stream").kind == "network"
    assert parse_spec("HTTP://camera.local/stream").kind == "network"
    assert parse_spec("Demo").kind == "demo"


@pytest.mark.parametrize("spec", ["0", "Some Camera", "http://h/x"])
def test_cameras_and_addresses_are_worth_another_try(spec: str) -> None:
    assert parse_spec(spec).live


@pytest.mark.parametrize(
    ("spec", "sentence"),
    [
        ("", "No source was given"),
        ("   ", "No source was given"),
        ("missing.mp4", r"There is no file or folder missing\.mp4\."),
        ("some/where/else", "There is no file or folder some/where/else"),
        ("ftp://host/clip.mp4", "addresses may begin with http,"),
        ("http://", "names no host"),
        ("rtsp://[::1/stream", "names no host"),
        ("a\0b.mp4", "."),
    ],
)
def test_what_cannot_be_a_source_is_a_sentence(spec: str, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence) as caught:
        parse_spec(spec)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("url", "masked"),
    [
        ("rtsp://eve:pa55@cam/1?x=2", "rtsp://eve:***@cam/1?x=2"),
        ("rtsp://eve:p@ss:w@cam:554/1", "rtsp://eve:***@cam:554/1"),
        ("http://cam/v?user=eve&pwd=pa55&q=1", "http://cam/v?user=eve&pwd=***&q=1"),
        ("http://cam/v?TOKEN=abc", "http://cam/v?TOKEN=***"),
        ("http://eve@cam/v", "http://eve@cam/v"),
        ("http://cam/user:name@home", "http://cam/user:name@home"),
        ("0", "0"),
        ("rtsp://eve:pa/ss@cam/1", "rtsp://eve:***@cam/1"),
        ("http://cam:8080/x@y", "http://cam:8080/x@y"),
        ("http://:pa55@cam/", "http://:***@cam/"),
        ("http://cam/?loginuse=eve&loginpas=pa55", "http://cam/?loginuse=eve&loginpas=***"),
        (
            "rtsp://cam/user=eve&password=pa55&channel=1",
            "rtsp://cam/user=eve&password=***&channel=1",
        ),
        ("rtsp://cam/user=eve_password=pa55_channel=1", "rtsp://cam/user=eve_password=***"),
        ("http://cam/v?api_key=abc&keyframe=1", "http://cam/v?api_key=***&keyframe=1"),
    ],
)
def test_passwords_are_masked(url: str, masked: str) -> None:
    assert mask_password(url) == masked


def test_the_name_of_an_address_has_no_password() -> None:
    spec = parse_spec("rtsp://eve:secret@cam/1")
    assert "secret" not in spec.name
    assert "secret" in spec.value


def test_the_sentence_on_a_bad_address_has_no_password() -> None:
    with pytest.raises(SourceError) as caught:
        parse_spec("ftp://eve:secret@cam/1")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("spec", "kept"),
    [
        ("rtsp://eve:pa55@cam/1?x=2", "rtsp://eve@cam/1?x=2"),
        ("http://cam/v?user=eve&pwd=pa55&q=1", "http://cam/v?user=eve&pwd=&q=1"),
        ("http://cam/v", "http://cam/v"),
        ("Logitech C920", "Logitech C920"),
        ("some/folder/x:y@z.mp4", "some/folder/x:y@z.mp4"),
    ],
)
def test_what_is_kept_for_the_next_start_has_no_password(spec: str, kept: str) -> None:
    assert forget_password(spec) == kept


def test_a_text_loses_the_address_and_its_password_however_quoted() -> None:
    url = "http://eve:pa%24s@cam/v?token=t0k"
    text = f"cannot open '{url}' with pa$s, pa%24s or t0k"
    masked = without_secrets(text, url)
    assert masked == "cannot open 'http://eve:***@cam/v?token=***' with ***, *** or ***"
    assert without_secrets("nothing", "http://cam/") == "nothing"


@pytest.mark.parametrize(
    "text",
    ["~nosuchuser/x.mp4", "9" * 20, "9" * 5000, "/dev/video" + "9" * 30, "x/" * 3000, "a\0b.mp4"],
)
def test_what_no_system_takes_is_a_short_sentence(text: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse_spec(text)
    assert len(str(raised.value)) < 300
