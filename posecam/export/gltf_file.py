"""glTF: a skinned figure that moves, in one .glb, for Blender, Unity, Unreal, Godot, three.js.

Metres, Y up, right-handed, facing +Z in the T-pose, as the format prescribes; quaternions and the
root's translation at a constant rate. The world is that of `posecam.export.trajectory`, the
skeleton that of `posecam.kinematics.armature`, the figure that of the 3D view in the take's
proportions. Needs the package pygltflib.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.export.body import Body, colour, make_body, rest_places
from posecam.export.motion import follows_share, make_motion
from posecam.export.options import Options
from posecam.export.person import described
from posecam.export.trajectory import Trajectory
from posecam.kinematics.armature import Motion
from posecam.kinematics.bone_names import bone_name
from posecam.kinematics.bones import BONES
from posecam.kinematics.rotations import quaternions
from posecam.session import Session

if TYPE_CHECKING:
    import pygltflib

FloatArray = NDArray[np.float64]

_M_PER_MM: Final = 0.001
_FIGURE: Final = "figure"
#: Of the image that colours the figure: from all right over plain to all left.
_COLOURS: Final = 64


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

    def add(
        self, values: NDArray[Any], kind: str, *, limits: bool = False, shares: bool = False
    ) -> int:
        """Append an array of float32, uint16 or uint8; returns the number of its accessor.

        Args:
            values: one row an entry.
            kind: of entry.
            limits: say the least and the most of each column.
            shares: whole numbers stand for shares of the largest that there is.
        """
        import pygltflib

        component = {
            "f": pygltflib.FLOAT,
            "H": pygltflib.UNSIGNED_SHORT,
            "B": pygltflib.UNSIGNED_BYTE,
        }[values.dtype.char]
        document = self._document
        accessor = pygltflib.Accessor(
            bufferView=self.add_bytes(np.ascontiguousarray(values).tobytes()),
            componentType=component,
            normalized=shares or None,
            count=len(values),
            type=kind,
        )
        if limits:
            flat = values.reshape(len(values), -1)
            accessor.min, accessor.max = flat.min(0).tolist(), flat.max(0).tolist()
        document.accessors.append(accessor)
        return len(document.accessors) - 1

    def add_bytes(self, data: bytes) -> int:
        """Append them; returns the number of their view."""
        import pygltflib

        views = self._document.bufferViews
        views.append(pygltflib.BufferView(buffer=0, byteOffset=self._size, byteLength=len(data)))
        self._parts.append(data + bytes(-len(data) % 4))
        self._size += len(self._parts[-1])
        return len(views) - 1

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
    _add_figure(document, buffer, make_body(motion, options.rest))
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


def _add_figure(document: Any, buffer: _Buffer, body: Body) -> None:
    import pygltflib

    across = np.stack([(1 + body.accents) / 2, np.full(len(body.accents), 0.5)], 1)
    inside = (across * (_COLOURS - 1) + 0.5) / _COLOURS  # from middle to middle of the pixels
    primitive = pygltflib.Primitive(
        attributes=pygltflib.Attributes(
            POSITION=buffer.add(
                (body.points * _M_PER_MM).astype(np.float32), pygltflib.VEC3, limits=True
            ),
            NORMAL=buffer.add(body.normals.astype(np.float32), pygltflib.VEC3),
            TEXCOORD_0=buffer.add(
                np.round(inside * 65535).astype(np.uint16), pygltflib.VEC2, shares=True
            ),
            JOINTS_0=buffer.add(body.bones, pygltflib.VEC4),
            WEIGHTS_0=buffer.add(body.shares, pygltflib.VEC4, shares=True),
        ),
        indices=buffer.add(body.faces.astype(np.uint16).ravel(), pygltflib.SCALAR),
        material=0,
    )
    document.meshes = [pygltflib.Mesh(name=_FIGURE, primitives=[primitive])]
    document.images = [
        pygltflib.Image(
            name="sides", mimeType=pygltflib.IMAGEPNG, bufferView=buffer.add_bytes(_sides())
        )
    ]
    edge = pygltflib.CLAMP_TO_EDGE
    document.samplers = [pygltflib.Sampler(wrapS=edge, wrapT=edge)]
    document.textures = [pygltflib.Texture(source=0, sampler=0)]
    document.materials = [
        pygltflib.Material(
            name="skin",
            pbrMetallicRoughness=pygltflib.PbrMetallicRoughness(
                baseColorTexture=pygltflib.TextureInfo(index=0),
                metallicFactor=0.0,
                roughnessFactor=0.8,
            ),
        )
    ]


def _sides() -> bytes:
    """A PNG of the colours from all right over plain to all left."""
    row = np.stack([colour(accent) for accent in np.linspace(-1, 1, _COLOURS)])
    _, data = cv2.imencode(".png", np.tile(np.round(row[:, ::-1]).astype(np.uint8), (4, 1, 1)))
    return bytes(data)


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
