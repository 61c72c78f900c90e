"""Every figure against a case worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam import skeleton
from tests.fakes.standing import standing
from training import metrics
from training.datasets.h36m import h36m_bone_sum
from training.datasets.records import H36MTruth, Records, make_records

AT = skeleton.INDEX
LIMBS = list(skeleton.LIMBS)


def people(count: int = 1, known: np.ndarray | None = None) -> Records:
    """People of the canonical size, a tenth of a pixel a millimetre, from the front."""
    solid = np.tile(standing(), (count, 1, 1)) + np.array([0, 0, 3000])
    flat = solid[..., :2] * 0.1 + 120
    seen = np.ones((count, 16), bool) if known is None else known
    files = [Path(f"{i}.jpg") for i in range(count)]
    return make_records("people", files, flat, seen, joints_3d=solid)


def turned_forearm(records: Records, distance: float) -> np.ndarray:
    """Joints whose left wrist is that far off, the forearm as long as before."""
    moved = records.joints_3d.astype(np.float64)
    wrist, elbow = AT["l_wrist"], AT["l_elbow"]
    bone = moved[0, wrist] - moved[0, elbow]
    angle = 2 * math.asin(distance / 2 / np.linalg.norm(bone))
    side = np.cross(bone, (0, 0, 1.0))
    side *= np.linalg.norm(bone) / np.linalg.norm(side)
    moved[:, wrist] = moved[0, elbow] + math.cos(angle) * bone + math.sin(angle) * side
    return moved


def test_pck_counts_in_torsos_and_pckh_in_heads() -> None:
    records = people()
    torso = np.hypot(13.3 + 15.1, 48.7)  # hip to opposite shoulder
    np.testing.assert_allclose(metrics.torso_px(records), torso, rtol=1e-5)
    np.testing.assert_allclose(metrics.head_px(records), 24.0, rtol=1e-5)
    moved = records.joints_2d.copy()
    moved[0, AT["r_knee"], 0] += 0.25 * torso  # 14.1 px: within half a torso, not within a head's
    assert metrics.pck(moved, records, 0.2) == pytest.approx(11 / 12)
    assert metrics.pck(moved, records, 0.5) == 1
    assert metrics.pckh(moved, records) == pytest.approx(13 / 14)
    moved[0, AT["pelvis"]] += 1000  # PCKh does not look at it, PCK neither
    assert metrics.pckh(moved, records) == pytest.approx(13 / 14)
    given = replace(records, head_px=np.array([30.0], np.float32))
    assert metrics.pckh(moved, given) == 1


def test_heads_without_a_label_are_not_guessed() -> None:
    known = np.ones((1, 16), bool)
    known[0, AT["head_top"]] = False
    assert math.isnan(metrics.pckh(people().joints_2d, people(known=known)))


def test_oks_by_hand() -> None:
    records = replace(people(), area=np.array([2000.0], np.float32))
    moved = records.joints_2d.copy()
    moved[0, AT["l_wrist"], 0] += 5.0
    expected = (11 + math.exp(-25 / (2 * 2000 * (2 * 0.062) ** 2))) / 12
    assert metrics.oks(moved, records) == pytest.approx(expected, rel=1e-5)
    box = float(people().box[0, 2:].prod())  # where no area is known, 0.53 of the box
    expected = (11 + math.exp(-25 / (2 * 0.53 * box * (2 * 0.062) ** 2))) / 12
    assert metrics.oks(moved, people()) == pytest.approx(expected, rel=1e-5)


def test_mpjpe_with_and_without_scale() -> None:
    records = people()
    assert metrics.mpjpe(records.joints_3d + 500, records) == pytest.approx(0, abs=1e-3)
    half = records.joints_3d * 0.5
    distance = np.linalg.norm(standing()[LIMBS], axis=-1).mean() / 2
    assert metrics.mpjpe(half, records) == pytest.approx(distance, rel=1e-5)
    assert metrics.scaled_mpjpe(half, records) == pytest.approx(0, abs=1e-3)
    moved = turned_forearm(records, 120)
    assert metrics.scaled_mpjpe(moved, records) == pytest.approx(120 / 12, rel=1e-4)


def test_procrustes_undoes_a_similarity_and_nothing_else() -> None:
    records = people()
    c, s = math.cos(0.7), math.sin(0.7)
    turned = records.joints_3d @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]).T * 0.4 + 90
    assert metrics.pa_mpjpe(turned, records) == pytest.approx(0, abs=1e-3)
    bent = np.random.default_rng(0).normal(0, 300, (1, 16, 3)).astype(np.float32)
    posed = replace(records, joints_3d=bent)
    assert metrics.pa_mpjpe(posed.joints_3d * [-1, 1, 1], posed) > 50  # a mirror is no rotation
    # It is the least squares: no worse than leaving everything else where it was.
    errors = metrics.procrustes_errors(turned_forearm(records, 120), records)
    assert 0 < float((errors**2).mean()) < 120**2 / 12


def test_a_person_is_averaged_before_the_set_is() -> None:
    known = np.ones((2, 16), bool)
    known[
        1, [j for j in LIMBS if j not in {AT["l_wrist"], AT["r_hip"], AT["l_hip"], AT["l_knee"]}]
    ] = 0
    records = people(2, known)
    moved = turned_forearm(records, 120)
    # 120 / 12 of the first; of the second 120 / 4, whose forearm is not among the bones seen.
    assert metrics.mpjpe(moved, records, seen=True) == pytest.approx((10 + 30) / 2, rel=1e-4)


def test_what_is_out_of_the_image() -> None:
    known = np.ones((1, 16), bool)
    known[0, [AT[n] for n in ("r_ankle", "r_knee", "r_hip", "l_hip", "l_knee", "l_ankle")]] = False
    records = people(known=known)
    wrong = records.joints_3d.copy()
    wrong[0, np.flatnonzero(~known[0])] += [0, 400, 300]  # hips and legs are guesses
    for figure in (metrics.mpjpe, metrics.scaled_mpjpe, metrics.pa_mpjpe):
        assert figure(wrong, records, seen=True) == pytest.approx(0, abs=0.01)
        assert figure(wrong, records) > 50
    # Seen whole, the two are one.
    whole, moved = people(), turned_forearm(people(), 120)
    for figure in (metrics.mpjpe, metrics.scaled_mpjpe, metrics.pa_mpjpe):
        assert figure(moved, whole, seen=True) == pytest.approx(figure(moved, whole))


def test_3d_pck_and_the_area_under_it() -> None:
    records = people()
    moved = turned_forearm(records, 101)
    assert metrics.pck3d(moved, records) == 1
    assert metrics.pck3d(moved, records, 100) == pytest.approx(11 / 12)
    # Nothing is below 0; eleven joints are below 5 ... 100, all below 105 ... 150.
    assert metrics.auc3d(moved, records) == pytest.approx((20 * 11 / 12 + 10) / 31)


def exchanged(joints: np.ndarray, *parts: str) -> np.ndarray:
    out = joints.copy()
    for part in parts:
        right, left = AT[f"r_{part}"], AT[f"l_{part}"]
        out[:, [right, left]] = joints[:, [left, right]]
    return out


@pytest.mark.parametrize(
    "parts", [("shoulder", "elbow", "wrist"), ("elbow", "wrist"), ("hip", "knee", "ankle")]
)
def test_exchanged_sides_are_found_in_2d_and_in_3d(parts: tuple[str, ...]) -> None:
    records = people(2)
    flat = records.joints_2d.copy()
    flat[:1] = exchanged(flat[:1], *parts)
    assert metrics.swap_rate(flat, records.joints_3d, records) == 0.5
    solid = records.joints_3d.copy()
    solid[1:] = exchanged(solid[1:], *parts)
    assert metrics.swap_rate(records.joints_2d, solid, records) == 0.5
    assert metrics.swap_rate(flat, solid, records) == 1


def test_what_is_not_an_exchange_of_sides() -> None:
    records = people()
    rng = np.random.default_rng(0)
    noisy = records.joints_2d + rng.normal(0, 8, records.joints_2d.shape)
    assert metrics.swap_rate(noisy, records.joints_3d, records) == 0
    assert metrics.swap_rate(exchanged(noisy, "wrist"), records.joints_3d, records) == 0
    # From the side, both arms lie on each other: to exchange them changes nothing.
    beside = records.joints_2d.copy()
    beside[..., 0] = 120 + (beside[..., 0] - 120) * 0.05
    flat = replace(records, joints_2d=beside)
    unknown = np.full_like(records.joints_3d, np.nan)
    assert metrics.swap_rate(exchanged(beside, "shoulder", "elbow", "wrist"), unknown, flat) == 0
    unlabelled = replace(records, known=np.zeros((1, 16), bool))
    assert math.isnan(metrics.swap_rate(beside, unknown, unlabelled))


def test_the_protocol_of_h36m() -> None:
    body = skeleton.to_h36m(standing())
    total = float(h36m_bone_sum(body))
    truth = H36MTruth(
        np.tile(body + np.array([0, 0, 4000]), (3, 1, 1)).astype(np.float32),
        np.array(["Eating", "Walking", "Walking"]),
        total * 1.1,
    )
    # The prediction's own size and place do not matter: it is brought to the training mean.
    predicted = np.tile(standing() * 0.3 + 77, (3, 1, 1))
    far = np.linalg.norm(body, axis=-1).mean() * 0.1
    assert metrics.h36m_mpjpe(predicted, truth)["all"] == pytest.approx(far, rel=1e-4)
    predicted[0] = np.nan  # an image that could not be read
    found = metrics.h36m_mpjpe(predicted, truth)
    assert math.isnan(found["Eating"])
    assert found["all"] == found["Walking"] == pytest.approx(far, rel=1e-4)


def test_the_mean_of_the_actions_and_not_of_the_images() -> None:
    body = skeleton.to_h36m(standing())
    joints = np.tile(body, (3, 1, 1))
    joints[0, skeleton.H36M_NAMES.index("l_wrist"), 1] += 170
    action = np.array(["Eating", "Walking", "Walking"])
    truth = H36MTruth(joints.astype(np.float32), action, float(h36m_bone_sum(body)))
    found = metrics.h36m_mpjpe(np.tile(standing(), (3, 1, 1)), truth)
    assert found["Eating"] == pytest.approx(10, rel=1e-4)
    assert found["Walking"] == pytest.approx(0, abs=1e-3)
    assert found["all"] == pytest.approx(5, rel=1e-4)


def test_images_that_could_not_be_read_count_nowhere() -> None:
    records = people(2)
    flat, solid = records.joints_2d.copy(), records.joints_3d.copy()
    flat[1], solid[1] = np.nan, np.nan
    found = metrics.figures(flat, solid, records)
    assert found["pck@0.2"] == found["oks"] == found["pck3d@150"] == 1
    assert found["mpjpe_mm"] == pytest.approx(0, abs=1e-3)
    assert found["swapped"] == 0


def test_a_set_without_3d_says_so() -> None:
    records = people()
    flat = replace(records, joints_3d=np.full_like(records.joints_3d, np.nan))
    found = metrics.figures(records.joints_2d, records.joints_3d, flat)
    unknown = {name for name, value in found.items() if math.isnan(value)}
    assert unknown == {n for n in found if n.endswith("_mm") or "3d" in n}
