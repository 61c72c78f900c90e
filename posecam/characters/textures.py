"""Materials of a glTF file: a colour and an image, as a screen shows them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.characters.document import CharacterError, Document

LOG = logging.getLogger(__name__)

Image = NDArray[np.uint8]
#: Pixels along the longer side that a texture is brought down to; and that an image may have.
_SIDE: Final = 1024
_MOST_SIDE: Final = 8192
_GAMMA: Final = 2.2
#: What is less opaque of a translucent material is left out: nothing shines through.
_TRANSLUCENT: Final = 0.35
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Attributes: those of `Part`, and which of the vertices' places in the image counts."""

    colour: NDArray[np.float32]
    texture: Image | None = None
    cutoff: float = 0.0
    coordinates: int = 0
    offset: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1.0, 1.0)
    two_sided: bool = True


class Materials:
    """Reads each material and image once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._images: dict[int, Image | None] = {}
        self._materials: dict[int | None, Material] = {}

    def of(self, number: int | None) -> Material:
        """The material of that number; a light grey for none."""
        if number not in self._materials:
            self._materials[number] = self._read(number)
        return self._materials[number]

    def _read(self, number: int | None) -> Material:
        if number is None:
            return Material(np.array([0.8, 0.8, 0.8, 1.0], np.float32))
        material = self._document.gltf.materials[number]
        base = material.pbrMetallicRoughness
        factor = np.ones(4)
        if base is not None and base.baseColorFactor is not None:
            factor = np.clip(np.array(base.baseColorFactor, np.float64), 0.0, 1.0)
        factor[:3] **= 1 / _GAMMA
        cutoff = 0.0
        if material.alphaMode == "MASK":
            cutoff = 0.5 if material.alphaCutoff is None else float(material.alphaCutoff)
        elif material.alphaMode == "BLEND":
            cutoff = _TRANSLUCENT
        two_sided = bool(material.doubleSided)
        colour = factor.astype(np.float32)
        info = base.baseColorTexture if base is not None else None
        if info is None:
            return Material(colour, None, cutoff, two_sided=two_sided)
        moved = (info.extensions or {}).get("KHR_texture_transform", {})
        offset, scale = moved.get("offset", (0.0, 0.0)), moved.get("scale", (1.0, 1.0))
        return Material(
            colour,
            self._image(self._document.gltf.textures[info.index].source),
            cutoff,
            int(moved.get("texCoord", info.texCoord or 0)),
            (float(offset[0]), float(offset[1])),
            (float(scale[0]), float(scale[1])),
            two_sided,
        )

    def _image(self, number: int | None) -> Image | None:
        if number is None:
            return None
        if number not in self._images:
            image = self._document.gltf.images[number]
            if image.bufferView is not None:
                data = self._document.view(image.bufferView)
            else:
                data = self._document.from_uri(image.uri or "")
            self._images[number] = decoded(data)
            if self._images[number] is None:
                LOG.warning("%s: an image is of no kind that is read", self._document.name)
        return self._images[number]


def decoded(data: bytes) -> Image | None:
    """(H, W, 4) RGBA of a PNG, JPEG or WebP, at most `_SIDE` along the longer side; None of others.

    Raises:
        CharacterError: it is larger than any texture.
    """
    if data[:8] == _PNG and max(np.frombuffer(data[16:24], ">u4"), default=0) > _MOST_SIDE:
        raise CharacterError(f"A texture is larger than {_MOST_SIDE} pixels along a side.")
    try:
        image: Any = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    if image is None:
        return None
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    if image.ndim == 2:
        image = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR)
    codes = {3: cv2.COLOR_BGR2RGBA, 4: cv2.COLOR_BGRA2RGBA}
    image = cv2.cvtColor(image, codes[image.shape[2]])
    longer = max(image.shape[:2])
    if longer > _SIDE:
        size = [max(1, round(side * _SIDE / longer)) for side in image.shape[1::-1]]
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(image, np.uint8)
