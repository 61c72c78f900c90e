"""Errors are measured, made up alike, and learnt to be put right; the file says what it takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam.errors import PosecamError
from tests.training.motion.people import lengths, noise, observed, write_mocap

torch = pytest.importorskip("torch")

from training.motion.clips import read_clips  # noqa: E402
from training.motion.export import export  # noqa: E402
from training.motion.network import OUTPUTS, MotionNetwork  # noqa: E402
from training.motion.noise import measure  # noqa: E402
from training.motion.points import COUNT, FLIP, INDEX, canonical_scale  # noqa: E402
from training.motion.seen import Seen  # noqa: E402
from training.motion.simulate import PAST, Simulator  # noqa: E402
from training.motion.train import gated, losses, tensors  # noqa: E402
from training.motion.windows import windows_of  # noqa: E402


@pytest.fixture(scope="module")
def mocap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mocap(tmp_path_factory.mktemp("mocap") / "mocap.npz")


def simulator(mocap: Path, **errors: float) -> Simulator:
    clips, _ = read_clips(mocap)
    return Simulator(clips, lengths()[None], noise(**errors), 3)


def test_feet_that_stand_touch_the_ground_through_a_squat(mocap: Path) -> None:
    clips, held = read_clips(mocap)
    assert clips.touching.mean() > 0.95
    assert len(held.span)
    assert not set(map(tuple, held.span)) & set(map(tuple, clips.span))


def test_depth_that_falls_to_the_mean_is_measured_as_such() -> None:
    found, table = measure(observed(fall=0.3, moments=120))
    slopes = np.diag(found.mean[2 * COUNT : 3 * COUNT, 2 * COUNT :])
    bent = [INDEX[n] for n in ("r_knee", "l_knee", "r_wrist", "l_wrist")]
    assert np.allclose(slopes[bent], -0.3, atol=0.12)
    assert any("z said of true" in line for line in table)


def test_what_drifts_and_what_trembles_are_told_apart() -> None:
    calm, _ = measure(observed(moments=120))
    restless, _ = measure(observed(moments=120, jitter=0.03))
    knee = 2 * COUNT + INDEX["r_knee"]
    assert restless.quick[knee, knee] > 10 * calm.quick[knee, knee]
    assert restless.slow[knee, knee] < 4 * calm.slow[knee, knee] + 1e-4


def test_without_errors_there_is_nothing_to_put_right(mocap: Path) -> None:
    batch = simulator(mocap).batch(400)
    given = batch.windows[:, 0, PAST, COUNT : 2 * COUNT] != 0
    sure = batch.windows[:, 0, PAST, 4 * COUNT : 5 * COUNT] > 0.7
    # What remains is that the body's size is known to some percent only.
    off = np.abs(batch.depth[given & sure])
    assert np.median(off) < 0.015
    assert np.allclose(np.linalg.norm(batch.up, axis=1), 1, atol=1e-4)


def test_a_depth_that_falls_short_is_to_be_lengthened(mocap: Path) -> None:
    batch = simulator(mocap, fall=0.5).batch(600)
    knee = INDEX["r_knee"]
    said = batch.windows[:, 0, PAST, 2 * COUNT + knee]
    sure = batch.windows[:, 0, PAST, 4 * COUNT + knee] > 0.7
    assert np.corrcoef(said[sure], batch.depth[sure, knee])[0, 1] > 0.5


def test_learning_brings_the_loss_down_and_mirrored_people_are_as_likely(mocap: Path) -> None:
    torch.manual_seed(0)
    made = simulator(mocap, fall=0.4, depth_m=0.04)
    network = MotionNetwork(48, 48)
    network.normalise(torch.from_numpy(made.batch(200).windows))
    optimiser = torch.optim.Adam(network.parameters(), 3e-3)
    history = []
    for _ in range(40):
        batch = tensors(made.batch(96))
        found = dict(zip(OUTPUTS, network(batch["windows"]), strict=True))
        loss = losses(found, batch)["depth"]
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        history.append(loss.item())
    assert np.mean(history[-8:]) < np.mean(history[:8]) - 0.1


def test_nothing_is_taken_that_is_not_surer_than_what_was_said() -> None:
    depth, said = np.full((1, 3), 0.1), np.full((1, 3), 0.05)
    found = {"depth": depth, "said_spread": said, "depth_spread": said * [[1.0, 0.8, 0.5]]}
    taken = gated({k: v.astype(np.float32) for k, v in found.items()})[0]
    assert taken[0] == 0
    assert taken[1:] == pytest.approx(0.1)
    doubtful = gated({k: v.astype(np.float32) for k, v in found.items()}, trust=0.3)[0]
    assert 0 < doubtful[1] < doubtful[2] < 0.1
    assert not gated({k: v.astype(np.float32) for k, v in found.items()}, trust=0).any()


def test_people_who_were_seen_are_drawn_with_the_truth_of_their_depth() -> None:
    seen = Seen(observed(fall=0.25), lengths(), 1, held=False)
    batch = seen.batch(300)
    knee = INDEX["l_knee"]
    said = batch.windows[:, 0, PAST, 2 * COUNT + knee]
    slope = np.polyfit(said, batch.depth[:, knee], 1)[0]
    assert slope == pytest.approx(1 / 0.75 - 1, abs=0.12)
    assert np.isnan(batch.touching).all()


def test_windows_hold_half_a_second_of_a_sequence_and_nothing_of_another() -> None:
    moments = observed(moments=10, sequences=2)
    windows, metres = windows_of(moments, lengths())
    known = windows[:, 0, :, 5 * COUNT + 6] > 0
    assert known[9].sum() == 10
    assert known[10].sum() == 1  # the second sequence begins
    assert not known[:, PAST + 1 :].any()
    size = canonical_scale(moments.joints[:, :16].astype(float))
    assert np.allclose(metres, size.mean(), rtol=0.15)
    assert FLIP[INDEX["r_knee"]] == INDEX["l_knee"]


def test_a_file_that_is_no_checkpoint_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.pt"
    torch.save({"network": {}}, path)
    text = tmp_path / "text.pt"
    text.write_text("a table")
    for wrong in (path, text, tmp_path / "missing.pt"):
        with pytest.raises(PosecamError, match=r"\.pt is no checkpoint of the motion network\.$"):
            export(wrong, tmp_path / "motion.onnx")


def test_people_cut_off_by_the_image_teach_nothing_of_what_is_outside() -> None:
    whole = observed()
    inside = whole.inside.copy()
    inside[:, 0] = False
    cut = Seen(replace(whole, inside=inside), lengths(), 1, held=False).batch(50)
    ankles = cut.depth[:, [INDEX["r_ankle"], INDEX["l_ankle"]]]
    assert np.isnan(ankles).any(1).all()
