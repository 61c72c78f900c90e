"""Reading a network file: its metadata, and what is said of files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import onnxruntime
import pytest

from engines.engine import EngineError
from engines.network_file import read_network
from engines.onnx_metadata import OnnxFormatError, read_metadata
from tests.engines import networks


def test_metadata_is_what_the_onnx_package_wrote() -> None:
    metadata = {"joints": json.dumps(["a"] * 500), "empty": "", "unicode": "köpfe ☃"}
    data = networks.convolution(metadata=metadata).SerializeToString()
    assert read_metadata(data) == metadata
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    assert read_metadata(data) == session.get_modelmeta().custom_metadata_map


def test_a_network_without_metadata_has_none() -> None:
    assert read_metadata(networks.convolution(metadata={}).SerializeToString()) == {}


def test_every_other_field_of_the_model_is_stepped_over() -> None:
    model = networks.convolution()
    model.producer_name, model.producer_version = "a writer", "1.2"
    model.domain, model.doc_string = "some.domain", "words " * 100
    model.model_version = 2**62
    model.functions.add().name = "helper"
    model.training_info.add()
    assert read_metadata(model.SerializeToString()) == networks.METADATA


def test_unknown_fields_of_every_wire_type_are_stepped_over() -> None:
    unknown = b"".join(
        [
            tag(1000, 0) + b"\xff\xff\x03",
            tag(1001, 1) + bytes(8),
            tag(1002, 2) + b"\x05later",
            tag(1003, 5) + bytes(4),
        ]
    )
    data = networks.convolution().SerializeToString()
    assert onnx.load_from_string(data + unknown).graph.name == "small"
    assert read_metadata(data + unknown) == networks.METADATA
    # The order of fields is free, and a reader has to skip unknown ones inside an entry as well.
    entry = b"\x12\x01v" + tag(77, 2) + b"\x02??" + b"\x0a\x01k"
    data += unknown + tag(14, 2) + bytes([len(entry)]) + entry
    assert read_metadata(data) == {**networks.METADATA, "k": "v"}


def test_a_large_graph_is_not_looked_into() -> None:
    """A graph field that is no message at all does not disturb: it is skipped by its length."""
    graph = b"\xff" * 1_000_000
    length = b"\xc0\x84\x3d"
    data = b"\x08\x09" + tag(7, 2) + length + graph + tag(14, 2) + b"\x06\x0a\x01k\x12\x01v"
    assert read_metadata(data) == {"k": "v"}


def test_a_cut_file_is_recognised_wherever_it_is_cut() -> None:
    data = networks.convolution().SerializeToString()
    whole = read_metadata(data)
    for length in range(len(data)):
        try:
            metadata = read_metadata(data[:length])
        except OnnxFormatError:
            continue
        # Cut between two of the fields after the graph: nothing shows it.
        assert metadata.items() < whole.items() or length > len(data) - 8


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"import numpy as np\n\nprint('not a network')\n", "is not an ONNX file"),
        (b"joint,x,y\n" * 100, "is not an ONNX file"),
        (b"PK\x03\x04" + bytes(100), "is not an ONNX file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is not an ONNX file"),
        (b"\x00" * 100, "is not an ONNX file"),
        (b"\xff" * 100, "is not an ONNX file"),
        (b"\x08\x09", "without a graph"),
        (networks.convolution().SerializeToString()[:300], "is cut short"),
    ],
    ids=["empty", "text", "csv", "zip", "png", "zeros", "ones", "header", "truncated"],
)
def test_files_that_are_no_network(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "odd.onnx"
    path.write_bytes(content)
    with pytest.raises(EngineError, match=said) as caught:
        read_network(path)
    assert str(caught.value).startswith(f"The network file {path} is ")
    assert str(caught.value).count(".") == str(path).count(".") + 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"There is no network file .*absent\.onnx\."):
        read_network(tmp_path / "absent.onnx")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="is a folder, not a network file"):
        read_network(tmp_path)


def test_a_name_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="cannot be read: Not a directory"):
        read_network(tmp_path / "file" / "net.onnx")


def tag(number: int, wire: int) -> bytes:
    value, out = number << 3 | wire, b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])
