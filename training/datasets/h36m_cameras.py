"""The four cameras of Human3.6M (Ionescu et al., PAMI 2014), read from what comes with the set.

Either `metadata.xml` of the release, whose `w0` holds 6 numbers a camera and subject (three Euler
angles, then the position in mm; subjects S1 to S11 of the first camera, then of the second ...)
and after these 264 nine a camera (focal lengths, middle, three radial and two tangential
coefficients); or a `camera-parameters.json` with `intrinsics` (calibration_matrix, distortion
k1 k2 p1 p2 k3) and `extrinsics` (R, t with x_camera = R x + t) by subject and camera.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.datasets.files import read_json

CAMERAS = ("54138969", "55011271", "58860488", "60457274")
_METADATA, _PARAMETERS = "metadata.xml", "camera-parameters.json"
_SUBJECTS = 11
_PLACED, _LENS = 6, 9

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A camera as one subject had it.

    Attributes:
        rotation, shift: (3, 3) and (3,) mm: x_camera = rotation x + shift.
        focal, middle: (2,) px.
        radial, tangential: (3,) and (2,) coefficients of the lens.
    """

    rotation: Array
    shift: Array
    focal: Array
    middle: Array
    radial: Array
    tangential: Array

    def place(self, joints: Array) -> Array:
        """(..., 3) of the world, mm, in the camera frame: x right, y down, z away."""
        return joints @ self.rotation.T + self.shift

    def project(self, joints: Array) -> Array:
        """(..., 3) of the camera frame to (..., 2) px, through the lens.

        With x = X/Z, y = Y/Z, r2 = x2 + y2 and coefficients k, p as Human3.6M's release uses them:

            (x, y) (1 + k1 r2 + k2 r4 + k3 r6 + p1 y + p2 x) + (p2, p1) r2
        """
        flat = joints[..., :2] / joints[..., 2:]
        r2 = (flat**2).sum(-1, keepdims=True)
        k, p = self.radial, self.tangential
        bent = 1 + k[0] * r2 + k[1] * r2**2 + k[2] * r2**3
        bent = bent + p[0] * flat[..., 1:] + p[1] * flat[..., :1]
        return np.asarray(self.focal * (flat * bent + p[::-1] * r2) + self.middle)


def read_cameras(folder: Path) -> dict[tuple[str, str], Camera]:
    """Cameras by subject ("S9") and name ("54138969").

    Raises:
        PosecamError: neither file is in the folder, or it is broken.
    """
    for name, reader in ((_METADATA, _from_metadata), (_PARAMETERS, _from_parameters)):
        path = folder / name
        if path.is_file():
            try:
                return reader(path)
            except (OSError, KeyError, TypeError, ValueError, IndexError) as error:
                raise PosecamError(f"{path} holds no cameras of Human3.6M ({error}).") from error
    raise PosecamError(
        f"{folder} has neither {_METADATA} nor {_PARAMETERS}: the cameras of Human3.6M are in "
        f"the release's {_METADATA}."
    )


def _from_metadata(path: Path) -> dict[tuple[str, str], Camera]:
    found = re.search(r"<w0>\s*\[(.*?)\]\s*</w0>", path.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise ValueError("w0 is missing")
    numbers = np.array(found.group(1).split(), float)
    placed = _PLACED * _SUBJECTS * len(CAMERAS)
    wanted = placed + _LENS * len(CAMERAS)
    if len(numbers) != wanted:
        raise ValueError(f"w0 has {len(numbers)} numbers, not {wanted}")
    where = numbers[:placed].reshape(len(CAMERAS), _SUBJECTS, _PLACED)
    lens = numbers[placed:].reshape(len(CAMERAS), _LENS)
    cameras = {}
    for c, name in enumerate(CAMERAS):
        for s in range(_SUBJECTS):
            rotation = _rotation(where[c, s, :3])
            cameras[f"S{s + 1}", name] = Camera(
                rotation, -rotation @ where[c, s, 3:], lens[c, :2], lens[c, 2:4], lens[c, 4:7],
                lens[c, 7:],
            )  # fmt: skip
    return cameras


def _rotation(angles: Array) -> Array:
    """Rotation about x, times that about y, times that about z."""
    out = np.eye(3)
    for axis, angle in enumerate(angles):
        i, j = [k for k in range(3) if k != axis]
        turn = np.eye(3)
        turn[i, i] = turn[j, j] = np.cos(angle)
        turn[i, j] = -np.sin(angle) if axis != 1 else np.sin(angle)
        turn[j, i] = -turn[i, j]
        out = out @ turn
    return out


def _from_parameters(path: Path) -> dict[tuple[str, str], Camera]:
    data = read_json(path)
    cameras = {}
    for subject, views in data["extrinsics"].items():
        for name, view in views.items():
            lens = data["intrinsics"][name]
            matrix = np.array(lens["calibration_matrix"], float).reshape(3, 3)
            k1, k2, p1, p2, k3 = (float(v) for v in lens["distortion"])
            cameras[subject, name] = Camera(
                np.array(view["R"], float).reshape(3, 3),
                np.array(view["t"], float).reshape(3),
                np.diag(matrix)[:2].copy(),
                matrix[:2, 2].copy(),
                np.array([k1, k2, k3]),
                np.array([p2, p1]),
            )
    return cameras
