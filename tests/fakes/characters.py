"""Two characters of our own, written as files as other programs write them.

`robot`: Mixamo's names, centimetres, resting in an A, long arms. `sprite`: VRM, short legs, a large
head. Every bone has axes of its own; a face is painted on the head.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.bone_names import BoneNames, bone_name
from posecam.kinematics.rotations import quaternion
from tests.fakes.character_shapes import Mesh, face_png, limb

Array = NDArray[np.float64]
Place = tuple[float, float, float]

_FLOAT, _SHORT, _BYTE, _INT = 5126, 5123, 5121, 5125
_BEFORE: Final[dict[str, str | None]] = {
    "Hips": None,
    "Spine": "Hips",
    "Spine1": "Spine",
    "Neck": "Spine1",
    "Head": "Neck",
    **{
        f"{side}{bone}": parent if parent in {"Hips", "Spine1"} else f"{side}{parent}"
        for side in ("Left", "Right")
        for bone, parent in (
            ("UpLeg", "Hips"),
            ("Leg", "UpLeg"),
            ("Foot", "Leg"),
            ("ToeBase", "Foot"),
            ("Shoulder", "Spine1"),
            ("Arm", "Shoulder"),
            ("ForeArm", "Arm"),
            ("Hand", "ForeArm"),
        )
    },
}


@dataclass(frozen=True)
class Build:
    """How a character is made and written.

    Attributes:
        leg, arm, trunk, head: lengths in metres; thick: of the limbs.
        lowered_deg: how far the arms are below a T at rest.
        names: of the bones; vrm: version of its extension, None for none.
        metres: that one unit of the file is; turned: rotation and scale of the node above.
        backwards: facing -Z, as VRM 0 does.
        quantised, sparse, data_uri: how the numbers are kept.
        rings: of each limb, which has 12 sides.
        colours: of body and limbs.
    """

    leg: float = 0.88
    arm: float = 0.56
    trunk: float = 0.52
    head: float = 0.24
    thick: float = 0.055
    lowered_deg: float = 0.0
    names: BoneNames = "mixamo"
    vrm: Literal[0, 1] | None = None
    metres: float = 1.0
    turned: bool = False
    backwards: bool = False
    quantised: bool = False
    sparse: bool = False
    data_uri: bool = False
    rings: int = 8
    colours: tuple[tuple[float, float, float], tuple[float, float, float]] = (
        (0.25, 0.45, 0.75),
        (0.85, 0.86, 0.9),
    )


ROBOT: Final = Build(leg=0.80, arm=0.68, lowered_deg=45.0, metres=0.01)
SPRITE: Final = Build(
    leg=0.42,
    arm=0.34,
    trunk=0.36,
    head=0.40,
    thick=0.045,
    names="vrm",
    vrm=1,
    turned=True,
    colours=((0.85, 0.35, 0.45), (0.98, 0.85, 0.72)),
)
SPRITE_0: Final = replace(SPRITE, vrm=0, backwards=True, turned=False)


def places(build: Build) -> dict[str, Array]:
    """(3,) metres of every joint at rest, facing +Z, the soles at y = 0."""
    ankle = 0.09 * build.leg
    hip = ankle + build.leg
    found = {
        "Hips": (0.0, hip + 0.04, 0.0),
        "Spine": (0.0, hip + 0.04 + 0.2 * build.trunk, -0.01),
        "Spine1": (0.0, hip + 0.04 + 0.55 * build.trunk, -0.01),
        "Neck": (0.0, hip + 0.04 + build.trunk, -0.02),
        "Head": (0.0, hip + 0.10 + build.trunk, 0.0),
    }
    shoulder = found["Neck"][1] - 0.05
    lowered = np.radians(build.lowered_deg)
    for side, sign in (("Left", 1.0), ("Right", -1.0)):
        out = sign * 0.19 * build.trunk
        found[f"{side}UpLeg"] = (out, hip, 0.0)
        found[f"{side}Leg"] = (out, ankle + 0.49 * build.leg, 0.01)
        found[f"{side}Foot"] = (out, ankle, -0.01)
        found[f"{side}ToeBase"] = (out * 1.1, 0.25 * ankle, 0.16 * build.leg)
        found[f"{side}Shoulder"] = (sign * 0.04, shoulder - 0.01, 0.0)
        arm = np.array([sign * 0.36 * build.trunk, shoulder, 0.0])
        way = np.array([sign * np.cos(lowered), -np.sin(lowered), 0.0])
        found[f"{side}Arm"] = tuple(arm)
        found[f"{side}ForeArm"] = tuple(arm + 0.53 * build.arm * way)
        found[f"{side}Hand"] = tuple(arm + build.arm * way)
    return {name: np.array(place) for name, place in found.items()}


def _meshes(build: Build, joints: Mapping[str, Array], order: list[str]) -> tuple[Mesh, Mesh, Mesh]:
    """Clothes, bare parts, and the head."""
    row = {name: number for number, name in enumerate(order)}
    clothes, bare, head = Mesh(), Mesh(), Mesh()
    thick = build.thick

    def add(mesh: Mesh, bone: str, tip: Array, wide: float, deep: float) -> None:
        before = _BEFORE[bone] or bone
        limb(mesh, joints[bone], tip, (wide, deep), (row[bone], row[before]), build.rings)

    waist = 0.24 * build.trunk
    add(clothes, "Hips", joints["Spine"] + [0, 0.06, 0], waist, waist * 0.75)
    add(clothes, "Spine", joints["Spine1"] + [0, 0.06, 0], waist, waist * 0.7)
    add(clothes, "Spine1", joints["Neck"], waist * 1.15, waist * 0.75)
    add(bare, "Neck", joints["Head"] + [0, 0.03, 0], thick * 0.8, thick * 0.8)
    top = joints["Head"] + [0, build.head, 0.02]
    add(head, "Head", top, build.head * 0.42, build.head * 0.46)
    for side in ("Left", "Right"):
        add(clothes, f"{side}UpLeg", joints[f"{side}Leg"], thick * 1.5, thick * 1.5)
        add(bare, f"{side}Leg", joints[f"{side}Foot"], thick * 1.1, thick * 1.1)
        sole = joints[f"{side}Foot"] * [1, 0, 1] + [0, 0.5 * joints[f"{side}Foot"][1], 0]
        heel, toe = sole - [0, 0, 0.05], joints[f"{side}ToeBase"] * [1, 0, 1] + [0, sole[1], 0.06]
        flat = (float(sole[1]), thick * 0.9)
        rows = (row[f"{side}Foot"], row[f"{side}Foot"])
        limb(clothes, heel, toe, flat, rows, build.rings)
        add(clothes, f"{side}Shoulder", joints[f"{side}Arm"], thick * 1.1, thick * 1.1)
        add(clothes, f"{side}Arm", joints[f"{side}ForeArm"], thick, thick)
        add(bare, f"{side}ForeArm", joints[f"{side}Hand"], thick * 0.8, thick * 0.8)
        way = joints[f"{side}Hand"] - joints[f"{side}ForeArm"]
        way = way / np.linalg.norm(way)
        add(bare, f"{side}Hand", joints[f"{side}Hand"] + 0.17 * way, thick * 0.8, thick * 0.4)
    return clothes, bare, head


class _Bytes:
    """The buffer with its views and accessors."""

    def __init__(self) -> None:
        self.data = b""
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []

    def view(self, data: bytes) -> int:
        self.data += b"\0" * (-len(self.data) % 4)
        self.views.append({"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data)})
        self.data += data
        return len(self.views) - 1

    def add(self, array: NDArray[Any], kind: int, form: str, **more: object) -> int:
        entry: dict[str, Any] = {
            "bufferView": self.view(np.ascontiguousarray(array).tobytes()),
            "componentType": kind,
            "count": len(array),
            "type": form,
            **more,
        }
        if form == "VEC3" and kind == _FLOAT:
            entry |= {"min": array.min(0).tolist(), "max": array.max(0).tolist()}
        self.accessors.append(entry)
        return len(self.accessors) - 1

    def add_sparse(self, array: NDArray[np.float32]) -> int:
        """Zeros but for every row, which are all put in."""
        rows = np.arange(len(array), dtype="<u2")
        self.accessors.append(
            {
                "componentType": _FLOAT,
                "count": len(array),
                "type": "VEC3",
                "min": array.min(0).tolist(),
                "max": array.max(0).tolist(),
                "sparse": {
                    "count": len(array),
                    "indices": {"bufferView": self.view(rows.tobytes()), "componentType": _SHORT},
                    "values": {"bufferView": self.view(array.astype("<f4").tobytes())},
                },
            }
        )
        return len(self.accessors) - 1


def document(build: Build) -> tuple[dict[str, Any], bytes]:
    """The file's JSON and its data."""
    metres = places(build)
    order = list(_BEFORE)
    scale = 1 / build.metres
    flip = np.diag([-1.0, 1.0, -1.0]) if build.backwards else np.eye(3)
    # The node above has centimetres and Z up; what hangs on it is written in these.
    above = np.eye(4)
    if build.turned:
        above[:3, :3] = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]]) * 0.01
    rng = np.random.default_rng(7)
    world = {}
    for name in order:
        turn, _ = np.linalg.qr(rng.normal(size=(3, 3)))
        world[name] = np.eye(4)
        world[name][:3, :3] = turn * np.sign(np.linalg.det(turn))
        if build.turned:
            world[name][:3, :3] = above[:3, :3] @ world[name][:3, :3]
        world[name][:3, 3] = flip @ metres[name] * scale
    nodes: list[dict[str, Any]] = []
    for name in order:
        before = _BEFORE[name]
        local = np.linalg.inv(above if before is None else world[before]) @ world[name]
        turn = local[:3, :3] / np.cbrt(np.linalg.det(local[:3, :3]))
        nodes.append(
            {
                "name": bone_name(name, build.names),
                "translation": local[:3, 3].tolist(),
                "rotation": quaternion(turn).tolist(),
                "children": [order.index(n) for n, b in _BEFORE.items() if b == name],
            }
        )
    packed = _Bytes()
    inverse = np.stack([np.linalg.inv(world[name]).T for name in order]).astype("<f4")
    bind = packed.add(inverse.reshape(-1, 16), _FLOAT, "MAT4")
    face = packed.view(face_png())
    primitives = [
        _primitive(packed, mesh, build, scale, flip, material)
        for material, mesh in enumerate(_meshes(build, metres, order))
    ]
    figure = len(nodes)
    nodes += [
        {"name": "figure", "mesh": 0, "skin": 0},
        {"name": "Armature", "children": [0], "matrix": above.T.reshape(-1).tolist()},
    ]
    body, limbs = build.colours
    contents: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": "posecam tests"},
        "scene": 0,
        "scenes": [{"nodes": [figure, figure + 1]}],
        "nodes": [{k: v for k, v in node.items() if v != []} for node in nodes],
        "skins": [{"joints": list(range(len(order))), "inverseBindMatrices": bind}],
        "meshes": [{"primitives": primitives}],
        "materials": [
            {"pbrMetallicRoughness": {"baseColorFactor": [*body, 1.0]}},
            {"pbrMetallicRoughness": {"baseColorFactor": [*limbs, 1.0]}},
            {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}},
        ],
        "textures": [{"source": 0}],
        "images": [{"bufferView": face, "mimeType": "image/png"}],
        "accessors": packed.accessors,
        "bufferViews": packed.views,
        "buffers": [{"byteLength": len(packed.data)}],
    }
    if build.quantised:
        contents["extensionsUsed"] = contents["extensionsRequired"] = ["KHR_mesh_quantization"]
    if build.vrm is not None:
        _say_humanoid(contents, build.vrm, order)
    return contents, packed.data


def _primitive(
    packed: _Bytes, mesh: Mesh, build: Build, scale: float, flip: Array, material: int
) -> dict[str, Any]:
    points = (np.concatenate(mesh.points) @ flip.T * scale).astype("<f4")
    normals = (np.concatenate(mesh.normals) @ flip.T).astype("<f4")
    uvs = np.concatenate(mesh.uvs)
    rows, shares = np.concatenate(mesh.rows), np.concatenate(mesh.shares)
    if build.quantised:
        small = np.round(np.pad(normals, ((0, 0), (0, 1))) * 127).astype("i1")
        at = packed.view(small.tobytes())
        packed.views[at]["byteStride"] = 4
        packed.accessors.append(
            {
                "bufferView": at,
                "componentType": 5120,
                "normalized": True,
                "count": len(small),
                "type": "VEC3",
            }
        )
        normal = len(packed.accessors) - 1
        uv = packed.add(np.round(uvs * 65535).astype("<u2"), _SHORT, "VEC2", normalized=True)
        share = packed.add(np.round(shares * 255).astype("u1"), _BYTE, "VEC4", normalized=True)
    else:
        normal = packed.add(normals, _FLOAT, "VEC3")
        uv = packed.add(uvs.astype("<f4"), _FLOAT, "VEC2")
        share = packed.add(shares.astype("<f4"), _FLOAT, "VEC4")
    place = packed.add_sparse(points) if build.sparse else packed.add(points, _FLOAT, "VEC3")
    return {
        "attributes": {
            "POSITION": place,
            "NORMAL": normal,
            "TEXCOORD_0": uv,
            "JOINTS_0": packed.add(rows.astype("u1"), _BYTE, "VEC4"),
            "WEIGHTS_0": share,
        },
        "indices": packed.add(np.concatenate(mesh.faces).astype("<u4")[:, None], _INT, "SCALAR"),
        "material": material,
    }


def _say_humanoid(contents: dict[str, Any], version: Literal[0, 1], order: list[str]) -> None:
    names = {bone_name(name, "vrm"): number for number, name in enumerate(order)}
    # What VRM says counts, and not what the nodes are called.
    for number, node in enumerate(contents["nodes"][: len(order)]):
        node["name"] = f"J_{number}"
    if version == 0:
        bones: Any = [{"bone": name, "node": node} for name, node in names.items()]
        extension = {"VRM": {"specVersion": "0.0", "humanoid": {"humanBones": bones}}}
    else:
        bones = {name: {"node": node} for name, node in names.items()}
        extension = {"VRMC_vrm": {"specVersion": "1.0", "humanoid": {"humanBones": bones}}}
    contents["extensions"] = extension
    contents["extensionsUsed"] = list(extension)


def write(path: Path, build: Build = ROBOT) -> Path:
    """Write a character; the path."""
    contents, data = document(build)
    return write_document(path, contents, data, data_uri=build.data_uri)


def write_document(
    path: Path, contents: Mapping[str, Any], data: bytes, *, data_uri: bool = False
) -> Path:
    """Write JSON and data as one file: .gltf by that ending, else binary."""
    contents = dict(contents)
    if data_uri:
        uri = "data:application/octet-stream;base64," + base64.b64encode(data).decode()
        contents["buffers"] = [{"byteLength": len(data), "uri": uri}]
    if path.suffix == ".gltf":
        path.write_text(json.dumps(contents))
        return path
    text = json.dumps(contents).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    if not data_uri:
        data += b"\0" * (-len(data) % 4)
        chunks += struct.pack("<I4s", len(data), b"BIN\0") + data
    path.write_bytes(struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks)
    return path
