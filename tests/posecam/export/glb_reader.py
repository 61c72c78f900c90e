"""Reads a binary glTF and moves its joints, sharing nothing with the writer."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial.transform import Rotation

from tests.fakes.motion import Array

_TYPES = {5126: "f4", 5123: "u2", 5121: "u1"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Glb:
    """A .glb after the format's description, by nothing but the standard library and NumPy."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        magic, version, length = struct.unpack("<4sII", data[:12])
        assert (magic, version, length) == (b"glTF", 2, len(data))
        size, kind = struct.unpack("<I4s", data[12:20])
        assert kind == b"JSON"
        self.said: dict[str, Any] = json.loads(data[20 : 20 + size])
        rest = data[20 + size :]
        size, kind = struct.unpack("<I4s", rest[:8])
        assert kind == b"BIN\0"
        self._bytes = rest[8 : 8 + size]
        assert self.said["buffers"][0]["byteLength"] <= size

    def numbers(self, accessor: int) -> Array:
        entry = self.said["accessors"][accessor]
        view = self.said["bufferViews"][entry["bufferView"]]
        width = _WIDTHS[entry["type"]]
        values = np.frombuffer(
            self._bytes, _TYPES[entry["componentType"]], entry["count"] * width, view["byteOffset"]
        )
        assert values.nbytes == view["byteLength"]
        return values.reshape(entry["count"], width).astype(float)

    def joints(self) -> tuple[Array, dict[str, Array]]:
        """(T,) seconds and name -> (T, 3) metres in the world."""
        nodes, (animation,) = self.said["nodes"], self.said["animations"]
        moved: dict[tuple[int, str], Array] = {}
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            target = channel["target"]
            moved[target["node"], target["path"]] = self.numbers(sampler["output"])
            times = self.numbers(sampler["input"])[:, 0]
        places: dict[str, Array] = {}

        def walk(k: int, place: Array, turn: Rotation) -> None:
            own = np.array(moved.get((k, "translation"), nodes[k]["translation"]))
            place = place + turn.apply(own * np.ones_like(place))
            places[nodes[k]["name"]] = place
            for child in nodes[k].get("children", ()):
                walk(child, place, turn * Rotation.from_quat(moved[k, "rotation"]))

        walk(
            0,
            np.zeros((len(times), 3)),
            Rotation.from_quat(np.tile([0, 0, 0, 1.0], (len(times), 1))),
        )
        return times, places
