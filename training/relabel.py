"""Mend the labels of a training set by what a network says of its photos (`datasets.corrected`)."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.corrected import Opinion, corrected, opinion
from training.datasets.records import Records
from training.evaluate import runner
from training.predict import Predictions, Runner, predict


def relabel(records: Records, network: Path, cache: Path) -> Records:
    """Records corrected by a network's opinion, which is asked for once and kept.

    Sets with joints in 3D are left as they are: no person clicked on those.

    Raises:
        PosecamError: the network cannot be run.
    """
    if np.isfinite(records.joints_3d).any():
        return records
    said = _kept_opinion(records, network, cache)
    out, exchanged, doubted = corrected(records, said)
    print(
        f"{records.name}: sides of {exchanged} of {len(records)} people exchanged, "
        f"{doubted} of {int(records.known.sum())} labels count less."
    )
    return out


def _kept_opinion(records: Records, network: Path, cache: Path) -> Opinion:
    key = hashlib.sha256(network.read_bytes() if network.is_file() else b"")
    key.update("\n".join(records.files.tolist()).encode())
    key.update(records.box.tobytes())
    kept = cache / "opinions" / f"{records.name}-{key.hexdigest()[:16]}.npz"
    if kept.is_file():
        with np.load(kept) as stored:
            return Opinion(stored["joints"], stored["sure"])
    return _asked(records, network, kept)


def _asked(records: Records, network: Path, kept: Path) -> Opinion:
    run, size = runner(network, "fp32")
    plain, mirrored = predict(run, size, records), predict(_mirrored(run), size, records)
    said = opinion(records, _joints(plain), _joints(mirrored))
    temporary = kept.with_suffix(".part.npz")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez(temporary, joints=said.joints, sure=said.sure)
        temporary.replace(kept)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PosecamError(f"the opinion cannot be kept in {kept.parent} ({error}).") from error
    return said


def _joints(found: Predictions) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return found.joints_2d, found.scores


def _mirrored(run: Runner) -> Runner:
    """The same runner looking at mirror images; its joints are those of the image as it is."""

    def other(images: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        given = run(np.ascontiguousarray(images[..., ::-1]))
        joints, scores = given["joints"], given["scores"]
        flip = list(skeleton.KEYPOINT_FLIP[: scores.shape[1]])
        joints = joints[:, flip].copy()
        joints[..., 0] = images.shape[-1] - 1 - joints[..., 0]
        return {"joints": joints, "scores": scores[:, flip]}

    return other
