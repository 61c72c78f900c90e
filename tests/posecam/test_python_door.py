"""What docs/python.md promises to people who write Python."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import posecam
from posecam.export import to_dataframe
from posecam.session import Session
from posecam.skeleton import NAMES
from tests.fakes.motion import body, record_motion

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "python.md"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    count = 60
    bend = 50 - 50 * np.cos(np.arange(count) * 2 * np.pi / 30)
    seen = [k != 7 for k in range(count)]
    return record_motion(
        tmp_path / "recordings" / "squats", body(count, knee=bend), np.arange(count) / 30, seen=seen
    )


def test_the_lines_of_the_page_run(
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 3
    assert len([line for line in blocks[0].splitlines() if line]) <= 6
    monkeypatch.chdir(tmp_path)
    exec("\n".join(blocks), {})
    said = capsys.readouterr().out
    assert "(60,) (60, 16, 3)" in said
    assert "l_wrist_x_mm" in said
    assert "2 repetitions" in said
    assert "100 degrees" in said
    assert sorted(p.name for p in (tmp_path / "exports").iterdir()) == [
        "squats.bvh", "squats.bvh.txt", "squats.trc",
    ]  # fmt: skip


def test_a_session_as_a_table(session: Session) -> None:
    table = to_dataframe(posecam.open(str(session.folder)))
    assert len(table) == 60
    assert table.index.name == "frame"
    assert list(table)[:4] == ["time_s", "person", "r_ankle_x_px", "r_ankle_y_px"]
    assert table.shape[1] == 2 + 16 * 6 + 3
    columns = [f"{name}_{axis}_mm" for name in NAMES for axis in "xyz"]
    joints = table[columns].to_numpy().reshape(60, 16, 3)
    assert np.array_equal(joints, session.joints_3d, equal_nan=True)
    assert table["person"].isna().sum() == 1
    assert table["person"].dropna().unique().tolist() == [0]
    assert table["time_s"].to_numpy() == pytest.approx(session.times)
    assert "nose_score" in to_dataframe(session, order="h36m")


def test_without_pandas_a_table_is_refused_with_a_sentence(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(posecam.PosecamError, match=r"needs pandas.*posecam\[pandas\]"):
        to_dataframe(session)


def test_the_door_opens_on_sessions_alone(tmp_path: Path) -> None:
    assert posecam.Session is Session
    with pytest.raises(posecam.PosecamError, match="There is no session folder"):
        posecam.open(tmp_path / "nowhere")
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = posecam.nothing  # type: ignore[attr-defined]


def test_importing_posecam_imports_nothing_heavy() -> None:
    script = (
        "import sys, posecam; print(sorted({'numpy', 'cv2', 'av', 'pandas', 'PyQt6', 'openvino'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
