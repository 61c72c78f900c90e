"""Reads the key/value pairs out of an .onnx file without the onnx package.

An .onnx file is one protobuf message, ModelProto (https://onnx.ai/onnx/repo-docs/IR.html). Only
its outermost fields are walked: the graph with its weights is stepped over, not parsed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# Field numbers of onnx.proto3.
_IR_VERSION: Final = 1
_GRAPH: Final = 7
_METADATA_PROPS: Final = 14
_ENTRY_KEY: Final = 1
_ENTRY_VALUE: Final = 2

# Wire types of protobuf. Groups (3, 4) were never used by ONNX.
_VARINT: Final = 0
_FIXED64: Final = 1
_LENGTH_DELIMITED: Final = 2
_FIXED32: Final = 5

_LONGEST_VARINT: Final = 10


class OnnxFormatError(ValueError):
    """The bytes are no whole ONNX file. The message finishes the sentence "The file ..."."""


class _CutShortError(Exception):
    """The bytes end inside a field."""


class _NotProtobufError(Exception):
    """No protobuf message has these bytes."""


def read_metadata(data: bytes) -> dict[str, str]:
    """The metadata_props of an ONNX model.

    Args:
        data: the whole file.

    Raises:
        OnnxFormatError: the file is empty, cut short or no ONNX file.
    """
    if not data:
        raise OnnxFormatError("is empty")
    seen: set[int] = set()
    metadata: dict[str, str] = {}
    try:
        for number, value in _fields(memoryview(data)):
            seen.add(number)
            if number == _METADATA_PROPS and isinstance(value, memoryview):
                key, text = _entry(value)
                metadata[key] = text
    except _CutShortError:
        # Every writer puts ir_version first: with it the beginning was an ONNX file's.
        if _IR_VERSION in seen:
            raise OnnxFormatError("is cut short: its end is missing") from None
        raise OnnxFormatError("is not an ONNX file") from None
    except (_NotProtobufError, UnicodeDecodeError):
        raise OnnxFormatError("is not an ONNX file") from None
    if _IR_VERSION not in seen:
        raise OnnxFormatError("is not an ONNX file")
    if _GRAPH not in seen:
        raise OnnxFormatError("is an ONNX file without a graph, or its end is missing")
    return metadata


def _entry(message: memoryview) -> tuple[str, str]:
    """Key and value of a StringStringEntryProto; a field left out is the empty string."""
    texts = {_ENTRY_KEY: "", _ENTRY_VALUE: ""}
    for number, value in _fields(message):
        if number in texts and isinstance(value, memoryview):
            texts[number] = bytes(value).decode()
    return texts[_ENTRY_KEY], texts[_ENTRY_VALUE]


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Number and value of every field; length-delimited ones are views, nothing is copied."""
    position, end = 0, len(message)
    while position < end:
        tag, position = _varint(message, position)
        number, wire = tag >> 3, tag & 7
        if number == 0:
            raise _NotProtobufError
        if wire == _VARINT:
            integer, position = _varint(message, position)
            yield number, integer
            continue
        if wire == _LENGTH_DELIMITED:
            length, position = _varint(message, position)
        elif wire == _FIXED64:
            length = 8
        elif wire == _FIXED32:
            length = 4
        else:
            raise _NotProtobufError
        if position + length > end:
            raise _CutShortError
        yield number, message[position : position + length]
        position += length


def _varint(message: memoryview, position: int) -> tuple[int, int]:
    """The base-128 number at a position, and the position after it."""
    value = 0
    for index in range(_LONGEST_VARINT):
        if position + index >= len(message):
            raise _CutShortError
        byte = message[position + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, position + index + 1
    raise _NotProtobufError
