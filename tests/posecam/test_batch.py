"""Many videos at once: each by itself, and what is done is not done again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from posecam.batch import expand, places
from posecam.capture.spec import VIDEO_SUFFIXES
from posecam.cli import main
from posecam.session import Session
from tests.fakes.videos import beginning_of_the_demo, steady, write_video
from tests.posecam.session.sessions import contents, edit_manifest

FRAMES = 16


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beginning_of_the_demo(tmp_path_factory.mktemp("clip") / "clip.mkv", FRAMES)


def test_a_folder_of_videos_is_done_and_resumed(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    videos, out = tmp_path / "videos", tmp_path / "out"
    videos.mkdir()
    shutil.copy(clip, videos / "a.mkv")
    write_video(videos / "b.mp4", steady(20))
    (videos / "c.mp4").write_text("no video at all")
    (videos / "notes.txt").write_text("not meant")
    (out / ".part.0_ab12cd.a").mkdir(parents=True)  # broken off before
    (out / ".part.0_ab12cd.a" / "frames.jsonl").write_text("{}\n")

    assert main(["process", str(videos), "--out", str(out), "--jobs", "2"]) == 2

    said = capsys.readouterr()
    assert f"{out / 'a'}: {FRAMES} frames, a person in {FRAMES}" in said.out
    assert f"{out / 'b'}: 20 frames, a person in 0" in said.out
    assert said.out.endswith("2 done, 0 there already, 1 failed\n")
    assert f"posecam: {videos / 'c.mp4'} is not a video, or it is damaged." in said.err
    assert sorted(p.name for p in out.iterdir()) == ["a", "b"]
    session = Session.open(out / "a")
    assert session.finished
    assert session.manifest.source["name"] == "a.mkv"
    assert session.estimated.all()

    before = contents(out / "a")
    shutil.copy(clip, videos / "c.mp4")
    assert main(["process", str(videos), "--out", str(out), "--overlay"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[:2] == [f"{out / n}: there already" for n in "ab"]
    assert said.out.endswith("1 done, 2 there already, 0 failed\n")
    assert contents(out / "a") == before
    assert (out / "c" / "overlay.mp4").exists()


def test_what_is_there_but_not_whole_is_let_alone(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (out / "clip").mkdir(parents=True)
    (out / "clip" / "precious.txt").write_text("mine")
    other = tmp_path / "other.mkv"
    shutil.copy(clip, other)
    assert main(["process", str(clip), str(other), "--out", str(out)]) == 2
    said = capsys.readouterr()
    assert f"{out / 'clip'} is there already, but is no finished session" in said.err
    assert [p.name for p in (out / "clip").iterdir()] == ["precious.txt"]
    edit_manifest(out / "other", version=99)
    assert main(["process", str(clip), str(other), "--out", str(out)]) == 2
    assert "later version" in capsys.readouterr().err


def test_mistakes_are_said_once(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = ["process", str(clip), str(clip), "--out"]
    assert main([*two, str(tmp_path / "out"), "--height", "17"]) == 2
    assert capsys.readouterr().err.count("--height is 17") == 1
    assert main([*two, str(tmp_path / "out"), "--jobs", "0"]) == 2
    assert "--jobs is 0" in capsys.readouterr().err
    (tmp_path / "file").write_text("mine")
    assert main([*two, str(tmp_path / "file")]) == 2
    assert f"--out is {tmp_path / 'file'}: it is no folder" in capsys.readouterr().err
    assert main([*two, str(tmp_path / "out"), "--network", str(tmp_path / "gone.onnx")]) == 2
    assert capsys.readouterr().err.count("gone.onnx") == 1
    assert not (tmp_path / "out").exists()


def test_names_and_folders(tmp_path: Path) -> None:
    specs = ["x/walk.mp4", "y/walk.mov", "walk_2.mp4", "demo"]
    assert [p.name for p in places(specs, tmp_path)] == ["walk", "walk_2", "walk_2_2", "demo"]
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").touch()
    (tmp_path / "videos").mkdir()
    (tmp_path / "videos" / "B.MP4").touch()
    inputs = [str(tmp_path / "pictures"), str(tmp_path / "videos"), "demo"]
    assert expand(inputs) == [inputs[0], str(tmp_path / "videos" / "B.MP4"), "demo"]
    assert ".mp4" in VIDEO_SUFFIXES
