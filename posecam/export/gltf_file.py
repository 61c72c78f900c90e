"""glTF: a skinned figure that moves, in one .glb, for Blender, Unity, Unreal, Godot, three.js.

Metres, Y up, right-handed, facing +Z in the T-pose, as the format prescribes; quaternions and the
root's translation at a constant rate. The world is that of `posecam.export.trajectory`, the
skeleton that of `posecam.kinematics.armature`; every bone is drawn as a slender double pyramid.
Needs the package pygltflib.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.export.motion import follows_share, make_motion
from posecam.export.options import Options
from posecam.export.person import described
from posecam.export.stick_figure import rest_places, stick_figure
from posecam.export.trajectory import Trajectory
from posecam.kinematics.armature import Motion
from posecam.kinematics.bone_names import bone_name
from posecam.kinematics.bones import BONES
from posecam.kinematics.rotations import quaternions
from posecam.session import Session
from posecam.skeleton import COLOURS, Side

if TYPE_CHECKING:
    import pygltflib

FloatArray = NDArray[np.float64]

_M_PER_MM: Final = 0.001
_FIGURE: Final = "figure"


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    path.write_bytes(_document(session, *make_motion(session, options), options))


class _Buffer:
    """Collects the numbers of a document and what it says of them."""

    def __init__(self, document: pygltflib.GLTF2) -> None:
        self._document = document
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, values: NDArray[Any], kind: str, *, limits: bool = False) -> int:
        """Append an array of float32, uint16 or uint8; returns the number of its accessor."""
        import pygltflib

        component = {
            "f": pygltflib.FLOAT,
            "H": pygltflib.UNSIGNED_SHORT,
            "B": pygltflib.UNSIGNED_BYTE,
        }[values.dtype.char]
        data = np.ascontiguousarray(values).tobytes()
        data += bytes(-len(data) % 4)
        document = self._document
        document.bufferViews.append(
            pygltflib.BufferView(buffer=0, byteOffset=self._size, byteLength=values.nbytes)
        )
        accessor = pygltflib.Accessor(
            bufferView=len(document.bufferViews) - 1,
            componentType=component,
            count=len(values),
            type=kind,
        )
        if limits:
            flat = values.reshape(len(values), -1)
            accessor.min, accessor.max = flat.min(0).tolist(), flat.max(0).tolist()
        document.accessors.append(accessor)
        self._parts.append(data)
        self._size += len(data)
        return len(document.accessors) - 1

    @property
    def data(self) -> bytes:
        return b"".join(self._parts)


def _document(session: Session, trajectory: Trajectory, motion: Motion, options: Options) -> bytes:
    import pygltflib

    document = pygltflib.GLTF2(
        asset=pygltflib.Asset(
            generator="posecam",
            extras={
                "session": session.name,
                "person": described(session, options.person),
                "units": "metres, X to the camera's right, Y up, Z towards the camera",
                "rate": trajectory.rate,
                "not_seen_s": [list(gap) for gap in trajectory.gaps],
                "rest": options.rest,
                "follows_bone_before": {
                    bone_name(bone, options.names): round(share, 3)
                    for bone, share in follows_share(motion, trajectory).items()
                },
            },
        )
    )
    buffer = _Buffer(document)
    _add_skeleton(document, buffer, motion, options)
    _add_figure(document, buffer, motion)
    _add_animation(document, buffer, motion, trajectory)
    document.buffers = [pygltflib.Buffer(byteLength=len(buffer.data))]
    document.set_binary_blob(buffer.data)
    return b"".join(document.save_to_bytes())


def _add_skeleton(document: Any, buffer: _Buffer, motion: Motion, options: Options) -> None:
    """A node for each bone, the figure's node last, and the skin that ties them."""
    import pygltflib

    number = {bone.name: k for k, bone in enumerate(BONES)}
    for bone in BONES:
        offset = motion.root[0] if bone.parent is None else motion.offsets[bone.name]
        called = bone_name(bone.name, options.names)
        node = pygltflib.Node(name=called, translation=(offset * _M_PER_MM).tolist())
        node.children = [number[child.name] for child in BONES if child.parent == bone.name]
        document.nodes.append(node)
    document.nodes.append(pygltflib.Node(name=_FIGURE, mesh=0, skin=0))
    inverse = np.tile(np.eye(4, dtype=np.float32), (len(BONES), 1, 1))
    for k, place in enumerate(rest_places(motion).values()):
        inverse[k, 3, :3] = -place * _M_PER_MM  # columns one after another
    document.skins = [
        pygltflib.Skin(
            joints=list(range(len(BONES))),
            skeleton=0,
            inverseBindMatrices=buffer.add(inverse, pygltflib.MAT4),
        )
    ]
    document.scenes = [pygltflib.Scene(nodes=[0, len(BONES)])]
    document.scene = 0


def _add_figure(document: Any, buffer: _Buffer, motion: Motion) -> None:
    """The double pyramids, one primitive a colour."""
    import pygltflib

    mesh = pygltflib.Mesh(name=_FIGURE)
    for side, part in stick_figure(motion).items():
        points = (part.points * _M_PER_MM).astype(np.float32)
        joints = np.zeros((len(points), 4), np.uint8)
        joints[:, 0] = part.bones
        weights = np.zeros((len(points), 4), np.float32)
        weights[:, 0] = 1
        document.materials.append(_material(side))
        mesh.primitives.append(
            pygltflib.Primitive(
                attributes=pygltflib.Attributes(
                    POSITION=buffer.add(points, pygltflib.VEC3, limits=True),
                    NORMAL=buffer.add(part.normals.astype(np.float32), pygltflib.VEC3),
                    JOINTS_0=buffer.add(joints, pygltflib.VEC4),
                    WEIGHTS_0=buffer.add(weights, pygltflib.VEC4),
                ),
                material=len(document.materials) - 1,
            )
        )
    document.meshes = [mesh]


def _material(side: Side) -> Any:
    import pygltflib

    # The format's colours are linear, the table's are those of screens.
    colour = [(value / 255) ** 2.2 for value in COLOURS[side]]
    return pygltflib.Material(
        name=side,
        pbrMetallicRoughness=pygltflib.PbrMetallicRoughness(
            baseColorFactor=[*colour, 1.0], metallicFactor=0.0, roughnessFactor=0.8
        ),
    )


def _add_animation(document: Any, buffer: _Buffer, motion: Motion, trajectory: Trajectory) -> None:
    import pygltflib

    times = buffer.add(trajectory.times.astype(np.float32), pygltflib.SCALAR, limits=True)
    animation = pygltflib.Animation(name="take")

    def follow(node: int, path: str, values: FloatArray, kind: str) -> None:
        output = buffer.add(values.astype(np.float32), kind)
        animation.samplers.append(
            pygltflib.AnimationSampler(input=times, output=output, interpolation="LINEAR")
        )
        animation.channels.append(
            pygltflib.AnimationChannel(
                sampler=len(animation.samplers) - 1,
                target=pygltflib.AnimationChannelTarget(node=node, path=path),
            )
        )

    follow(0, "translation", motion.root * _M_PER_MM, pygltflib.VEC3)
    for k, bone in enumerate(BONES):
        follow(k, "rotation", quaternions(motion.rotations[bone.name]), pygltflib.VEC4)
    document.animations = [animation]
