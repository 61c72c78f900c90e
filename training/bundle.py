"""Carry a training to a machine without a network: code, weights, photos, bodies, in small parts.

`bundle` writes `bundle.json`, `unpack.py` and `part-000`, `part-001` ... into a folder; the parts,
one after the other, are a tar file. `unpack` checks every part by its hash before anything is
written.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam.errors import PosecamError
from training import unpack as unpack_module
from training.datasets.files import read_mat
from training.unpack import MANIFEST

Labels = dict[str, NDArray[Any]]

_MB = 1_000_000
#: What unpacks the parts where there is nothing else yet.
_UNPACKER = "unpack.py"
#: The packages, and what describes them, that a training needs.
_CODE = ("training", "engines", "posecam")
_CODE_FILES = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")
_JPEG_QUALITY = 85
#: Layouts of which the labels can be moved with the photos; others are packed as they are.
_LABELS = ("annotations.npz", "joints.mat", "teacher.npz")
#: In a photo's labels: the arrays of which the first so many numbers of each row are px.
_PX = {"box": 4, "person_boxes": 4, "joints_2d": 2, "movenet_2d": 2, "blazepose_2d": 2,
       "blazepose33_2d": 2}  # fmt: skip
#: Which photo each row of an array belongs to, where it is not the photo of the same number.
_ROW_OF = {"person_boxes": "person_box_image"}


def bundle(
    out: Path,
    data: Sequence[Path] = (),
    extra: Sequence[Path] = (),
    part_mb: int = 50,
    side: int = 384,
    bodies: int | None = None,
) -> list[Path]:
    """Pack the code, sets and whatever else a training needs.

    Args:
        out: folder to write, new or empty.
        data: sets; they lie in `data/NAME` afterwards. Photos larger than `side` are made smaller,
            and their labels with them.
        extra: files and folders taken as they are, to `extra/NAME`: weights, baked bodies, assets,
            wheels.
        part_mb: most that a part holds, MB.
        side: of the photos, px, the longer one.
        bodies: how many of a file of baked bodies are taken, from all over it; all if absent.

    Returns:
        The parts.

    Raises:
        PosecamError: something is missing, twice there, or cannot be written.
    """
    names = [path.name for path in data], [path.name for path in extra]
    for kind in names:
        for name in kind:
            if kind.count(name) > 1:
                raise PosecamError(f"two of what is to be packed are called {name}.")
    for path in (*data, *extra):
        if not path.exists():
            raise PosecamError(f"{path} is not there.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise PosecamError(f"{out} is not empty.")
        writer = _Parts(out, part_mb * _MB)
        with writer, tarfile.open(fileobj=writer, mode="w|", format=tarfile.GNU_FORMAT) as tar:
            _add_code(tar)
            for path in extra:
                with tempfile.TemporaryDirectory() as temporary:
                    taken = path
                    if bodies is not None and path.match("bodies-*.npz"):
                        taken = fewer_bodies(path, Path(temporary) / path.name, bodies)
                    tar.add(taken, f"extra/{path.name}", filter=_plain)
            for folder in data:
                with tempfile.TemporaryDirectory() as temporary:
                    smaller = Path(temporary) / folder.name
                    _make_smaller(folder, smaller, side)
                    tar.add(smaller, f"data/{folder.name}", filter=_plain)
        shutil.copyfile(unpack_module.__file__, out / _UNPACKER)
        manifest = {"parts": writer.parts, "part_mb": part_mb}
        (out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")
    except OSError as error:
        raise PosecamError(f"{out} cannot be written ({error}).") from error
    return [out / part["name"] for part in writer.parts]


def fewer_bodies(path: Path, out: Path, count: int) -> Path:
    """Write a file of baked bodies with so many of them, from all over it.

    Raises:
        PosecamError: it is no such file, or has not so many.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            table: dict[str, Any] = {name: stored[name] for name in stored.files}
        rows = np.linspace(0, len(table["vertices"]) - 1, count).round().astype(int)
    except (OSError, ValueError, KeyError) as error:
        raise PosecamError(f"{path} is no file of baked bodies ({error}).") from error
    if not 1 <= count <= len(table["vertices"]):
        raise PosecamError(f"{path} has {len(table['vertices'])} bodies, not {count}.")
    for name in ("vertices", "heads", "female"):
        table[name] = table[name][rows]
    np.savez_compressed(out, **table)
    return out


class _Parts(io.RawIOBase):
    """A file that is written as parts of a size, each hashed as it is written."""

    def __init__(self, folder: Path, size: int) -> None:
        self.parts: list[dict[str, Any]] = []
        self._folder, self._size = folder, size
        self._file: Any = None
        self._written = 0
        self._hash = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        rest = memoryview(data).cast("B")
        whole = len(rest)
        while rest:
            if self._file is None:
                self._file = (self._folder / f"part-{len(self.parts):03d}").open("xb")
                self._written, self._hash = 0, hashlib.sha256()
            piece = rest[: self._size - self._written]
            self._file.write(piece)
            self._hash.update(piece)
            self._written += len(piece)
            rest = rest[len(piece) :]
            if self._written == self._size:
                self._end_part()
        return whole

    def close(self) -> None:
        if not self.closed and self._file is not None:
            self._end_part()
        super().close()

    def _end_part(self) -> None:
        name = f"part-{len(self.parts):03d}"
        self._file.close()
        self._file = None
        digest = self._hash.hexdigest()
        self.parts.append({"name": name, "bytes": self._written, "sha256": digest})


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """No compiled code, no owners, no times: the same files make the same parts."""
    if "__pycache__" in entry.name:
        return None
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


def _add_code(tar: tarfile.TarFile) -> None:
    root = Path(__file__).resolve().parents[1]
    for name in _CODE:
        tar.add(root / name, f"code/{name}", filter=_plain)
    for name in _CODE_FILES:
        if (root / name).is_file():
            tar.add(root / name, f"code/{name}", filter=_plain)


def _make_smaller(folder: Path, out: Path, side: int) -> None:
    """Copy a set with its photos no larger than `side`, labels moved with them."""
    files = sorted((folder / "images").glob("*.jpg"))
    if not files or not any((folder / name).is_file() for name in _LABELS):
        shutil.copytree(folder, out)  # another layout
        return
    (out / "images").mkdir(parents=True)
    scales = np.ones(len(files))
    for i, path in enumerate(tqdm(files, desc=folder.name, unit="img")):
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        target = out / "images" / path.name
        if image is None or max(image.shape[:2]) <= side:
            shutil.copyfile(
                path, target
            )  # what cannot be read is left to the person who reads the set
            continue
        height, width = image.shape[:2]
        scales[i] = side / max(height, width)
        size = max(round(width * scales[i]), 1), max(round(height * scales[i]), 1)
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(target), small, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    for path in sorted(folder.iterdir()):
        if path.suffix == ".npz":
            with np.load(path, allow_pickle=False) as stored:
                labels = {name: stored[name] for name in stored.files}
            moved: dict[str, Any] = _scaled(labels, files, scales)
            np.savez_compressed(out / path.name, **moved)
        elif path.suffix == ".mat":
            _write_mat(path, out / path.name, scales)
        elif path.is_file():
            shutil.copyfile(path, out / path.name)
        elif path.name != "images":
            shutil.copytree(path, out / path.name)


def _scaled(labels: Labels, files: Sequence[Path], scales: NDArray[np.floating]) -> Labels:
    """Labels in px of photos that have become smaller by `scales`, one a photo.

    A pixel's centre has whole coordinates: x becomes (x + 0.5) scale - 0.5.
    """
    strange = [name for name in labels if name.endswith("_2d") and name not in _PX]
    if strange:
        raise PosecamError(f"it is not known in what unit {', '.join(strange)} of a set are.")
    if "files" in labels:  # an annotated folder: several rows may be one photo's
        row_of = {path.name: i for i, path in enumerate(files)}
        own = np.array([scales[row_of[str(name)]] for name in labels["files"]])
    else:
        own = scales
    out = dict(labels)
    for name, numbers in _PX.items():
        if name in labels:
            rows = labels[_ROW_OF[name]].astype(int) if name in _ROW_OF else np.arange(len(own))
            if len(rows) != len(labels[name]) or (len(rows) and rows.max() >= len(own)):
                raise PosecamError(f"{name} of a set has more rows than its {len(own)} photos.")
            out[name] = _move(labels[name], own[rows], numbers)
    if "camera" in labels:
        camera = labels["camera"].astype(np.float64)
        camera[:, :2] *= own[:, None, None]
        camera[:, :2, 2] += (own[:, None] - 1) / 2
        out["camera"] = camera.astype(labels["camera"].dtype)
    return out


def _move(values: NDArray[Any], scale: NDArray[np.floating], numbers: int) -> NDArray[Any]:
    """The first two of the last axis as places, the two behind them as lengths."""
    moved = values.copy()
    factor = scale.reshape(-1, *[1] * (values.ndim - 1))
    moved[..., :2] = (values[..., :2] + 0.5) * factor - 0.5
    if numbers == 4:
        moved[..., 2:4] = values[..., 2:4] * factor
    return moved


def _write_mat(path: Path, out: Path, scales: NDArray[np.floating]) -> None:
    """LSP's `joints`: (14, 3, N) or (3, 14, N), x and y first."""
    from scipy.io import savemat

    joints = np.array(read_mat(path)["joints"], np.float64)
    if joints.shape[-1] != len(scales):
        raise PosecamError(
            f"{path} has {joints.shape[-1]} people, but there are {len(scales)} photos."
        )
    for k in range(2):
        place = joints[k] if joints.shape[0] == 3 else joints[:, k]
        place[...] = (place + 0.5) * scales - 0.5
    savemat(out, {"joints": joints})
