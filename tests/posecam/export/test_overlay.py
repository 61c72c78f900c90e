"""The overlay video: as many images as the session's, at their times, with both figures."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import export_session
from posecam.export.figure import BACKGROUND, Figure
from posecam.skeleton import COLOURS, INDEX
from tests.fakes.motion import Array, body, record_motion

SIZE = (161, 120)
LEFT, RIGHT = (np.array(COLOURS[side][::-1]) for side in ("left", "right"))


def images(path: Path) -> tuple[list[np.ndarray], list[float]]:
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    return [frame.to_ndarray(format="bgr24") for frame in frames], [float(f.time) for f in frames]


def near(image: np.ndarray, colour: np.ndarray, far: int = 60) -> np.ndarray:
    """(H, W) bool: pixels of about that colour."""
    return np.asarray(np.abs(image.astype(int) - colour).max(-1) < far)


def test_video_and_figure_side_by_side(tmp_path: Path) -> None:
    times = np.delete(np.arange(22) / 20, [8, 9])  # two frames were dropped
    seen = [k != 5 for k in range(20)]
    session = record_motion(
        tmp_path / "walk", body(20, shoulder_elevation=60), times, seen=seen, size=SIZE
    )
    (path,) = export_session(session, ["overlay"], tmp_path)
    assert path.name == "walk.overlay.mp4"
    found, at = images(path)
    assert len(found) == 20
    assert at == pytest.approx(times.tolist(), abs=1e-3)
    levels = [frame.image[-4:, :150].mean() for frame in session.video_frames()]
    for number, image in enumerate(found):
        assert image.shape == (120, 162 + 120, 3)
        video, figure = image[:, :162], image[:, 162:]
        # Each time an image is encoded, dark greys come out two or three levels darker.
        assert video[-4:, :150].mean() == pytest.approx(levels[number], abs=4)
        assert near(video, LEFT).any() == seen[number]
        assert near(figure, LEFT).any() == seen[number]
        assert near(figure, RIGHT).any() == seen[number]


def test_the_figure_is_drawn_where_its_joints_are() -> None:
    figure = Figure(300)
    joints = body(shoulder_elevation=90, yaw=30)[0] * [1, -1, -1] + [4000, 980, -700]
    image = figure.draw(joints)
    assert tuple(image[2, 2]) == BACKGROUND
    middle = joints - joints[INDEX["pelvis"]] * [1, 0, 1]
    points, distance = figure.project(middle)
    for name, colour in (("l_elbow", LEFT), ("r_elbow", RIGHT), ("l_knee", LEFT)):
        x, y = np.round(points[INDEX[name]]).astype(int)
        spot = image[y, x].astype(float)
        assert spot / np.linalg.norm(spot) == pytest.approx(
            colour / np.linalg.norm(colour), abs=0.05
        )
    # Facing the viewer: the person's left is on the right; head up, feet on the floor in view.
    assert points[INDEX["l_wrist"], 0] > points[INDEX["r_wrist"], 0] + 50
    assert points[INDEX["head_top"], 1] < points[INDEX["l_ankle"], 1] - 150
    assert (points > 0).all()
    assert (points < 300).all()
    assert distance == pytest.approx(np.full(16, 4500), abs=800)


def test_what_is_not_known_is_not_drawn() -> None:
    figure = Figure(200)
    joints: Array = body()[0] * [1, -1, -1] + [0, 980, 0]
    empty = figure.draw(None)
    scores = np.ones(16)
    scores[[INDEX["l_knee"], INDEX["l_elbow"]]] = 0.1
    shown = figure.draw(joints, scores)
    points, _ = figure.project(joints)
    x, y = np.round(points[INDEX["l_ankle"]]).astype(int)
    assert not near(shown[y - 20 : y - 8, x - 2 : x + 3], LEFT).any()
    assert near(figure.draw(joints)[y - 20 : y - 8, x - 2 : x + 3], LEFT).any()
    assert (figure.draw(joints, np.zeros(16)) == empty).all()
    assert (figure.draw(joints * np.nan) == empty).all()


def test_a_session_without_its_video_is_a_sentence(tmp_path: Path) -> None:
    session = record_motion(tmp_path / "walk", body(3), np.arange(3) / 30)
    (session.folder / "video.mkv").unlink()
    with pytest.raises(SessionError, match=r"has no images: its overlay cannot be drawn\.$"):
        export_session(session, ["overlay"], tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())
