"""Arrays of a glTF file: interleaved, quantised or sparse, as numbers."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.characters.document import Document

_KINDS: Final = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
_WIDTHS: Final = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
#: Numbers that one array may have.
_MOST: Final = 16_000_000


def read_array(document: Document, number: int, *widths: int) -> NDArray[Any]:
    """(N, W) of an accessor; quantised numbers as what they stand for.

    Args:
        widths: that are of use; any by default.

    Raises:
        CharacterError: it is shorter than it says, or of another width.
    """
    if number < 0:
        raise document.damaged("it refers to what is not there")
    accessor = document.gltf.accessors[number]
    kind, width = np.dtype(_KINDS[accessor.componentType]), _WIDTHS[accessor.type]
    count = accessor.count
    if not 0 <= count * width <= _MOST or (widths and width not in widths):
        raise document.damaged("an array has another form than it should")
    if accessor.bufferView is None:
        found = np.zeros((count, width), kind)
    else:
        view = document.gltf.bufferViews[accessor.bufferView]
        data = document.view(accessor.bufferView)
        found = _strided(
            document, data, accessor.byteOffset or 0, view.byteStride, kind, count, width
        )
    if accessor.sparse is not None:
        found = _with_sparse(document, found.copy(), accessor.sparse, kind)
    if accessor.normalized and kind.kind in "iu":
        return np.maximum(found.astype(np.float32) / np.iinfo(kind).max, -1.0)
    return found


def _strided(
    document: Document,
    data: bytes,
    offset: int,
    stride: int | None,
    kind: np.dtype[Any],
    count: int,
    width: int,
) -> NDArray[Any]:
    size = kind.itemsize * width
    step = stride or size
    if count == 0:
        return np.zeros((0, width), kind)
    if offset < 0 or step < size or offset + (count - 1) * step + size > len(data):
        raise document.damaged("an array is shorter than it says")
    return np.ndarray((count, width), kind, data, offset, (step, kind.itemsize))


def _with_sparse(
    document: Document, found: NDArray[Any], sparse: Any, kind: np.dtype[Any]
) -> NDArray[Any]:
    """The array with the numbers put in that differ from it."""
    where, what, count = sparse.indices, sparse.values, sparse.count
    if not 0 <= count <= len(found):
        raise document.damaged("an array has another form than it should")
    index = np.dtype(_KINDS[where.componentType])
    rows = _strided(
        document, document.view(where.bufferView), where.byteOffset or 0, None, index, count, 1
    )
    values = _strided(
        document,
        document.view(what.bufferView),
        what.byteOffset or 0,
        None,
        kind,
        count,
        found.shape[1],
    )
    if count and rows.max() >= len(found):
        raise document.damaged("an array has another form than it should")
    found[rows[:, 0]] = values
    return found
