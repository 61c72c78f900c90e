"""An exported file trains on: its weights come back into the module that they came from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engines import load
from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.demo_images import demo_images
from tests.fakes.sixteen import save_sixteen, sixteen
from training.__main__ import main
from training.checkpoint import (
    averaged_network,
    load_what_fits,
    saved_keypoints,
    starting_weights,
)
from training.evaluate import shipped_network
from training.network import Deployed, Network, build
from training.network.lite import HourglassLite
from training.network.restore import restore, settle_norms
from training.network.widen import widened

#: What networks of sixteen joints do not have.
LATER = {"up.body.0", "up.body.1", "up.out", "lift.spread", "fusion.spread"}


@pytest.fixture(scope="module")
def shipped() -> Network:
    return restore(shipped_network())[0]


@pytest.fixture(scope="module")
def narrow() -> HourglassLite:
    network = sixteen()
    assert isinstance(network, HourglassLite)
    return network


def test_the_restored_module_gives_what_the_file_gives(shipped: Network) -> None:
    images = demo_images(2, shipped.size)
    engine = load(shipped_network(), backend="onnxruntime", precision="fp32")
    try:
        told = engine.run(images)
    finally:
        engine.close()
    with torch.no_grad():
        deployed = Deployed(shipped).eval()
        given = dict(zip(deployed.outputs, deployed(torch.from_numpy(images)), strict=True))
    assert given.keys() == told.keys()
    # Joints are read at 0..256 px: 1e-4 of the side.
    for name, bound in (("joints", 1e-4 * shipped.size), ("scores", 1e-4), ("up", 1e-3)):
        np.testing.assert_allclose(given[name].numpy(), told[name], atol=bound)


def test_norms_that_have_settled_change_nothing_and_can_train(shipped: Network) -> None:
    network = build("balanced", shipped.size)
    network.load_state_dict(shipped.state_dict())
    images = torch.from_numpy(demo_images(6, shipped.size))
    settle_norms(network, [images[:3], images[3:]])
    with torch.no_grad():
        before, after = shipped(images), network.eval()(images)
        torch.testing.assert_close(after.heatmaps[-1], before.heatmaps[-1], atol=2e-3, rtol=1e-3)
        torch.testing.assert_close(after.depth, before.depth, atol=2e-3, rtol=1e-3)
        # With the statistics of the batch itself, as in training, it is about the same network.
        trained = network.train()(images)
    near = (trained.positions - before.positions).norm(dim=-1)
    assert near[before.scores > 0.5].median() < 4


def test_more_keypoints_leave_the_sixteen_where_they_were(narrow: HourglassLite) -> None:
    wider = build("balanced", narrow.size).eval()
    assert isinstance(wider, HourglassLite)
    missing = load_what_fits(wider, widened(wider, narrow.state_dict(), skeleton.COUNT))
    # What the image adds to depth begins anew.
    assert missing <= LATER | {"fusion.body.0", "fusion.out"}
    images = torch.from_numpy(demo_images(2, narrow.size))
    with torch.no_grad():
        before, after = narrow.see(images)[1], wider.see(images)[1]
        depth = wider(images).depth
    torch.testing.assert_close(after.positions[:, :16], before.positions, atol=1e-2, rtol=1e-4)
    torch.testing.assert_close(after.lifted[:, :16], before.lifted, atol=1e-3, rtol=1e-3)
    torch.testing.assert_close(depth, after.lifted)
    ankle, heel = skeleton.INDEX["l_ankle"], skeleton.KEYPOINT_INDEX["l_heel"]
    torch.testing.assert_close(depth[:, heel], depth[:, ankle])


def test_the_papers_network_widens_too() -> None:
    torch.manual_seed(0)
    narrow, wide = (build("hourglass-2x256", 64, k).eval() for k in (16, 31))
    wide.load_state_dict(widened(wide, narrow.state_dict(), 16))
    image = torch.rand(1, 3, 64, 64) * 255
    with torch.no_grad():
        before, after = narrow(image), wide(image)
    torch.testing.assert_close(after.heatmaps[-1][:, :16], before.heatmaps[-1])


def test_what_is_no_network_of_ours_gets_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "text.onnx"
    text.write_text("hello")
    with pytest.raises(PosecamError, match="cannot be read as a network"):
        restore(text)
    detector = shipped_network().with_name("person-detector.onnx")
    with pytest.raises(PosecamError, match="which of our networks"):
        restore(detector)


def test_a_run_begins_from_an_exported_file(
    tmp_path: Path, annotated_folder: Path, training_cache: Path, narrow: Network,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    run = tmp_path / "run"
    start = save_sixteen(tmp_path / "sixteen.onnx")
    arguments = [
        "train", "--run", str(run), "--stage", "3", "--start", str(start), "--data",
        str(annotated_folder), "--steps", "1", "--batch", "2", "--hold-norms", "--hold-pretrained",
        "1", "--threads", "1",
    ]  # fmt: skip
    assert main(arguments) == 0
    assert "None of the sets knows more than the 16 joints" in capsys.readouterr().out
    state = torch.load(run / "last.pt", weights_only=True)
    assert saved_keypoints(state["network"]) == skeleton.KEYPOINT_COUNT
    for name, value in narrow.state_dict().items():
        if name.startswith("trunk."):
            torch.testing.assert_close(state["network"][name], value)
    # One step later it says nearly the same of a person.
    network = averaged_network(state).eval()
    images = torch.from_numpy(demo_images(1, narrow.size))
    with torch.no_grad():
        before, after = narrow(images), network(images)
    apart = (after.positions[:, : skeleton.COUNT] - before.positions).norm(dim=-1)
    assert apart[before.scores > 0.5].median() < 1.5


def test_the_best_begins_from_the_balanced() -> None:
    best = build("best")
    weights = starting_weights(best, shipped_network(), "best")
    assert load_what_fits(best, weights) <= LATER
    with pytest.raises(PosecamError, match="not of fast"):
        starting_weights(build("fast"), shipped_network(), "fast")


def test_a_network_of_more_keypoints_than_are_asked_for_is_refused(tmp_path: Path) -> None:
    wide, path = build("fast", 96), tmp_path / "wide.pt"
    torch.save({"configuration": "fast", "size": 96, "average": wide.state_dict()}, path)
    with pytest.raises(PosecamError, match="has 31 keypoints; 16 are asked for"):
        starting_weights(build("fast", 96, skeleton.COUNT), path, "fast")
