"""A student's way: train a little, stop, go on, score, export, run."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from engines import load
from engines.agreement import LIMIT_PX
from posecam import skeleton
from posecam.contract import CONTRACTS, check_contract, load_network
from posecam.errors import PosecamError
from tests.training.test_datasets import make_lspet
from training.__main__ import main
from training.agreement import agreement
from training.network import CONFIGURATIONS, Deployed, build
from training.optimise import learning_rate
from training.options import TrainOptions, chosen_strength

SMALL = "hourglass-lite-small"


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """A checkpoint of random weights, so that no test needs a download."""
    torch.manual_seed(0)
    path = tmp_path / "start.pt"
    state = build(SMALL).state_dict()
    torch.save({"configuration": SMALL, "stage": 0, "step": 0, "average": state}, path)
    return path


def train(run: Path, start: Path, folder: Path, steps: int) -> int:
    return main(
        ["train", "--run", str(run), "--stage", "2", "--configuration", SMALL, "--start",
         str(start), "--data", str(folder), "--check", str(folder), "--steps", str(steps),
         "--batch", "4", "--every", "2", "--hold-pretrained", "0.5"]
    )  # fmt: skip


def test_train_resume_score_export_run(
    tmp_path: Path,
    annotated_folder: Path,
    training_cache: Path,
    start: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = tmp_path / "run"
    assert train(run, start, annotated_folder, 2) == 0
    assert train(run, start, annotated_folder, 4) == 0  # resumes at 2
    with (run / "curve.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["step"] for row in rows] == ["0", "2", "4"]
    assert float(rows[-1]["heatmap1"]) > 0
    assert float(rows[-1]["figures pa_mpjpe_mm"]) > 0

    network = tmp_path / "network.onnx"
    assert main(["export", str(run / "last.pt"), "--out", str(network)]) == 0
    predictions = tmp_path / "predictions.npz"
    capsys.readouterr()
    assert (
        main(["evaluate", str(annotated_folder), "--network", str(network), "--json",
              "--predictions", str(predictions)])
        == 0
    )  # fmt: skip
    figures = json.loads(capsys.readouterr().out)
    assert figures["images"] == 12
    assert {"pck@0.2", "pa_mpjpe_mm"} <= set(figures)
    with np.load(predictions) as stored:
        assert stored["joints_2d"].shape == (12, 31, 2)
        assert stored["joints_3d"].shape == (12, 31, 3)
        assert stored["scores"].shape == (12, 31)
        np.testing.assert_allclose(stored["joints_3d"][:, skeleton.ROOT], 0, atol=1e-3)


def test_the_exported_file_says_what_it_is_and_engines_agree(
    tmp_path: Path, start: Path, annotated_folder: Path
) -> None:
    network = tmp_path / "network.onnx"
    assert main(["export", str(start), "--out", str(network), "--data-names", "nothing"]) == 0
    state = torch.load(start, weights_only=True)["average"]
    # The file keeps large kernels in half precision: so must what it is compared with.
    module = build(SMALL)
    module.load_state_dict(state)
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.numel() >= 512:
                parameter.copy_(parameter.half().float())
    deployed = Deployed(module).eval()
    rng = np.random.default_rng(0)
    images = rng.uniform(0, 255, (3, 3, 192, 192)).astype(np.float32)
    with torch.no_grad():
        _, scores, spread, up, up_score = deployed(torch.from_numpy(images))
    for backend in ("openvino", "onnxruntime"):
        engine = load(network, backend=backend, precision="fp32")
        try:
            check_contract(network.name, engine.metadata, engine.input_shape)
            assert engine.metadata["contract"] == CONTRACTS[1]
            assert engine.metadata["training_data"] == "nothing"
            assert json.loads(engine.metadata["joint_names"]) == list(skeleton.KEYPOINT_NAMES)
            found = engine.run(images)
            np.testing.assert_allclose(found["scores"], scores.numpy(), atol=2e-3)
            np.testing.assert_allclose(found["spread"], spread.numpy(), rtol=2e-3, atol=2e-3)
            np.testing.assert_allclose(found["up"], up.numpy(), atol=2e-3)
            np.testing.assert_allclose(found["up_score"], up_score.numpy(), atol=2e-3)
            assert found["joints"].shape == (3, 31, 3)
            np.testing.assert_allclose(found["joints"][:, skeleton.ROOT, 2], 0, atol=1e-4)
            single = engine.run(images[:1])
            np.testing.assert_allclose(single["scores"], found["scores"][:1], atol=2e-3)
        finally:
            engine.close()
    for row in agreement(annotated_folder, network, start, count=4):
        assert row.distance_px <= LIMIT_PX[row.precision]
        # Depths of random weights are next to nothing: in bf16 they are noise.
        assert row.distance_mm <= 1 or row.precision != "fp32"
    text = network.read_bytes()
    assert str(tmp_path).encode() not in text
    assert b".py" not in text  # no source paths of this machine
    assert onnx.load(network).opset_import[0].version >= 17


def test_a_network_of_our_contract_loads_and_others_are_refused(
    tmp_path: Path, start: Path
) -> None:
    from posecam.errors import NetworkError

    network = tmp_path / "network.onnx"
    main(["export", str(start), "--out", str(network)])
    load_network(network).close()
    model = onnx.load(network)
    for prop in model.metadata_props:
        if prop.key == "contract":
            prop.value = "someone-elses-2"
    other = tmp_path / "other.onnx"
    onnx.save(model, str(other))
    with pytest.raises(NetworkError, match="is not a posecam network"):
        load_network(other)
    text = tmp_path / "text.onnx"
    text.write_text("hello")
    with pytest.raises(NetworkError, match=r"text\.onnx"):
        load_network(text)


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_every_configuration_keeps_the_contract(configuration: str) -> None:
    network = build(configuration)
    deployed = Deployed(network).eval()
    with torch.no_grad():
        given = deployed(torch.zeros(1, 3, network.size, network.size))
    joints, scores, spread, up, up_score = given
    assert len(deployed.outputs) == len(given)
    assert joints.shape == (1, 31, 3)
    assert scores.shape == spread.shape == (1, 31)
    assert joints[0, skeleton.ROOT, 2] == 0
    assert (spread > 0).all()
    # Before it has learnt, it takes the camera for level, and is not sure.
    torch.testing.assert_close(up, torch.tensor([[0.0, -1.0, 0.0]]), atol=1e-4, rtol=0)
    assert 0 < up_score[0] < 0.7


def test_the_rate_is_held_then_rises_then_falls() -> None:
    rates = [learning_rate(step / 1000, 1.0, hold=0.1) for step in range(1000)]
    assert rates[99] == 0
    assert 0 < rates[100] < 0.05
    assert max(rates) > 0.95
    assert rates[-1] < 0.02


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "absent.pt", "--out", "x.onnx"], "no checkpoint of this trainer"),
        (["evaluate", "absent"], "is no folder"),
        (["train", "--run", "r", "--stage", "9", "--data", "absent"], "is no folder"),
    ],
)
def test_mistakes_get_a_sentence_and_two(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_how_many_turn_by_any_angle_can_be_chosen(tmp_path: Path) -> None:
    usual = TrainOptions(tmp_path)
    assert chosen_strength(usual) == usual.strength
    assert chosen_strength(replace(usual, full_rotation_prob=0.0)).full_rotation_prob == 0
    with pytest.raises(PosecamError, match="--full-rotation-prob is a share"):
        chosen_strength(replace(usual, full_rotation_prob=15))


def test_a_checkpoint_of_another_configuration_is_refused(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, start: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    code = main(
        ["train", "--run", str(tmp_path / "r"), "--configuration", "hourglass-2x256", "--start",
         str(start), "--data", str(annotated_folder), "--steps", "1"]
    )  # fmt: skip
    assert code == 2
    assert "not of hourglass-2x256" in capsys.readouterr().err


def test_a_set_whose_3d_lacks_joints_trains_with_the_constraint(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, start: Path
) -> None:
    path = annotated_folder / "annotations.npz"
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["joints_3d"][:, skeleton.INDEX["thorax"]] = np.nan
    arrays["joints_3d"][0] = np.nan
    np.savez(path, **arrays)
    code = main(
        ["train", "--run", str(tmp_path / "run"), "--stage", "3", "--configuration", SMALL,
         "--start", str(start), "--data", str(annotated_folder), "--steps", "1", "--batch", "4"]
    )  # fmt: skip
    assert code == 0


def test_a_network_mends_the_labels_of_a_run(
    tmp_path: Path, training_cache: Path, start: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "lspet"
    make_lspet(folder)
    done = main(
        ["train", "--run", str(tmp_path / "run"), "--stage", "1", "--configuration", SMALL,
         "--start", str(start), "--mend", str(start), "--data", str(folder), "--steps", "1",
         "--batch", "4"]
    )  # fmt: skip
    assert done == 0
    assert "people exchanged" in capsys.readouterr().out
    assert len(list((training_cache / "opinions").iterdir())) == 1


def test_only_depth_and_up_move_when_asked(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, start: Path
) -> None:
    run = tmp_path / "run"
    code = main(
        ["train", "--run", str(run), "--stage", "2", "--configuration", SMALL, "--start",
         str(start), "--data", str(annotated_folder), "--steps", "2", "--batch", "4",
         "--only-depth"]
    )  # fmt: skip
    assert code == 0
    before = torch.load(start, weights_only=True)["average"]
    after = torch.load(run / "last.pt", weights_only=True)["network"]
    moved = {name.split(".")[0] for name in before if not torch.equal(before[name], after[name])}
    assert moved == {"fusion", "up"}
