"""What an image network says of people whose joints are known, moment by moment, beside the truth.

Everything is told relative to the crop: x and y from its middle and depth from the pelvis, in sides
of the crop, so that a person's size in the image does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar
from zipfile import BadZipFile

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    crop_rotation,
    focal_length_px,
    invert_affine,
    joints_box,
    square_crop,
)
from training.datasets.folder import ANNOTATIONS
from training.motion.stored import Stored

Array = NDArray[np.floating]
#: (N, 3, S, S) float32 RGB 0..255 -> the network's outputs by name.
Run = Callable[[NDArray[np.float32]], dict[str, NDArray[np.float32]]]

_TRUSTED = 0.25
_FEWEST = 4
_SHRINK = 0.15
#: Of a single image the crop is off by so much of its side, as one that follows a person is.
_OFF_CENTRE, _OFF_SIDE = 0.02, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Observed(Stored):
    """N moments of people.

    Attributes:
        joints: (N, K, 3) as the image network says, in sides of the crop.
        spread: (N, K) Laplace scale of the depth, likewise.
        scores: (N, K).
        up: (N, 3) in the frame of the crop; up_score: (N,).
        true: (N, K, 3) the same as `joints`; depth runs along the ray through the crop's middle.
        seen: (N, K) within the image and not occluded.
        inside: (N, K) within the image.
        true_up: (N, 3) in the frame of the crop.
        lens: (N, 3) focal length, and the middle of the frame from that of the crop, in sides.
        sequence: (N,) moments of one number follow each other; -1 for single images.
        time: (N,) s.
    """

    WHAT: ClassVar[str] = "observed people"

    joints: NDArray[np.float32]
    spread: NDArray[np.float32]
    scores: NDArray[np.float32]
    up: NDArray[np.float32]
    up_score: NDArray[np.float32]
    true: NDArray[np.float32]
    seen: NDArray[np.bool_]
    inside: NDArray[np.bool_]
    true_up: NDArray[np.float32]
    lens: NDArray[np.float32]
    sequence: NDArray[np.int64]
    time: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.joints)

    def take(self, rows: NDArray[np.integer] | NDArray[np.bool_]) -> Observed:
        return Observed(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})


def observe(run: Run, size: int, folder: Path, most: int | None = None) -> Observed:
    """Look at the people of a rendered folder.

    Of sequences the crop follows what was said of the frame before; single images are cut out by
    their box, a little off.

    Args:
        run, size: the network and the side of its input.
        most: so many images at most, evenly spread.

    Raises:
        PosecamError: the folder is not a rendered one with cameras.
    """
    needed = ("files", "box", "joints_2d", "visible", "joints_3d", "camera", "up", "occluded")
    try:
        with np.load(folder / ANNOTATIONS, allow_pickle=False) as stored:
            truth = {k: stored[k] for k in needed}
            count = len(truth["files"])
            truth["sequence"] = stored["sequence"] if "sequence" in stored else np.full(count, -1)
            truth["time"] = stored["time"] if "time" in stored else np.zeros(count)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"{folder} is no rendered folder with cameras ({error}).") from error
    if truth["joints_3d"].shape[1] != skeleton.KEYPOINT_COUNT:
        raise PosecamError(f"{folder} has not all {skeleton.KEYPOINT_COUNT} keypoints.")
    rows = np.arange(count)
    if most is not None and most < count:
        if (truth["sequence"] >= 0).any():
            rows = rows[truth["sequence"] < truth["sequence"][:most].max()]
        else:
            rows = np.linspace(0, count - 1, most).astype(int)
    made = list(_look(run, size, folder, truth, rows))
    return Observed(
        **{
            f.name: np.stack([one[f.name] for one in made]).astype(_TYPES.get(f.name, np.float32))
            for f in fields(Observed)
        }
    )


_TYPES = {"seen": np.bool_, "inside": np.bool_, "sequence": np.int64}


def _look(
    run: Run, size: int, folder: Path, truth: dict[str, Array], rows: NDArray[np.int64]
) -> Iterator[dict[str, Array]]:
    rng = np.random.default_rng(0)
    before: tuple[int, tuple[float, float, float]] | None = None
    for row in tqdm(rows, desc=folder.name, unit="img"):
        image = cv2.imread(str(folder / "images" / str(truth["files"][row])), cv2.IMREAD_COLOR)
        if image is None:
            continue
        number = int(truth["sequence"][row])
        if before is not None and number >= 0 and before[0] == number:
            crop = before[1]
        else:
            cx, cy, side = square_crop(truth["box"][row], CROP_MARGIN)
            dx, dy = rng.normal(0, _OFF_CENTRE, 2) * side
            crop = cx + dx, cy + dy, side * float(np.exp(rng.normal(0, _OFF_SIDE)))
        said, flat = look(run, size, image, crop)
        before = number, following(flat, said["scores"], crop)
        yield said | _true(truth, int(row), crop)


def look(
    run: Run, size: int, image: NDArray[np.uint8] | cv2.typing.MatLike, crop: Sequence[float]
) -> tuple[dict[str, Array], Array]:
    """What a network says of a crop (cx, cy, side), in sides of it, and (K, 2) px of the image."""
    cx, cy, side = crop
    matrix = crop_matrix(cx, cy, side, size)
    cut = cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR)
    given = run(np.ascontiguousarray(cut[..., ::-1].transpose(2, 0, 1)[None], np.float32))
    joints = given["joints"][0].astype(np.float64)
    flat = apply_affine(invert_affine(matrix), joints[:, :2])
    depth = (joints[:, 2] - joints[skeleton.ROOT, 2]) / size
    height, width = image.shape[:2]
    out = (flat < 0).any(-1) | (flat > np.array([width, height]) - 1).any(-1)
    return {
        "joints": np.column_stack([(flat - (cx, cy)) / side, depth]),
        "spread": given["spread"][0] / size,
        "scores": np.where(out, 0, given["scores"][0]),
        "up": given["up"][0],
        "up_score": given["up_score"][0],
    }, flat


def following(
    flat: Array, scores: Array, crop: tuple[float, float, float]
) -> tuple[float, float, float]:
    """The crop of the next frame: it grows at once and shrinks slowly."""
    trusted = scores[: skeleton.COUNT] >= _TRUSTED
    if trusted.sum() < _FEWEST:
        return crop
    cx, cy, side = square_crop(joints_box(flat[: skeleton.COUNT], trusted), CROP_MARGIN)
    return cx, cy, side if side > crop[2] else crop[2] + _SHRINK * (side - crop[2])


def _true(truth: dict[str, Array], row: int, crop: tuple[float, float, float]) -> dict[str, Array]:
    cx, cy, side = crop
    camera = truth["camera"][row].astype(np.float64)
    focal, centre = camera[0, 0], camera[:2, 2]
    towards = np.array([cx, cy])
    solid = truth["joints_3d"][row].astype(np.float64)
    pelvis = solid[skeleton.ROOT]
    ahead = np.append((towards - centre) / focal, 1.0)
    depth = (solid - pelvis) @ (ahead / np.linalg.norm(ahead)) * (focal / pelvis[2])
    flat = solid[:, :2] / np.maximum(solid[:, 2:], 1) * focal + centre
    return {
        "true": np.column_stack([(flat - towards) / side, depth / side]),
        "seen": truth["visible"][row] & ~truth["occluded"][row],
        "inside": truth["visible"][row],
        "true_up": crop_rotation(focal, centre, towards) @ truth["up"][row],
        "lens": np.append(focal, centre - towards) / side,
        "sequence": truth["sequence"][row],
        "time": truth["time"][row],
    }


def observe_clip(run: Run, size: int, video: Path, field_of_view_deg: float = 60.0) -> Observed:
    """Follow one person through a video, the truth unknown (NaN).

    Raises:
        PosecamError: the video cannot be read.
    """
    capture = cv2.VideoCapture(str(video))
    made = []
    crop: tuple[float, float, float] | None = None
    while True:
        good, image = capture.read()
        if not good:
            break
        height, width = image.shape[:2]
        if crop is None:
            crop = (width - 1) / 2, (height - 1) / 2, float(max(width, height))
            for _ in range(3):
                said, flat = look(run, size, image, crop)
                trusted = said["scores"][: skeleton.COUNT] >= _TRUSTED
                if trusted.sum() >= _FEWEST:
                    crop = square_crop(joints_box(flat[: skeleton.COUNT], trusted), CROP_MARGIN)
        said, flat = look(run, size, image, crop)
        centre = np.array([(width - 1) / 2, (height - 1) / 2])
        focal = focal_length_px((width, height), field_of_view_deg)
        keypoints = len(said["joints"])
        made.append(
            said
            | {
                "true": np.full((keypoints, 3), np.nan),
                "seen": np.zeros(keypoints),
                "inside": np.zeros(keypoints),
                "true_up": np.full(3, np.nan),
                "lens": np.append(focal, centre - crop[:2]) / crop[2],
                "sequence": np.array(0),
                "time": np.array(capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0),
            }
        )
        crop = following(flat, said["scores"], crop)
    capture.release()
    if not made:
        raise PosecamError(f"{video} cannot be read as a video.")
    return Observed(
        **{
            f.name: np.stack([one[f.name] for one in made]).astype(_TYPES.get(f.name, np.float32))
            for f in fields(Observed)
        }
    )
