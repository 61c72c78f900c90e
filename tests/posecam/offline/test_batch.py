"""Many videos at once: each by itself, and what is done is not done again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from posecam.cli import main
from posecam.offline.batch import expand, places
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

    shutil.copy(clip, videos / "d.mkv")
    (out / "c" / "poses.offline.jsonl").write_bytes(b"")  # solved before
    assert main(["process", str(videos), "--out", str(out), "--solve", "--jobs", "1"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"{out / 'a'}: {FRAMES} frames, a person in {FRAMES}",
        f"{out / 'b'}: 20 frames, a person in 0",
        f"{out / 'c'}: there already",
        f"{out / 'd'}: {FRAMES} frames, a person in {FRAMES}",
        "3 done, 1 there already, 0 failed",
    ]
    for name in "ad":
        session = Session.open(out / name)
        assert (session.result, session.other_result) == ("offline", "live")


def test_one_video_is_processed_and_solved(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "one"
    assert main(["process", str(clip), "--out", str(out), "--solve"]) == 0
    assert f"{out}: {FRAMES} frames, a person in {FRAMES}" in capsys.readouterr().out
    session = Session.open(out)
    assert (session.result, session.other_result) == ("offline", "live")


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
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.jpg").touch()
    (tmp_path / "videos").mkdir()
    (tmp_path / "videos" / "B.MP4").touch()
    inputs = [str(tmp_path / "images"), str(tmp_path / "videos"), "demo"]
    assert expand(inputs) == [inputs[0], str(tmp_path / "videos" / "B.MP4"), "demo"]


@pytest.mark.parametrize(
    ("specs", "names"),
    [
        (["a/IMG_1.MOV", "a/img_1.mp4"], ["IMG_1", "img_1_2"]),
        (["a/x.mp4", "b/X.mp4", "c/x.mov", "X_2.mp4"], ["x", "X_2", "x_3", "X_2_2"]),
        (["caf\u00e9.mp4", "cafe\u0301.mp4"], ["caf\u00e9", "cafe\u0301_2"]),
        (["http://10.0.0.7:80/a?b=1", "rtsp://h/a:b*.mp4"], ["a_b_1", "a_b_"]),
        (["Straße.mp4", "STRASSE.mp4"], ["Straße", "STRASSE_2"]),
    ],
)
def test_names_that_are_one_to_some_file_systems_are_kept_apart(
    specs: list[str], names: list[str]
) -> None:
    assert [p.name for p in places(specs, Path())] == names


def test_a_camcorders_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    films = ["00000.MTS", "00001.m2ts", "M2U00001.MPG", "MOV001.MOD", "VID_1.3gp", "clip.dv"]
    for name in [*films, "._00000.MTS", "00000.CPI", "INDEX.BDM", "thumb.THM", ".DS_Store"]:
        (tmp_path / name).touch()
    (tmp_path / "folder.mp4").mkdir()
    assert [Path(p).name for p in expand([str(tmp_path)])] == films


@pytest.mark.parametrize(
    "name", ["10:30.mkv", " walk.mkv", "walk .mkv ", "http:x.mkv", "a%03d.mkv"]
)
def test_any_name_is_read_written_and_exported(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(clip, name)
    take = f"{name[:-4]}:1 "
    assert main(["process", name, "--out", take, "--overlay"]) == 0
    assert main(["export", take, "--format", "overlay,bvh", "--out", "9:15"]) == 0
    assert sorted(p.suffix for p in Path("9:15").iterdir()) == [".bvh", ".mp4", ".txt"]
    assert main(["reprocess", take]) == 0
    assert len(Session.open(Path(take))) == FRAMES
