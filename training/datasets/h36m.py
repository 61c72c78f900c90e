"""Human3.6M (Ionescu et al., PAMI 2014): images, and joints as `data_3d_h36m.npz`.

The folder holds `data_3d_h36m.npz` (`positions_3d`: subject, action, (T, 32 or 17, 3) metres in
the world, 50 a second, as VideoPose3D prepares it), `metadata.xml` or `camera-parameters.json`
(`h36m_cameras`), and somewhere below it images named by subject, action, camera and frame, which
counts from one: `S9_Walking_1.54138969_000001.jpg`. As in Zhou et al. (ICCV 2017, section 4), S1,
S5, S6, S7 and S8 train, S9 and S11 test, at 10 images a second.
"""

from __future__ import annotations

import pickle
import re
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import joints_box
from training.datasets.files import frames_of_video
from training.datasets.h36m_cameras import Camera, read_cameras
from training.datasets.lspet import no_split
from training.datasets.records import H36MTruth, Records, make_records

POSITIONS = "data_3d_h36m.npz"
SUBJECTS = {"train": ("S1", "S5", "S6", "S7", "S8"), "val": ("S9", "S11")}
#: Of the 32 joints that the release has, the seventeen that are somewhere of their own.
_OF_32 = (0, 1, 2, 3, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 25, 26, 27)
#: Frames from one image to the next: 50 a second to 10.
_APART = 5
_NAME = re.compile(r"^(S\d+)[_ ](.+)[._](\d{8})[_.](\d+)$")
#: Two names that the release itself has for the same action.
_SAME = {"TakingPhoto": "Photo", "WalkingDog": "WalkDog"}
#: From neck to nose there is no joint between: bones of the seventeen as (child, parent).
H36M_BONES = (
    (1, 0), (2, 1), (3, 2), (4, 0), (5, 4), (6, 5), (7, 0), (8, 7), (9, 8), (10, 9), (11, 8),
    (12, 11), (13, 12), (14, 8), (15, 14), (16, 15),
)  # fmt: skip

Array = NDArray[np.floating]


def h36m_bone_sum(joints: Array) -> Array:
    """(...,) summed lengths of the sixteen bones of (..., 17, 3) joints."""
    child, parent = np.array(H36M_BONES).T
    return np.asarray(
        np.linalg.norm(joints[..., child, :] - joints[..., parent, :], axis=-1).sum(-1)
    )


def from_h36m(joints: Array) -> Array:
    """(..., 17, D) joints of Human3.6M to the table's (..., 16, D).

    The thorax is the middle of the shoulders, as everywhere here: Human3.6M's own spine, which
    the order map puts in its place, is half-way down the trunk.
    """
    out = joints[..., list(skeleton.FROM_H36M), :].copy()
    index = skeleton.INDEX
    shoulders = out[..., [index["r_shoulder"], index["l_shoulder"]], :]
    out[..., index["thorax"], :] = shoulders.mean(-2)
    return out


def read_h36m(folder: Path, split: str) -> Records:
    """People of Human3.6M; images beyond the end of the recorded joints are left out.

    Raises:
        PosecamError: joints, cameras or images are missing or of another form.
    """
    if split not in {"all", *SUBJECTS}:
        raise no_split(split)
    wanted = [s for part in SUBJECTS if split in {part, "all"} for s in SUBJECTS[part]]
    positions = read_positions(folder / POSITIONS)
    cameras = read_cameras(folder)
    videos: dict[tuple[str, str, str], list[Path]] = defaultdict(list)
    for path in folder.rglob("*.jpg"):
        found = _NAME.match(path.stem)
        if found and found.group(1) in wanted:
            videos[found.group(1), _action(found.group(2)), found.group(3)].append(path)
    if not videos:
        raise PosecamError(
            f"{folder} has no images of {', '.join(wanted)}: they are named like "
            "S9_Walking_1.54138969_000001.jpg."
        )
    files: list[Path] = []
    solid: list[Array] = []
    flat: list[Array] = []
    lenses: list[Array] = []
    actions: list[str] = []
    for (subject, action, name), images in sorted(videos.items()):
        world = _of_video(positions, subject, action, folder)
        camera = _camera(cameras, subject, name, folder)
        frames = [(n, p) for n, p in frames_of_video(images, _APART) if n < len(world)]
        placed = camera.place(world[[n for n, _ in frames]])
        files += [p for _, p in frames]
        solid.append(placed)
        flat.append(camera.project(placed))
        lens = np.append(camera.focal.mean(), camera.middle)
        lenses.append(np.tile(lens, (len(frames), 1)))
        actions += [action.split(" ")[0]] * len(frames)
    joints, image = np.concatenate(solid), from_h36m(np.concatenate(flat))
    boxes = np.array([joints_box(j) for j in image], np.float32).reshape(-1, 4)
    training = [world for s in SUBJECTS["train"] for world in positions.get(s, {}).values()]
    sums = [h36m_bone_sum(world) for world in training] or [h36m_bone_sum(joints)]
    truth = H36MTruth(
        joints.astype(np.float32), np.array(actions), float(np.concatenate(sums).mean())
    )
    return make_records(
        "h36m", files, image, np.ones(image.shape[:2], bool), box=boxes,
        joints_3d=from_h36m(joints), camera=np.concatenate(lenses), h36m=truth,
    )  # fmt: skip


def read_positions(path: Path) -> dict[str, dict[str, NDArray[np.float64]]]:
    """(T, 17, 3) mm in the world by subject and action.

    The file is a pickle; nothing in it but arrays is ever made.

    Raises:
        PosecamError: it is missing or of another form.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open("positions_3d.npy") as stream:
            version = np.lib.format.read_magic(stream)
            reader = (
                np.lib.format.read_array_header_1_0
                if version == (1, 0)
                else np.lib.format.read_array_header_2_0
            )
            reader(stream)
            stored = _ArraysOnly(stream).load().item()
        positions: dict[str, dict[str, NDArray[np.float64]]] = {}
        for subject, actions in stored.items():
            positions[subject] = {}
            for action, joints in actions.items():
                world = np.asarray(joints, np.float64) * 1000
                if world.ndim != 3 or world.shape[1] not in {17, 32} or world.shape[2] != 3:
                    raise ValueError(f"{subject} {action} has shape {world.shape}")  # noqa: TRY301
                if world.shape[1] == 32:
                    world = world[:, _OF_32]
                positions[subject][_action(action)] = world
    except (OSError, ValueError, KeyError, AttributeError, EOFError, TypeError,
            zipfile.BadZipFile, pickle.UnpicklingError) as error:  # fmt: skip
        raise PosecamError(f"{path} holds no joints of Human3.6M ({error}).") from error
    return positions


class _ArraysOnly(pickle.Unpickler):
    """Refuses everything in a pickle that is not part of an array."""

    _NAMES = frozenset({"_reconstruct", "ndarray", "dtype", "scalar", "_frombuffer", "encode"})

    def find_class(self, module: str, name: str) -> Any:
        top = module.split(".", maxsplit=1)[0]
        if name not in self._NAMES or top not in {"numpy", "_codecs"}:
            raise pickle.UnpicklingError(f"{module}.{name} has no business in it")
        return super().find_class(module.replace("numpy.core", "numpy._core"), name)


def _action(text: str) -> str:
    """An action's name as the joints have it: "Walking_1" and "Walking 1" are one."""
    name, *number = text.replace("_", " ").split(" ")
    return " ".join([_SAME.get(name, name), *number])


def _of_video(
    positions: dict[str, dict[str, NDArray[np.float64]]], subject: str, action: str, folder: Path
) -> NDArray[np.float64]:
    try:
        return positions[subject][action]
    except KeyError:
        raise PosecamError(
            f"{folder / POSITIONS} has no {action} of {subject}, but there are images of it."
        ) from None


def _camera(
    cameras: dict[tuple[str, str], Camera], subject: str, name: str, folder: Path
) -> Camera:
    try:
        return cameras[subject, name]
    except KeyError:
        raise PosecamError(f"{folder} has images of the camera {name}, unknown here.") from None
