"""Measure how far labels are from the centres of joints, and move them there.

    python -m training anatomy DATA/lspet DATA/ccp --network RENDERED --out offsets.json

The network is one that was trained on rendered people alone: a network that has seen the labels
repeats what they say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets import read
from training.datasets.anatomy import Pose, measure, moved_to_centres, write_offsets
from training.datasets.records import Records
from training.evaluate import runner, shipped_network
from training.predict import predict


def anatomy(
    folders: Sequence[Path], network: Path, out: Path, cache: Path, count: int = 1500
) -> dict[str, dict[str, list[float]]]:
    """Print and write the offsets of every set, in trunk lengths.

    Args:
        count: photos of each set to ask the network of.

    Raises:
        PosecamError: a set or the network is no good, or the file cannot be written.
    """
    found = {}
    for folder in folders:
        records = read(folder, "train", teacher=True)
        rows = np.random.RandomState(0).permutation(len(records))[:count]
        records = records.take(np.sort(rows))
        found[records.name] = measure(records, pose_of(records, network, cache))
        print(f"{records.name}: {len(records)} photos; outward, up, forward, trunk lengths")
        for joint, offset in found[records.name].items():
            print(f"  {joint:10s} " + " ".join(f"{v:+.3f}" for v in offset))
    write_offsets(out, network.name, found)
    return found


def anatomical(
    records: Records, offsets: Mapping[str, list[float]], cache: Path, trust: float = 1.0
) -> Records:
    """Records with labels at the centres of joints; the shipped network says how bodies stand."""
    return moved_to_centres(records, pose_of(records, shipped_network(), cache), offsets, trust)


def pose_of(records: Records, network: Path, cache: Path) -> Pose:
    """What a network says of the photos, asked once and kept.

    Raises:
        PosecamError: it cannot be run, or the answer not kept.
    """
    key = hashlib.sha256(network.read_bytes() if network.is_file() else b"")
    key.update("\n".join(records.files.tolist()).encode())
    key.update(records.box.tobytes())
    kept = cache / "poses" / f"{records.name}-{key.hexdigest()[:16]}.npz"
    if kept.is_file():
        with np.load(kept) as stored:
            return Pose(stored["joints"], stored["scores"])
    run, size = runner(network, "fp32")
    found = predict(run, size, records)
    body = slice(skeleton.COUNT)
    flat, solid = found.joints_2d[:, body], found.joints_3d[:, body]
    # Weak perspective: the scale that lays x and y of the body onto the image.
    a, b = solid[..., :2], flat - flat[:, skeleton.ROOT, None]
    scale = (a * b).sum((1, 2)) / np.maximum((a * a).sum((1, 2)), 1e-9)
    joints = np.concatenate([flat, solid[..., 2:] * scale[:, None, None]], -1)
    pose = Pose(joints.astype(np.float32), found.scores[:, body])
    temporary = kept.with_suffix(".part.npz")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez(temporary, joints=pose.joints, scores=pose.scores)
        temporary.replace(kept)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PosecamError(f"the poses cannot be kept in {kept.parent} ({error}).") from error
    return pose
