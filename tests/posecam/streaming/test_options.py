"""Addresses as a person writes them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from posecam.streaming import StreamError, StreamOptions, Streams, parse_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", "127.0.0.1:39539"),
        ("1234", "127.0.0.1:1234"),
        (":1234", "127.0.0.1:1234"),
        ("studio.local", "studio.local:39539"),
        ("192.168.1.7:40000", "192.168.1.7:40000"),
        ("::1", "[::1]:39539"),
        ("[::1]:77", "[::1]:77"),
        ("[fe80::2]", "[fe80::2]:39539"),
    ],
)
def test_what_is_left_out_is_this_machine_and_the_usual_port(text: str, address: str) -> None:
    assert str(parse_address(text, 39539)) == address


@pytest.mark.parametrize(
    "text", ["host:0", "host:65536", "host:http", "http://host:1", "a b", "[::1", "[]:1", "host:²"]
)
def test_what_is_no_address_is_a_sentence(text: str) -> None:
    with pytest.raises(StreamError, match=r"is no address: .*\.$"):
        parse_address(text, 39539)


def test_without_options_nothing_runs() -> None:
    streams = Streams()
    assert streams.status == ()
    streams.close()


def test_an_address_that_is_none_is_in_the_status() -> None:
    streams = Streams(StreamOptions(vmc="host:http"))
    (status,) = streams.status
    assert (status.kind, status.address) == ("failed", "host:http")
    assert status.message.endswith("must be a number from 1 to 65535.")
    streams.close()


def test_what_is_off_costs_no_import() -> None:
    code = (
        "import sys\nfrom posecam.streaming import Streams\nStreams().close()\n"
        "print([n for n in ('asyncio', 'websockets.asyncio', 'pythonosc', 'av', 'cv2')"
        " if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
