"""C3D and TRC: what other readers find in the files is what was recorded."""

from __future__ import annotations

import csv
from pathlib import Path

import c3d  # type: ignore[import-untyped]
import ezc3d  # type: ignore[import-untyped]
import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import Options, c3d_file, export_session
from posecam.session import Session
from posecam.skeleton import H36M_NAMES, INDEX, NAMES, to_h36m
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, body, record_motion
from tests.posecam.export.takes import COUNT, RATE

# The reader c3d expects analog data, and no padding up to the end of a block.
pytestmark = [
    pytest.mark.filterwarnings("ignore:No analog data:UserWarning"),
    pytest.mark.filterwarnings("ignore:incomplete reading of data blocks:UserWarning"),
]

#: Of the sixteen joints, as Pose2Sim's marker sets for OpenSim have them.
MARKERS = [
    "RAnkle", "RKnee", "RHip", "LHip", "LKnee", "LAnkle", "Hip", "Neck", "UpperNeck", "Head",
    "RWrist", "RElbow", "RShoulder", "LShoulder", "LElbow", "LWrist",
]  # fmt: skip
#: The height of the feet is read from the image, whose pixels have two digits and are 50 mm wide.
NEAR_MM = 0.4


def in_the_files_axes(session: Session) -> Array:
    """(T, 16, 3) mm, X right, Y up, Z towards the camera, first pelvis above the origin."""
    world = (session.joints_3d + session.roots[:, None]) * np.array([1.0, -1.0, -1.0])
    world -= world[0, INDEX["pelvis"]]
    ankles = world[:, [INDEX["r_ankle"], INDEX["l_ankle"]], 1].min(1)
    world[..., 1] += 80 - np.percentile(ankles, 20)
    return np.asarray(world)


def read_trc(path: Path) -> tuple[dict[str, str], list[str], Array, Array]:
    """Header, marker names, (T,) seconds and (T, J, 3), after OpenSim's description of TRC."""
    with path.open(newline="") as file:
        lines = list(csv.reader(file, delimiter="\t"))
    assert lines[0][:3] == ["PathFileType", "4", "(X/Y/Z)"]
    header = dict(zip(lines[1], lines[2], strict=True))
    names = [cell for cell in lines[3][2:] if cell]
    assert lines[3][:2] == ["Frame#", "Time"]
    assert lines[3][2::3] == names
    assert lines[4][2:] == [f"{axis}{k + 1}" for k in range(len(names)) for axis in "XYZ"]
    assert lines[5] == []
    # OpenSim leaves an empty cell at the end of a row out, and wants as many in every row.
    cells = [line[:-1] if line[-1] == "" else line for line in lines[6:]]
    assert {len(line) for line in cells} == {2 + 3 * len(names)}
    rows = np.array([[float(cell or "nan") for cell in line] for line in cells])
    assert rows[:, 0].tolist() == list(range(1, len(rows) + 1))
    return header, names, rows[:, 1], rows[:, 2:].reshape(len(rows), len(names), 3)


def test_trc(take: Session, tmp_path: Path) -> None:
    (path,) = export_session(take, ["trc"], tmp_path)
    header, names, times, places = read_trc(path)
    assert header == {
        "DataRate": "25.0000", "CameraRate": "25.0000", "NumFrames": "100", "NumMarkers": "16",
        "Units": "mm", "OrigDataRate": "25.0000", "OrigDataStartFrame": "1",
        "OrigNumFrames": "100",
    }  # fmt: skip
    assert names == MARKERS
    assert times == pytest.approx(np.arange(COUNT) / RATE, abs=1e-6)
    assert places == pytest.approx(in_the_files_axes(take), abs=NEAR_MM)
    assert path.read_text().splitlines()[0] == "PathFileType\t4\t(X/Y/Z)\tsquats.trc"


def test_c3d_by_two_readers(take: Session, tmp_path: Path) -> None:
    (path,) = export_session(take, ["c3d"], tmp_path)
    truth = in_the_files_axes(take)

    content = ezc3d.c3d(str(path))
    point = content["parameters"]["POINT"]
    assert point["LABELS"]["value"] == MARKERS
    assert point["UNITS"]["value"] == ["mm"]
    assert (point["X_SCREEN"]["value"], point["Y_SCREEN"]["value"]) == (["+X"], ["+Y"])
    assert point["RATE"]["value"] == pytest.approx([RATE])
    assert content["data"]["points"].shape == (4, 16, COUNT)
    assert content["data"]["points"][:3].transpose(2, 1, 0) == pytest.approx(truth, abs=NEAR_MM)

    with path.open("rb") as file:
        other = c3d.Reader(file)
        frames = [points for _, points, _ in other.read_frames()]
        assert other.point_rate == pytest.approx(RATE)
        assert [label.strip() for label in other.point_labels] == MARKERS
        assert other.get("POINT:UNITS").string_value.strip() == "mm"
    assert len(frames) == COUNT
    places = np.stack(frames)
    assert places[..., :3] == pytest.approx(truth, abs=NEAR_MM)
    assert (places[..., 3] >= 0).all()


def test_all_thirty_one_are_there_with_heels_and_toes(tmp_path: Path) -> None:
    times = np.arange(30) / 30
    joints = with_extras(body(30, knee=20) * [1, -1, -1]) * [1, -1, -1]
    session = record_motion(tmp_path / "whole", joints, times)
    trc, points = export_session(session, ["trc", "c3d"], tmp_path)
    header, names, _, places = read_trc(trc)
    assert header["NumMarkers"] == "31"
    assert names[:16] == MARKERS
    assert names[16:] == [
        "RHeel", "RBigToe", "RSmallToe", "LHeel", "LBigToe", "LSmallToe",
        "Nose", "REye", "LEye", "REar", "LEar", "RIndex", "RPinky", "LIndex", "LPinky",
    ]  # fmt: skip
    heel = places[:, names.index("LHeel")] - places[:, names.index("LAnkle")]
    assert heel == pytest.approx(np.tile([0, -55, -55], (30, 1)), abs=0.5)
    content = ezc3d.c3d(str(points))
    point = content["parameters"]["POINT"]
    assert point["LABELS"]["value"] == names
    assert point["DESCRIPTIONS"]["value"][names.index("LHeel")] == "l_heel"
    assert point["DESCRIPTIONS"]["value"][0] == "centre of the joint r_ankle"
    assert content["data"]["points"][:3].transpose(2, 1, 0) == pytest.approx(places, abs=0.1)


def test_markers_can_have_the_names_of_the_session(take: Session, tmp_path: Path) -> None:
    (trc,) = export_session(take, ["trc"], tmp_path, options=Options(markers="plain"))
    assert read_trc(trc)[1] == list(NAMES)


def test_both_in_the_order_of_human36m(take: Session, tmp_path: Path) -> None:
    trc, points = export_session(take, ["trc", "c3d"], tmp_path, options=Options(order="h36m"))
    truth = to_h36m(in_the_files_axes(take))
    _, names, _, places = read_trc(trc)
    assert names[:4] == ["Hip", "RHip", "RKnee", "RAnkle"]
    assert len(names) == len(H36M_NAMES)
    assert places == pytest.approx(truth, abs=NEAR_MM)
    content = ezc3d.c3d(str(points))
    assert content["parameters"]["POINT"]["LABELS"]["value"] == names
    assert content["data"]["points"][:3].transpose(2, 1, 0) == pytest.approx(truth, abs=NEAR_MM)


def test_where_no_person_was_for_long_markers_are_missing(tmp_path: Path) -> None:
    seen = [not 30 <= k < 60 and k not in {10, 11} for k in range(90)]
    joints = body(90, yaw=np.arange(90))
    session = record_motion(tmp_path / "away", joints, np.arange(90) / 30, seen=seen)
    trc, points = export_session(session, ["trc", "c3d"], tmp_path)
    absent = [30 <= k < 60 for k in range(90)]
    _, _, times, places = read_trc(trc)
    assert np.isnan(places).all((1, 2)).tolist() == absent
    assert not np.isnan(places[~np.array(absent)]).any()
    assert times[-1] == pytest.approx(89 / 30, abs=1e-6)
    content = ezc3d.c3d(str(points))["data"]
    assert np.isnan(content["points"][0]).all(0).tolist() == absent
    with points.open("rb") as file:
        residuals = np.stack([p[:, 3] for _, p, _ in c3d.Reader(file).read_frames()])
    assert (residuals == -1).all(1).tolist() == absent
    assert (residuals >= 0).all(1).tolist() == [not gone for gone in absent]


def test_a_session_too_long_for_c3d_is_a_sentence(
    take: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(c3d_file, "MOST_FRAMES", COUNT - 1)
    with pytest.raises(SessionError, match=r"has 100 frames, and C3D holds 99 at most"):
        export_session(take, ["c3d"], tmp_path)
    assert not (tmp_path / "squats.c3d").exists()
