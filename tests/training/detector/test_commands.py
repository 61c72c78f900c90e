"""A student's way: look at the scenes, train a little, stop, go on, export, score."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
import torch

from engines import load
from posecam.estimation import detector
from tests.training.detector.conftest import SIZE, Material
from training.__main__ import main
from training.detector import evaluate
from training.detector.evaluate import Tally, read_truth, score_clip
from training.detector.export import CONTRACT
from training.detector.network import Decoded
from training.detector.train import load_network


def train(run: Path, material: Material, start: Path, steps: int) -> int:
    return main(
        ["detector", "train", "--run", str(run), "--data", str(material.data), "--rendered",
         str(material.rendered), "--start", str(start), "--size", *map(str, SIZE), "--steps",
         str(steps), "--batch", "4", "--every", "2", "--views", "8"]
    )  # fmt: skip


def test_train_and_resume(tmp_path: Path, material: Material, checkpoint: Path) -> None:
    run = tmp_path / "run"
    assert train(run, material, checkpoint, 2) == 0
    assert train(run, material, checkpoint, 4) == 0  # resumes at 2
    with (run / "curve.csv").open(newline="") as stream:
        assert [row["step"] for row in csv.DictReader(stream)] == ["2", "4"]
    before, after = (load_network(p).state_dict() for p in (checkpoint, run / "last.pt"))
    assert not torch.equal(before["out.weight"], after["out.weight"])
    assert all(torch.isfinite(v).all() for v in after.values())


def test_the_file_is_what_the_application_takes(network_file: Path, checkpoint: Path) -> None:
    assert network_file.stat().st_size < 3e6
    metadata = {p.key: p.value for p in onnx.load(str(network_file)).metadata_props}
    assert metadata["contract"] == CONTRACT == detector.CONTRACT
    assert json.loads(metadata["input_size"]) == list(SIZE)
    assert metadata["metrics"] == "none"
    assert "Apache-2.0" in metadata["licence"]

    image = np.random.default_rng(0).uniform(0, 255, (2, 3, *SIZE)).astype(np.float32)
    engine = load(network_file, backend="openvino", precision="fp32", threads=1)
    given = engine.run(image)
    engine.close()
    with torch.no_grad():
        boxes, scores = Decoded(load_network(checkpoint))(torch.from_numpy(image))
    np.testing.assert_allclose(given["scores"], scores.numpy(), atol=2e-3)
    peaks = scores.numpy() > 0.01  # the rest are cells that are no peaks, in any order
    np.testing.assert_allclose(given["boxes"][peaks], boxes.numpy()[peaks], atol=0.5)
    found = detector.load_detector(network_file, backend="openvino", precision="fp32")
    assert found.find(image[0].transpose(1, 2, 0).astype(np.uint8)).boxes.shape[1] == 4
    found.close()


def test_a_network_is_scored_on_sets_and_a_clip(
    tmp_path: Path, material: Material, network_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 10, (160, 96))
    for _ in range(5):
        writer.write(np.full((96, 160, 3), 90, np.uint8))
    writer.release()
    truth = tmp_path / "truth.csv"
    truth.write_text("first_frame,last_frame,people\n0,1,0\n2,4,1\n")
    sheet = tmp_path / "sheet.png"
    words = ["detector", "evaluate", "--network", str(network_file), "--data", str(material.data),
             "--rendered", str(material.rendered), "--count", "4", "--clip", str(clip),
             "--truth", str(truth), "--sheet", str(sheet)]  # fmt: skip
    assert main(words) == 0
    printed = capsys.readouterr().out
    for words_of in ("ccp, held out: ", "composed groups: 4 images", "empty panoramas"):
        assert words_of in printed
    assert "clip.avi: frames 5" in printed
    image = cv2.imread(str(sheet))
    assert image is not None
    assert image.shape == (192, 8 * 320, 3)


def test_scenes_are_drawn(tmp_path: Path, material: Material) -> None:
    out = tmp_path / "scenes.png"
    words = ["detector", "scenes", "--data", str(material.data), "--rendered",
             str(material.rendered), "--out", str(out), "--count", "7"]  # fmt: skip
    assert main(words) == 0
    image = cv2.imread(str(out))
    assert image is not None
    assert image.shape[0] == 2 * 192


def test_the_application_and_the_figures_mean_the_same() -> None:
    assert evaluate.THRESHOLD == detector.FOUND_BOX_SCORE
    assert evaluate.SAME_PERSON == detector._SAME_PERSON


def test_a_tally() -> None:
    tally = Tally()
    people = np.array([[0, 0, 20, 90], [100, 0, 10, 12]], np.float32)
    doubtful = np.array([[200, 0, 50, 50]], np.float32)
    found = np.array([[1, 1, 20, 90], [2, 2, 18, 88], [205, 5, 20, 20], [300, 0, 9, 9]], np.float32)
    tally.add(found, people, doubtful, 100)
    assert (tally.people, tally.found, tally.false) == (2, 1, 2)
    assert tally.bands == [[0, 1], [0, 0], [1, 1]]


def test_a_clip_is_scored_by_its_table(tmp_path: Path) -> None:
    table = tmp_path / "truth.csv"
    table.write_text("first_frame,last_frame,people\n0,3,0\n5,9,1\n")
    seen = np.array([0, 1, 0, 0, 7, 0, 0, 1, 2, 1])
    assert score_clip(seen, read_truth(table)) == {
        "found %": 60.0, "too many %": 20.0, "false on empty %": 25.0, "latest found after": 2.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["evaluate", "--network", "none.onnx"], "none.onnx"),
        (["export", "none.pt", "--out", "x.onnx"], "no checkpoint of this trainer"),
    ],
)
def test_what_is_not_there_is_one_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["detector", *words]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
