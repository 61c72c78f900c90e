"""A recording of sixteen joints, looked at again by a network of thirty-one."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from posecam.estimation.estimator import Estimator, EstimatorOptions
from posecam.offline.reprocess import reprocess
from posecam.session import Recorder, Session
from posecam.skeleton import COUNT, KEYPOINT_COUNT, KEYPOINT_NAMES, NAMES
from tests.posecam.estimation.test_estimator import SpotDetector, SpotEngine
from tests.posecam.estimation.test_keypoints import WholeEngine, frames


def record(folder: Path) -> Path:
    estimator = Estimator(SpotEngine(), EstimatorOptions(), SpotDetector())
    recorder = Recorder(
        folder, source="camera 0", info=None, engine={}, settings={}, wait_for_room=True
    )
    for frame in frames(20):
        recorder.add_frame(frame)
        recorder.add_result(estimator.update(frame))
    assert recorder.close().error is None
    return folder


def test_it_has_all_of_them_and_the_same_person(tmp_path: Path) -> None:
    folder = record(tmp_path / "take")
    summary = reprocess(folder, Estimator(WholeEngine(), EstimatorOptions(), SpotDetector()))
    assert summary.frames_with_person == 20

    live, again = Session.open(folder, "live"), Session.open(folder, "offline")
    assert (live.joint_names, again.joint_names) == (NAMES, KEYPOINT_NAMES)
    assert set(again.people.ids.tolist()) == set(live.people.ids.tolist()) == {0}
    assert again.joints_3d.shape == (20, KEYPOINT_COUNT, 3)
    assert np.isfinite(again.joints_3d).all()
    assert again.people.spread is not None
    assert (again.people.spread > 0).all()
    assert again.people.up is not None
    assert again.people.contacts is not None
    assert np.isfinite(again.people.contacts).all()
    assert live.people.contacts is None
    np.testing.assert_allclose(np.linalg.norm(again.people.up, axis=1), 1, atol=1e-3)
    apart = np.linalg.norm(again.joints_2d[:, :COUNT] - live.joints_2d, axis=2)
    assert np.median(apart) < 5
