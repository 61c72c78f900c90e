"""A session looked at again: every image, nothing late, and the live result beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engines.engine import Engine
from posecam.capture import open_source
from posecam.cli import main
from posecam.errors import SessionError
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.geometry import bone_lengths
from posecam.measure.known_motion import filtered, judge, walking
from posecam.measure.steadiness import raw
from posecam.offline.reprocess import options_of, reprocess
from posecam.offline.smoothing import TrackPoses, smooth_offline
from posecam.session import Manifest, Recorder, Session, trim
from tests.posecam.session.sessions import contents, edit_manifest

FRAMES = 40


@pytest.fixture
def take(tmp_path: Path, estimator: Estimator) -> Path:
    """The beginning of the demo, of which every third frame was looked at live."""
    folder = tmp_path / "take"
    estimator.options = EstimatorOptions()
    estimator.reset()
    source = open_source("demo")
    recorder = Recorder(
        folder, source="demo", info=source.info(), engine={}, wait_for_room=True,
        settings={"subject_height_cm": 160.0, "field_of_view_deg": 50.0, "smoothness": 0.4},
    )  # fmt: skip
    for number in range(FRAMES):
        frame = source.read()
        assert frame is not None
        recorder.add_frame(frame)
        if number % 3 == 0:
            recorder.add_result(estimator.update(frame))
    source.close()
    assert recorder.close().error is None
    return folder


def test_every_image_is_looked_at_and_the_live_result_stays(
    take: Path, estimator: Estimator
) -> None:
    before = contents(take)
    wanted = options_of(Session.open(take))
    assert (wanted.subject_height_mm, wanted.field_of_view_deg) == (1600, 50)
    estimator.options = wanted
    told: list[tuple[int, int]] = []
    summary = reprocess(take, estimator, on_progress=lambda *done: told.append(done))

    assert (summary.frames, summary.frames_with_person) == (FRAMES, FRAMES)
    assert summary.frames_live == 14
    assert told[-1] == (FRAMES, FRAMES)
    assert estimator.options == wanted
    after = contents(take)
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"poses.offline.jsonl"}
    live, again = Session.open(take, poses="live"), Session.open(take)
    assert (live.offline, again.offline) == (False, True)
    assert (live.estimated.sum(), again.estimated.sum()) == (14, FRAMES)
    assert np.isfinite(again.joints_3d).all()
    lengths = bone_lengths(again.joints_3d.astype(np.float64))
    assert (lengths.std(0) / lengths.mean(0)).max() < 0.01
    both = live.main_rows >= 0
    apart = np.linalg.norm(live.joints_2d[both] - again.joints_2d[both], axis=2)
    assert np.median(apart) < 8
    # A second time it is replaced.
    reprocess(take, estimator)
    assert contents(take)["poses.offline.jsonl"] == after["poses.offline.jsonl"]


def test_a_cut_of_it_keeps_both(take: Path, tmp_path: Path, estimator: Estimator) -> None:
    reprocess(take, estimator)
    out = trim(take, 0.3, 0.9, tmp_path / "cut")
    live, again = Session.open(out, poses="live"), Session.open(out)
    assert again.estimated.all()
    assert 0 < live.estimated.sum() < len(again)
    whole = Session.open(take)
    assert again.joints_3d[0] in whole.joints_3d


def test_from_the_command_line(
    take: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reprocess", str(take), "--smoothness", "0"]) == 0
    assert f"{FRAMES} frames, a person in {FRAMES}; live it was 14" in capsys.readouterr().out
    assert Session.open(take).offline
    assert main(["reprocess", str(tmp_path / "gone")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_what_was_broken_off_goes_on_and_comes_out_the_same(
    take: Path, estimator: Estimator, monkeypatch: pytest.MonkeyPatch
) -> None:
    reprocess(take, estimator)
    whole = (take / "poses.offline.jsonl").read_bytes()
    (take / "poses.offline.jsonl").unlink()
    asked: list[int] = []
    run = type(estimator.engine).run

    def counted(self: Engine, batch: np.ndarray) -> dict[str, np.ndarray]:
        if len(batch) == 2:  # an image and its mirror image, not what the detector is asked
            asked.append(len(batch))
        return run(self, batch)

    monkeypatch.setattr(type(estimator.engine), "run", counted)

    def stop(done: int, _total: int) -> None:
        if done == 3 * FRAMES // 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reprocess(take, estimator, on_progress=stop)
    before = len(asked)
    reprocess(take, estimator)
    assert len(asked) - before == FRAMES // 4
    assert (take / "poses.offline.jsonl").read_bytes() == whole


def test_one_look_a_frame_is_enough_for_who_is_in_a_hurry(
    take: Path, estimator: Estimator, capsys: pytest.CaptureFixture[str]
) -> None:
    reprocess(take, estimator)
    solved = Session.open(take).joints_3d
    assert main(["reprocess", str(take), "--no-solve"]) == 0
    assert f"{FRAMES} frames, a person in {FRAMES}" in capsys.readouterr().out
    plain = Session.open(take).joints_3d
    apart = np.linalg.norm(solved - plain, axis=-1)
    assert 5 < np.median(apart) < 120


def test_without_images_it_stays_as_it_is(take: Path, estimator: Estimator) -> None:
    (take / "video.mkv").unlink()
    before = contents(take)
    with pytest.raises(SessionError, match=r"has no images that can be read: .*\.$"):
        reprocess(take, estimator)
    assert contents(take) == before


@pytest.mark.parametrize("calls", [5, FRAMES + 4])
def test_what_is_broken_off_stays_as_it_is(take: Path, estimator: Estimator, calls: int) -> None:
    """While it is looked at, and while it is steadied."""
    before = contents(take)
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if len(told) == calls:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        reprocess(take, estimator, on_progress=stop)
    assert told[-1] == min(calls, FRAMES)
    assert contents(take) == before
    assert Session.open(take).other_result is None


def test_either_result_is_exported(
    take: Path, tmp_path: Path, estimator: Estimator, capsys: pytest.CaptureFixture[str]
) -> None:
    def export(*more: str) -> tuple[int, np.ndarray, str]:
        out = tmp_path / "files"
        code = main(["export", str(take), "--format", "npz", "--out", str(out), "--force", *more])
        return code, np.load(out / "take.npz")["joints_3d"], capsys.readouterr().err

    assert main(["export", str(take), "--poses", "offline", "--out", str(tmp_path)]) == 2
    assert "has no reprocessed result" in capsys.readouterr().err
    assert export()[2] == ""
    reprocess(take, estimator)
    live, again = Session.open(take, poses="live"), Session.open(take, poses="offline")
    assert (live.other_result, again.other_result) == ("offline", "live")
    for options, expected, said in (
        ([], again, "this is the reprocessed result; --poses live exports the live result"),
        (["--poses", "live"], live, ""),
        (["--poses", "offline"], again, ""),
    ):
        code, joints, words = export(*options)
        assert code == 0
        assert np.array_equal(joints, expected.joints_3d, equal_nan=True)
        assert said in words
        assert bool(said) == bool(words)


@pytest.mark.parametrize("people", [True, 0, 5, 2.0, "2"])
def test_settings_that_make_no_sense_are_left_out(take: Path, people: object) -> None:
    wrong = {"subject_height_mm": "tall", "field_of_view_deg": 900, "people": people}
    edit_manifest(take, settings={**wrong, "smoothness": 0.2, "calibration": {"up": 1}})
    assert options_of(Session.open(take)) == replace(EstimatorOptions(), smoothness=0.2)
    json.loads((take / "manifest.json").read_text())
    assert Manifest(created="").settings == {}


def track(smoothness: float) -> tuple[TrackPoses, TrackPoses]:
    motion = walking()
    options = EstimatorOptions()
    joints_2d, joints_3d = filtered(motion, raw(options))
    scores = np.full(joints_2d.shape[:2], 0.8)
    noisy = TrackPoses(motion.times, joints_2d, joints_3d, scores, np.zeros((len(joints_2d), 3)))
    return noisy, smooth_offline(noisy, (1280, 720), replace(options, smoothness=smoothness))


def test_nothing_is_late_and_less_trembles_than_live() -> None:
    motion = walking()
    live = judge(motion, *filtered(motion, EstimatorOptions()))
    _, smooth = track(EstimatorOptions().smoothness)
    after = judge(motion, smooth.joints_2d, smooth.joints_3d)
    assert after.worst_lag_frames < 0.06 < live.lag_frames
    assert after.jitter_px < live.jitter_px
    assert after.jitter_mm < 0.7 * live.jitter_mm
    assert after.bone_cv < 1e-6
    error = np.linalg.norm(smooth.joints_2d - motion.joints_2d, axis=2).mean()
    late = np.linalg.norm(filtered(motion, EstimatorOptions())[0] - motion.joints_2d, axis=2).mean()
    assert error < 0.6 * late
    # 4.5 m away, as far as a body of unknown proportions tells.
    assert smooth.root[:, 2].mean() == pytest.approx(4500, rel=0.03)


def test_without_smoothing_the_joints_are_the_networks_own() -> None:
    noisy, same = track(0.0)
    assert np.array_equal(same.joints_2d, noisy.joints_2d)
    assert np.array_equal(same.joints_3d, noisy.joints_3d)
    assert same.root[:, 2].std() < 60


def test_a_jump_of_one_frame_is_bridged_and_a_step_is_not() -> None:
    times = np.arange(60) / 30
    still = np.repeat(walking().joints_2d[:1], 60, axis=0)
    joints_3d = np.repeat(walking().joints_3d[:1], 60, axis=0)
    scores = np.full(still.shape[:2], 0.9)
    joints_2d = still.copy()
    joints_2d[20, 10] += 200
    joints_2d[40:, 15] += 200
    roots = np.zeros((60, 3))
    out = smooth_offline(
        TrackPoses(times, joints_2d, joints_3d, scores, roots), (1280, 720), EstimatorOptions()
    )
    assert np.abs(out.joints_2d[:, 10] - still[:, 10]).max() < 0.5
    assert out.scores[20, 10] == pytest.approx(0.45)
    assert np.abs(out.joints_2d[45:, 15] - joints_2d[45:, 15]).max() < 20
    assert np.abs(out.joints_2d[:35, 15] - joints_2d[:35, 15]).max() < 20
