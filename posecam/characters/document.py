"""A glTF 2.0 file opened and checked: what it refers to is there, and its nodes are a tree."""

from __future__ import annotations

import base64
import binascii
import struct
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from posecam.kinematics.rotations import matrices

FloatArray = NDArray[np.float64]

#: Of files that are read: glTF in one piece, and VRM, which is that.
ENDINGS: Final = (".glb", ".vrm", ".gltf")
#: The largest file that is read, in MB.
MOST_MB: Final = 80
#: Nodes that a file may have.
_MOST_NODES: Final = 20_000
_MAGIC: Final = b"glTF"
_HEADER: Final = 12
#: What a file may require; anything else would be shown wrong.
_KNOWN: Final = frozenset(
    {
        "KHR_mesh_quantization",
        "KHR_materials_unlit",
        "KHR_texture_transform",
        "KHR_materials_emissive_strength",
        "VRM",
        "VRMC_vrm",
        "VRMC_materials_mtoon",
        "VRMC_springBone",
        "VRMC_node_constraint",
    }
)


class CharacterError(PosecamError):
    """A file that no character can be made of; one sentence says why."""


class Document:
    """A file's contents.

    Args:
        path: of a .glb, .vrm or .gltf.

    Raises:
        CharacterError: it is no such file, too large, cut off, or refers to what is not there.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        if path.suffix.lower() not in ENDINGS:
            raise CharacterError(
                f"{path.name} is no character that can be read: choose a .glb or .vrm file."
            )
        data = self._bytes(path)
        try:
            self.gltf: Any = self._parsed(data)
            self.nodes: list[Any] = list(self.gltf.nodes)
            self._check_extensions()
            self.parents = self._parents()
            self._buffers: dict[int, bytes] = {}
        except CharacterError:
            raise
        except Exception as error:  # the reader raises whatever a damaged file makes it stumble on
            raise self.damaged(error) from error

    def damaged(self, error: Exception | str) -> CharacterError:
        """The sentence on a file that holds nonsense."""
        what = error if isinstance(error, str) else type(error).__name__
        return CharacterError(f"{self.name} cannot be read: the file is damaged ({what}).")

    def _bytes(self, path: Path) -> bytes:
        try:
            size = path.stat().st_size
            if size > MOST_MB * 1_000_000:
                raise CharacterError(
                    f"{self.name} has {size / 1e6:.0f} MB: characters of up to {MOST_MB} MB"
                    " are read."
                )
            return path.read_bytes()
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            raise CharacterError(f"{self.name} cannot be opened: {why}.") from error

    def _parsed(self, data: bytes) -> Any:
        import pygltflib

        if data[:4] != _MAGIC:
            if not data.lstrip()[:1] == b"{":
                raise CharacterError(f"{self.name} cannot be read: it is no glTF or VRM file.")
            return pygltflib.GLTF2.gltf_from_json(data.decode("utf-8"))
        if len(data) < _HEADER or struct.unpack("<I", data[8:12])[0] > len(data):
            raise CharacterError(f"{self.name} cannot be read: the file is cut off.")
        if struct.unpack("<I", data[4:8])[0] != 2:
            raise CharacterError(f"{self.name} cannot be read: it is not of glTF version 2.")
        found = pygltflib.GLTF2.load_from_bytes(data)
        if found is None:
            raise self.damaged("it has no contents")
        return found

    def _check_extensions(self) -> None:
        unknown = sorted(set(self.gltf.extensionsRequired or ()) - _KNOWN)
        if unknown:
            raise CharacterError(
                f"{self.name} needs {unknown[0]}, which is not read: save it without compression."
            )

    def _parents(self) -> list[int]:
        """Of each node, -1 for those on top."""
        if len(self.nodes) > _MOST_NODES:
            raise self.damaged(f"{len(self.nodes)} nodes")
        parents = [-1] * len(self.nodes)
        for number, node in enumerate(self.nodes):
            for child in node.children or ():
                if not 0 <= child < len(self.nodes) or parents[child] != -1:
                    raise self.damaged("its nodes are no tree")
                parents[child] = number
        for number in range(len(self.nodes)):
            above, steps = parents[number], 0
            while above != -1:
                above, steps = parents[above], steps + 1
                if steps > len(self.nodes):
                    raise self.damaged("its nodes hang on each other in a circle")
        return parents

    @cached_property
    def globals(self) -> FloatArray:
        """(N, 4, 4) of each node at rest."""
        found = np.tile(np.eye(4), (len(self.nodes), 1, 1))
        for number in self.order:
            own, parent = _local(self.nodes[number]), self.parents[number]
            found[number] = own if parent < 0 else found[parent] @ own
        if not np.isfinite(found).all():
            raise self.damaged("a node is nowhere")
        return found

    @cached_property
    def order(self) -> list[int]:
        """The nodes, each after the one that it hangs on."""
        order = [number for number, parent in enumerate(self.parents) if parent < 0]
        for number in order:
            order.extend(self.nodes[number].children or ())
        return order

    def buffer(self, number: int) -> bytes:
        """The bytes of a buffer.

        Raises:
            CharacterError: they are in another file.
        """
        if number not in self._buffers:
            uri = self.gltf.buffers[number].uri
            if uri is None:
                blob = self.gltf.binary_blob()
                if blob is None:
                    raise self.damaged("its data is missing")
                self._buffers[number] = blob
            else:
                self._buffers[number] = self.from_uri(uri)
        return self._buffers[number]

    def from_uri(self, uri: str) -> bytes:
        """The bytes of a data URI.

        Raises:
            CharacterError: it names another file, or is none.
        """
        if not uri.startswith("data:"):
            raise CharacterError(
                f"{self.name} keeps its data in other files: save it as one .glb file."
            )
        try:
            return base64.b64decode(uri.partition(",")[2], validate=True)
        except binascii.Error as error:
            raise self.damaged("a part of it is no data") from error

    def view(self, number: int) -> bytes:
        """The bytes of a buffer view."""
        if number < 0:
            raise self.damaged("it refers to what is not there")
        view = self.gltf.bufferViews[number]
        data = self.buffer(view.buffer)
        start, length = view.byteOffset or 0, view.byteLength
        if start < 0 or length < 0 or start + length > len(data):
            raise self.damaged("it is shorter than it says")
        return data[start : start + length]


def _local(node: Any) -> FloatArray:
    """(4, 4) of a node against the one that it hangs on."""
    if node.matrix is not None:
        return np.array(node.matrix, np.float64).reshape(4, 4).T
    found = np.eye(4)
    if node.rotation is not None:
        turn = np.array(node.rotation, np.float64)
        if np.linalg.norm(turn) > 0:
            found[:3, :3] = matrices(turn[None])[0]
    if node.scale is not None:
        found[:3, :3] *= np.array(node.scale, np.float64)
    if node.translation is not None:
        found[:3, 3] = node.translation
    return found
