"""The figure of the overlay as a character of the person's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from posecam.characters import CharacterError, Puppet, read_character
from posecam.characters.raster import Seen, draw
from posecam.cli import main
from posecam.export.character_figure import CharacterFigure
from posecam.export.figure import Figure
from tests.fakes.characters import ROBOT, SPRITE, write
from tests.fakes.motion import Array, body, record_motion

PURPLE = replace(ROBOT, colours=((0.9, 0.0, 0.9), (0.9, 0.0, 0.9)))
HIPS = [2, 3]


def purple(image: np.ndarray) -> np.ndarray:
    blue, green, red = (image[..., channel].astype(int) for channel in range(3))
    return np.asarray(np.minimum(red, blue) > green + 60)


def standing(**angles: float) -> Array:
    """(16, 3) mm on the floor, Y up, somewhere."""
    joints = body(1, **angles)[0] * [1, -1, -1]
    return np.asarray(joints + np.array([4000, 80 - joints[:, 1].min(), -700]))


def test_the_character_stands_where_the_sticks_do(tmp_path: Path) -> None:
    tall = read_character(write(tmp_path / "robot.glb", PURPLE))
    joints = standing(shoulder_elevation=80)
    image = CharacterFigure(300, tall).draw(joints)
    sticks = Figure(300)
    there = np.argwhere(purple(image))
    points, _ = sticks.project(joints - (joints[HIPS].mean(0)) * [1, 0, 1])
    assert 5 < there[:, 0].max() - points[:, 1].max() < 20  # shoes, below the ankles
    assert there[:, 1].mean() == pytest.approx(points[:, 0].mean(), abs=8)
    assert np.ptp(there[:, 1]) > 90  # arms to both sides
    plain = sticks.draw(None)
    assert (image[:20] == plain[:20]).all()
    assert (CharacterFigure(300, tall).draw(None) == plain).all()


def test_what_is_nearer_hides_what_is_behind(tmp_path: Path) -> None:
    robot = read_character(write(tmp_path / "robot.glb", SPRITE))
    matrices = Puppet(robot).pose(0.0, standing(), np.ones(16))
    vertices, normals = robot.skinned(matrices)

    def seen(front: float) -> np.ndarray:
        image = np.zeros((200, 200, 3), np.uint8)
        here = vertices - vertices.mean(0)
        pixels = np.stack([100 + front * 100 * here[:, 0], 100 - 100 * here[:, 1]], 1)
        turned = normals * [front, 1, front]
        draw(image, robot, Seen(pixels, 5 - front * here[:, 2].astype(float), turned))
        return image

    front, back = seen(1.0), seen(-1.0)
    eyes = [
        ((image[..., 0] > image[..., 2] + 5) & (image.max(2) < 90)).sum() for image in (front, back)
    ]
    assert eyes[0] > 3 * eyes[1]
    assert (front.any(2) == back[:, ::-1].any(2)).mean() > 0.98


def test_a_character_outside_the_image_is_left_out(tmp_path: Path) -> None:
    robot = read_character(write(tmp_path / "robot.glb"))
    image = np.zeros((50, 50, 3), np.uint8)
    pixels = robot.vertices[:, :2].astype(float) * 1e4 + 500
    draw(image, robot, Seen(pixels, np.ones(len(pixels)), robot.normals.astype(float)))
    assert not image.any()


def test_the_command_draws_the_overlay_with_it(tmp_path: Path) -> None:
    session = record_motion(tmp_path / "take", body(6), np.arange(6) / 30, size=(160, 120))
    file = write(tmp_path / "robot.glb", PURPLE)
    out = tmp_path / "out"
    command = ["export", str(session.folder), "--format", "overlay", "--out", str(out)]
    assert main([*command, "--character", str(file)]) == 0
    with av.open(str(out / "take.overlay.mp4")) as container:
        frames = [frame.to_ndarray(format="bgr24") for frame in container.decode(video=0)]
    assert len(frames) == 6
    assert all(purple(frame[:, 160:]).sum() > 100 for frame in frames)
    assert not purple(frames[0][:, :150]).any()


def test_what_is_no_character_is_one_sentence_and_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = record_motion(tmp_path / "take", body(3), np.arange(3) / 30)
    file = tmp_path / "bad.glb"
    file.write_bytes(b"no model")
    out = tmp_path / "out"
    command = ["export", str(session.folder), "--format", "overlay", "--out", str(out)]
    assert main([*command, "--character", str(file)]) == 2
    assert "bad.glb cannot be read: it is no glTF or VRM file." in capsys.readouterr().err
    assert not list(out.glob("*.mp4"))
    with pytest.raises(CharacterError):
        read_character(file)
