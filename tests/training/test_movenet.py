"""Our module computes what MoveNet's own graph computes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from posecam import skeleton
from posecam.capture import open_source
from posecam.errors import PosecamError
from tests.training.tfjs_reference import run_graph
from training.datasets.coco import COCO_NAMES, COCO_OF_LIMBS
from training.network.mobilenet import WIDTHS, KeypointHead, Trunk
from training.network.movenet import load_coco_head, load_head, load_trunk, read_arrays

ROOT = "StatefulPartitionedCall/"
FEATURES = ROOT + "center_net_mobile_net_v2fpn_feature_extractor/model_1/re_lu_2/Relu"
HEATMAPS = ROOT + "kpt_heatmap_0/conv2d_5/BiasAdd"


def demo_image(size: int) -> torch.Tensor:
    """(1, 3, size, size) RGB of the demo clip's first frame."""
    import cv2

    source = open_source("demo")
    try:
        frame = source.read()
    finally:
        source.close()
    assert frame is not None
    image = cv2.cvtColor(cv2.resize(frame.image, (size, size)), cv2.COLOR_BGR2RGB)
    return torch.from_numpy(np.asarray(image, np.float32)).permute(2, 0, 1)[None]


@pytest.mark.parametrize(("width", "size"), [("lightning", 192), ("thunder", 256)])
def test_module_agrees_with_the_original(movenet_folder: Path, width: str, size: int) -> None:
    path = movenet_folder / f"movenet-{width}.json"
    arrays = read_arrays(path)
    trunk, head = Trunk(WIDTHS[width]), KeypointHead(24, len(COCO_NAMES))
    load_trunk(trunk, arrays)
    load_coco_head(head, arrays)
    image = demo_image(size)
    with torch.no_grad():
        features = trunk(image).fine
        heatmaps = head(features).sigmoid()
    theirs = run_graph(path, ROOT + "stack", image.permute(0, 2, 3, 1), [FEATURES, HEATMAPS])
    assert features.abs().max() > 1
    assert (features - theirs[0].permute(0, 3, 1, 2)).abs().max() < 1e-4
    assert (heatmaps - theirs[1].sigmoid().permute(0, 3, 1, 2)).abs().max() < 1e-4


def test_our_head_starts_from_the_channels_of_the_same_joints(movenet_folder: Path) -> None:
    arrays = read_arrays(movenet_folder / "movenet-lightning.json")
    coco, ours = KeypointHead(24, len(COCO_NAMES)), KeypointHead(24, skeleton.COUNT)
    load_coco_head(coco, arrays)
    load_head(ours, arrays)
    assert [COCO_NAMES[c] for c in COCO_OF_LIMBS] == [skeleton.NAMES[j] for j in skeleton.LIMBS]
    features = torch.rand(1, 24, 8, 8)
    with torch.no_grad():
        theirs, mine = coco(features), ours(features)
    for joint, channel in zip(skeleton.LIMBS, COCO_OF_LIMBS, strict=True):
        torch.testing.assert_close(mine[:, joint], theirs[:, channel])


def test_weights_of_the_other_width_are_refused(movenet_folder: Path) -> None:
    arrays = read_arrays(movenet_folder / "movenet-lightning.json")
    with pytest.raises(PosecamError, match="mixed up"):
        load_trunk(Trunk(WIDTHS["thunder"]), arrays)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "movenet-lightning.json"
    path.write_text("no json")
    with pytest.raises(PosecamError, match="not a tfjs graph model"):
        read_arrays(path)
    path.write_text(json.dumps({"other": 1}))
    with pytest.raises(PosecamError, match="not a tfjs graph model"):
        read_arrays(path)
