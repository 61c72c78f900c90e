"""A small network learns what a larger one says of images that no one has labelled."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from posecam.errors import PosecamError
from tests.fakes.demo_images import demo_images
from tests.fakes.sixteen import save_sixteen
from training.distil import Teacher
from training.network import build

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Teacher:
    return Teacher(save_sixteen(tmp_path_factory.mktemp("teacher") / "sixteen.onnx"), CPU)


def test_the_teacher_is_asked_at_its_own_size_and_does_not_learn(teacher: Teacher) -> None:
    said = teacher.ask(torch.rand(1, 3, 192, 192) * 255)
    assert said.heatmaps[-1].shape == (1, 16, 64, 64)
    assert not said.heatmaps[-1].requires_grad
    assert not any(p.requires_grad for p in teacher.network.parameters())


def test_who_says_the_same_has_the_least_to_learn(teacher: Teacher) -> None:
    image = torch.from_numpy(demo_images(2, 256))
    same = teacher.ask(image)
    known = torch.ones(2, 16)
    least = teacher.loss(image, same, known)
    other = teacher.ask(torch.flip(image, (-1,)))
    assert teacher.loss(image, other, known) > least
    # Depth counts where none is known, and only where the teacher sees the joint.
    unknown = torch.zeros(2, 16)
    assert teacher.loss(image, same, unknown) < least
    assert teacher.loss(image, same, unknown) < teacher.loss(image, other, unknown)


def test_a_pupil_of_more_keypoints_and_another_size_has_a_slope(teacher: Teacher) -> None:
    pupil = build("fast", 96)
    image = torch.rand(2, 3, 96, 96) * 255
    loss = teacher.loss(image, pupil(image), torch.zeros(2, 31))
    torch.autograd.backward(loss)
    slope = pupil.get_parameter("head.out.weight").grad
    assert slope is not None
    assert slope[:16].abs().sum() > 0
    assert slope[16:].abs().sum() == 0, "the teacher knows sixteen"


def test_a_teacher_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PosecamError, match=r"absent\.pt"):
        Teacher(tmp_path / "absent.pt", CPU)
