"""What a detector learns from, as small as it can be: figures with masks, photos, panoramas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from posecam import skeleton
from training.__main__ import main
from training.detector.network import CONFIGURATION, DetectorNetwork

FIGURES, PHOTOS = 40, 16
#: (height, width) of networks in these tests.
SIZE = (96, 160)


@dataclass(frozen=True, slots=True)
class Material:
    """Folders.

    Attributes:
        data: with lspet-like `ccp`, and `synth_assets`.
        rendered: figures with masks.
    """

    data: Path
    rendered: Path


def _image(rng: np.random.Generator, size: tuple[int, int]) -> np.ndarray:
    """A blue-grey image (h, w, 3) BGR of (width, height)."""
    return rng.integers((120, 90, 60), (160, 120, 90), (size[1], size[0], 3)).astype(np.uint8)


def _write_rendered(folder: Path) -> None:
    rng = np.random.default_rng(0)
    for name in ("images", "masks"):
        (folder / name).mkdir(parents=True)
    heads = np.zeros((FIGURES, skeleton.COUNT, 2), np.float32)
    for i in range(FIGURES):
        image, mask = _image(rng, (128, 128)), np.zeros((128, 128), np.uint8)
        top, bottom = 20, 128 if i % 4 == 3 else 110  # every fourth is cut off below
        mask[top:bottom, 50:80] = 255
        image[mask > 0] = (20, 20, 220)
        heads[i, skeleton.INDEX["head_top"]] = (65, top + 1)
        heads[i, skeleton.INDEX["upper_neck"]] = (65, top + 15)
        cv2.imwrite(str(folder / "images" / f"{i:07d}.jpg"), image)
        cv2.imwrite(str(folder / "masks" / f"{i:07d}.png"), mask)
    np.savez(
        folder / "annotations.npz",
        files=np.array([f"{i:07d}.jpg" for i in range(FIGURES)]),
        camera=np.tile(np.diag([300.0, 300, 1]), (FIGURES, 1, 1)),
        joints_2d=heads,
    )


def _write_photos(folder: Path) -> None:
    rng = np.random.default_rng(1)
    (folder / "images").mkdir(parents=True)
    limbs = np.zeros((PHOTOS, 12, 3), np.float32)
    boxes = []
    for i in range(PHOTOS):
        image = _image(rng, (120, 160))
        image[30:140, 40:80] = (20, 20, 220)
        cv2.imwrite(str(folder / "images" / f"{i:04d}.jpg"), image)
        limbs[i, :, 0], limbs[i, :, 1] = rng.uniform(45, 75, 12), np.linspace(40, 130, 12)
        limbs[i, :, 2] = 0.9
        boxes.append([40, 30, 40, 110, 0.8])
    np.savez(
        folder / "teacher.npz", movenet_2d=limbs, blazepose_2d=limbs, blazepose_3d=limbs,
        person_boxes=np.array(boxes, np.float32), person_box_image=np.arange(PHOTOS),
    )  # fmt: skip


def _write_assets(folder: Path) -> None:
    rng = np.random.default_rng(2)
    for name in ("hdri", "photos"):
        (folder / name).mkdir(parents=True)
    for i in range(6):
        cv2.imwrite(str(folder / "hdri" / f"room{i}.jpg"), _image(rng, (128, 64)))
        light = rng.uniform(0.2, 0.6, (32, 64, 3)).astype(np.float32)
        np.save(folder / "hdri" / f"room{i}_light.npy", light)
    cv2.imwrite(str(folder / "photos" / "clutter.jpg"), _image(rng, (96, 64)))


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """People are red, everything else is blue."""
    root = tmp_path_factory.mktemp("material")
    _write_rendered(root / "rendered")
    _write_photos(root / "data" / "ccp")
    _write_assets(root / "data" / "synth_assets")
    return Material(root / "data", root / "rendered")


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random weights, so that no test needs a download."""
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("start") / "start.pt"
    state = DetectorNetwork(SIZE).state_dict()
    state["out.weight"] *= 300  # a lively heatmap: no two cells are equal
    torch.save({"configuration": CONFIGURATION, "size": list(SIZE), "average": state}, path)
    return path


@pytest.fixture(scope="session")
def network_file(tmp_path_factory: pytest.TempPathFactory, checkpoint: Path) -> Path:
    """Those weights as they would ship."""
    file = tmp_path_factory.mktemp("network") / "detector.onnx"
    words = ["detector", "export", str(checkpoint), "--out", str(file), "--metrics", "none"]
    assert main(words) == 0
    return file
