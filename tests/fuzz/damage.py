"""Ways to damage a recording and what is beside it."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np

from posecam.files import open_regular
from tests.fuzz.values import broken, changed, odd, text

#: Takes a box: `take`, a recording; `settings.toml`; and `outside`, not to be touched.
Damage = Callable[[Random, Path], None]
_LINES = ("frames.jsonl", "poses.jsonl", "poses.offline.jsonl")
_PARTS = ("joints_2d", "joints_3d", "scores", "root", "box", "id")


def content(path: Path) -> bytes:
    """Of a file; of what an earlier damage has put in its place there is none."""
    with open_regular(path) as file:
        return file.read()


def manifest(rng: Random, box: Path) -> None:
    path = box / "take" / "manifest.json"
    if rng.random() < 0.7:
        path.write_bytes(text(changed(rng, json.loads(content(path)))))
    else:
        path.write_bytes(broken(rng, content(path)))


def lines(rng: Random, box: Path) -> None:
    path = box / "take" / rng.choice(_LINES)
    found = content(path).splitlines(keepends=True)
    kind = rng.randrange(7)
    if kind == 0:
        path.write_bytes(broken(rng, content(path)))
        return
    if kind == 1:
        rng.shuffle(found)
    elif kind == 2:
        data = b"".join(found).decode()
        path.write_bytes(data.encode(rng.choice(["utf-16", "utf-8-sig", "utf-32"])))
        return
    for _ in range(rng.randint(1, 6)):
        row = rng.randrange(len(found))
        if kind == 3:
            found.insert(rng.randrange(len(found)), found[row])
        elif kind == 4:
            found[row] = broken(rng, found[row])
        else:
            value = json.loads(found[row])
            key = rng.choice(["time", "frame", "video", "pts", "people"])
            value = {**value, key: odd(rng)} if kind == 5 else changed(rng, value)
            found[row] = text(value) + b"\n"
            break
    path.write_bytes(b"".join(found))


def every_line(rng: Random, box: Path) -> None:
    """The same wrong thing in every line."""
    path = box / "take" / rng.choice(_LINES)
    values = [json.loads(line) for line in content(path).splitlines()]
    part, value = rng.choice(_PARTS), odd(rng)
    fill = rng.choice([None, 0, 0.0, 1e30, 1e5, 1e-30, -1])
    for entry in values:
        if path.name == "frames.jsonl":
            key = rng.choice(["video", "pts", "time"]) if rng.random() < 0.1 else "pts"
            entry[key] = value
            continue
        for person in entry["people"]:
            shape = np.shape(person[part]) if person[part] is not None else ()
            person[part] = np.full(shape, fill, object).tolist() if shape else value
    path.write_bytes(b"".join(text(entry) + b"\n" for entry in values))


def video(rng: Random, box: Path) -> None:
    path = rng.choice(sorted((box / "take").glob("video*.mkv")))
    path.write_bytes(broken(rng, content(path)))


def index(rng: Random, box: Path) -> None:
    path = rng.choice(sorted((box / "take").glob("index*.npz")))
    if rng.random() < 0.4:
        path.write_bytes(broken(rng, content(path)))
        return
    with np.load(io.BytesIO(content(path))) as kept:
        arrays = {key: kept[key] for key in kept.files}
    key = rng.choice(sorted(arrays))
    values = arrays[key]
    kind = rng.randrange(7)
    if kind == 0:
        arrays[key] = values[: len(values) // 2] if values.ndim else values.reshape(1)
    elif kind == 1:
        arrays[key] = values.ravel()
    elif kind == 2:
        del arrays[key]
    elif kind == 3 and values.dtype.kind in "iuf":
        arrays[key] = (values * rng.choice([-1, 0, 1000])).astype(values.dtype)
    elif kind == 4:
        arrays[key] = values.astype("U20")
    elif kind == 5:
        arrays[key] = np.zeros((0,) * max(values.ndim, 1), values.dtype)
    else:
        arrays[key] = np.full(values.shape, np.nan)
    state = path.stat()
    (np.savez if rng.random() < 0.8 else np.savez_compressed)(path, allow_pickle=True, **arrays)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def files(rng: Random, box: Path) -> None:
    """Something that is no file of ours in the place of one, or beside it."""
    names = [p.name for p in sorted((box / "take").iterdir())]
    name = rng.choice(
        [*names, "broken-lines.txt", ".part.abcd1234.manifest.json", "x", "video_002.mkv"]
    )
    path = box / "take" / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    kind = rng.randrange(7)
    if kind == 0:
        path.symlink_to(box / "outside" / "mine")
    elif kind == 1:
        path.symlink_to("/dev/zero")
    elif kind == 2:
        os.mkfifo(path)
    elif kind == 3:
        path.mkdir()
        (path / "inner").symlink_to(box / "outside")
    elif kind == 4:
        path.symlink_to(box / "outside" / "new")
    elif kind == 5:
        path.write_bytes(rng.randbytes(rng.choice([0, 1, 5000])))


def settings(rng: Random, box: Path) -> None:
    path = box / "settings.toml"
    if rng.random() < 0.3:
        path.write_bytes(broken(rng, content(path)))
        return
    found = path.read_text("utf-8").splitlines()
    tokens = (
        "9" * 400, "9" * 5000, "-1", "1e400", "nan", "inf", "true", '"~nosuchuser/x"', '"\\u0000"',
        "[" * 300 + "]" * 300, "[]", "{}", '"x"', "1979-05-27", "{a = {b = 1}}",
        '"' + "x" * 9000 + '"',
    )  # fmt: skip
    for _ in range(rng.randint(1, 4)):
        row = rng.randrange(len(found))
        key, equal, _ = found[row].partition(" = ")
        found[row] = (
            f"{key} = {rng.choice(tokens)}" if equal else rng.choice(["", "[x]", "[[view]]"])
        )
    path.write_bytes("\n".join(found).encode())


KINDS: dict[str, Damage] = {
    "manifest": manifest,
    "lines": lines,
    "every line": every_line,
    "video": video,
    "index": index,
    "files": files,
    "settings": settings,
}
