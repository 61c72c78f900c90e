"""The detector's targets, its loss, its decoding, and its start from public weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from posecam.geometry import box_overlap
from tests.training.detector.conftest import SIZE
from training.detector.compose import Scene
from training.detector.network import COUNT, STRIDE, Decoded, DetectorNetwork, Maps
from training.detector.targets import Batch, detector_loss, generalised_iou, make_batch
from training.network.mobilenet import WIDTHS, Trunk
from training.network.movenet import load_trunk, read_arrays


def scene(boxes: list[list[float]], ignored: list[list[float]] | None = None) -> Scene:
    return Scene(
        np.zeros((*SIZE, 3), np.uint8),
        np.array(boxes, np.float32).reshape(-1, 4),
        np.array(ignored or [], np.float32).reshape(-1, 4),
    )


def perfect(batch: Batch) -> Maps:
    """What a network that knows the targets would say."""
    return Maps(torch.logit(batch.heat * 0.998 + 0.001), batch.boxes.clone())


class Saying(torch.nn.Module):
    """A network that says the same of every image."""

    def __init__(self, maps: Maps) -> None:
        super().__init__()
        self.maps = maps

    def forward(self, _: torch.Tensor) -> Maps:
        return self.maps


def test_decoding_gives_back_the_boxes_that_the_targets_hold() -> None:
    boxes: list[list[float]] = [
        [8, 10, 30, 60],
        [80, 4, 20, 20],
        [60, 40, 90, 54],
        [110, 60, 12, 30],
    ]
    batch = make_batch([scene(boxes)])
    decoded = Decoded(Saying(perfect(batch)))  # type: ignore[arg-type]
    found, scores = decoded(batch.image)
    assert found.shape == (1, COUNT, 4)
    assert scores.shape == (1, COUNT)
    assert (scores[0, :4] > 0.9).all()
    assert scores[0, 4] < 0.1  # one peak a person, and no more
    for box in np.array(boxes, np.float32):
        assert box_overlap(found[0, :4].numpy(), box).max() > 0.99


def test_doubtful_places_do_not_count_but_for_a_person_there() -> None:
    batch = make_batch([scene([[20, 20, 20, 40]], [[0, 0, 60, 90], [100, 0, 40, 40]])])
    care = batch.care[0, 0].numpy()
    assert care[5, 3] == 1  # the person's middle
    assert care[2, 2] == 0
    assert care[2, 14] == 0
    assert care[10, 10] == 1
    said = perfect(batch)
    fair, _ = detector_loss(said, batch)
    said.heat[0, 0, 2, 14] = 5.0
    assert detector_loss(said, batch)[0] == fair
    said.heat[0, 0, 10, 10] = 5.0
    assert detector_loss(said, batch)[0] > fair + 1


def test_the_loss_is_least_where_the_maps_are_right() -> None:
    batch = make_batch([scene([[8, 10, 30, 60]]), scene([])])
    right, parts = detector_loss(perfect(batch), batch)
    assert parts["box"] < 0.01
    worse = perfect(batch)
    worse.boxes[:, 2] += 10
    assert detector_loss(worse, batch)[0] > right + 0.1
    silent = perfect(batch)
    silent.heat[:] = -6.0
    assert detector_loss(silent, batch)[0] > right + 1


def test_generalised_iou() -> None:
    def one(*boxes: list[float]) -> list[torch.Tensor]:
        return [torch.tensor(b, dtype=torch.float32).view(1, 4, 1, 1) for b in boxes]

    same, apart = one([0, 0, 4, 4], [8, 0, 4, 4])
    assert abs(float(generalised_iou(same, same)) - 1) < 1e-5
    assert abs(float(generalised_iou(same, apart)) - (0 - 16 / 48)) < 1e-5


def test_a_box_lies_where_its_cell_says() -> None:
    torch.manual_seed(0)
    network = DetectorNetwork(SIZE).eval()
    assert network.out.bias is not None
    with torch.no_grad():
        network.out.weight.zero_()
        side = float(np.log(40 / STRIDE))
        network.out.bias.copy_(torch.tensor([0.0, 0.5, -0.5, side, side]))
        maps = network(torch.rand(1, 3, *SIZE) * 255)
    assert maps.heat.shape == (1, 1, SIZE[0] // STRIDE, SIZE[1] // STRIDE)
    x, y, w, h = maps.boxes[0, :, 3, 7].tolist()
    np.testing.assert_allclose([w, h], 40, rtol=1e-4)
    middle = (STRIDE - 1) / 2
    np.testing.assert_allclose(x + w / 2, 7 * STRIDE + middle + 0.5 * STRIDE, rtol=1e-4)
    np.testing.assert_allclose(y + h / 2, 3 * STRIDE + middle - 0.5 * STRIDE, rtol=1e-4)


def test_the_trunk_is_movenets(movenet_folder: Path) -> None:
    network = DetectorNetwork(SIZE).eval()
    network.load_movenet(movenet_folder)
    trunk = Trunk(WIDTHS["lightning"]).eval()
    load_trunk(trunk, read_arrays(movenet_folder / "movenet-lightning.json"))
    image = torch.rand(1, 3, *SIZE) * 255
    seen: list[torch.Tensor] = []
    network.blocks[12].register_forward_hook(lambda _m, _i, out: seen.append(out))
    with torch.no_grad():
        network(image)
        wanted = trunk(image).middle
    torch.testing.assert_close(seen[0], wanted)
