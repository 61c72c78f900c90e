"""The check that tests close what they open would see it."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from tests.descriptors import descriptors, new_since

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lists what a process has open"
)


def test_an_open_file_and_an_open_socket_are_seen_until_they_are_closed(tmp_path: Path) -> None:
    before = descriptors()
    with (tmp_path / "left.txt").open("w"), socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        file, connection = sorted(new_since(before))
        assert file == str(tmp_path / "left.txt")
        assert str(port) in connection
    assert new_since(before) == []


def test_what_libraries_keep_is_no_leak() -> None:
    before = descriptors()
    with Path("/dev/null").open("rb"):
        assert new_since(before) == []
