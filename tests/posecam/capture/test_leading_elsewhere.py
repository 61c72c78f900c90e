"""What a camera answers, or a file holds, makes posecam open nothing else: no address, no file."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from posecam.capture import open_source
from posecam.capture.redirect import stays
from posecam.errors import SourceError
from tests.fakes.videos import write_video

USER = "me:secret@"


class Neighbour:
    """Another person on this machine: notes who connects, and would give a film to all."""

    def __init__(self, film: bytes) -> None:
        self.asked: list[bytes] = []
        self._film = film
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self.place = f"127.0.0.1:{self._server.getsockname()[1]}"
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stop.is_set():
            try:
                caller, _ = self._server.accept()
            except TimeoutError:
                continue
            with caller:
                caller.settimeout(1)
                self.asked.append(caller.recv(4096))
                head = f"HTTP/1.0 200 OK\r\nContent-Length: {len(self._film)}\r\n\r\n"
                caller.sendall(head.encode() + self._film)

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self._server.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_video(tmp_path / "film.ts", range(0, 2000, 33))


@pytest.fixture
def neighbour(film: Path) -> Iterator[Neighbour]:
    made = Neighbour(film.read_bytes())
    yield made
    made.close()


def playlist(entry: str) -> str:
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{entry}\n#EXT-X-ENDLIST\n"


def manifest(entry: str) -> str:
    return (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4">'
        f'<Representation id="1" bandwidth="1"><BaseURL>{entry}</BaseURL></Representation>'
        "</AdaptationSet></Period></MPD>"
    )


SDP = (
    "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
    "m=video 50044 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
)
#: By name: the type that a server gives it, and what leads to `{there}`.
LISTS = {
    "list.m3u8": ("application/vnd.apple.mpegurl", playlist("{there}")),
    "list.ts": ("application/x-mpegurl", playlist("{there}")),
    "list.mp4": ("video/mp4", "ffconcat version 1.0\nfile '{there}'\n"),
    "list.mpd": ("application/dash+xml", manifest("{there}")),
    "list.sdp": ("application/sdp", SDP),
}
#: By name: where on the same server it leads to.
HERE = {"moved": "/film.ts", "moved-again": "moved", "round": "/round"}
REDIRECTIONS = ("file", "tcp", "rtsp", "rtp", "ftp", "gopher", "data", "concat", "crypto+http")


@pytest.fixture
def camera(neighbour: Neighbour, film: Path) -> Iterator[str]:
    """The address of one that answers with lists, and sends its callers away."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.removeprefix("/")
            if name in LISTS:
                kind, text = LISTS[name]
                body = text.format(there=f"http://{neighbour.place}/film.ts").encode()
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            if name == "film.ts":
                self.send_response(200 if "Authorization" in self.headers else 401)
                self.send_header("WWW-Authenticate", 'Basic realm="camera"')
                self.end_headers()
                self.wfile.write(film.read_bytes())
                return
            there = str(film) if name == "file" else f"{neighbour.place}/film.ts"
            self.send_response(302)
            self.send_header("Location", HERE.get(name) or f"{name}://{there}")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://{USER}127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def refused(spec: str, neighbour: Neighbour) -> str:
    began = time.monotonic()
    with pytest.raises(SourceError) as raised:
        open_source(spec)
    assert time.monotonic() - began < 2.5
    assert neighbour.asked == []
    assert "secret" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_a_camera_answers_with_leads_nowhere(
    name: str, camera: str, neighbour: Neighbour
) -> None:
    said = refused(f"{camera}/{name}", neighbour)
    assert "leads elsewhere" in said or "no video that can be read" in said


@pytest.mark.parametrize("scheme", REDIRECTIONS)
def test_a_camera_redirects_to_no_other_protocol(
    scheme: str, camera: str, neighbour: Neighbour
) -> None:
    assert "leads elsewhere" in refused(f"{camera}/{scheme}", neighbour)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_camera_redirects_to_no_other_server(
    scheme: str, camera: str, neighbour: Neighbour
) -> None:
    said = refused(f"{camera}/{scheme}", neighbour)
    assert f"leads elsewhere, which is not followed: open {scheme}://{neighbour.place}/" in said


@pytest.mark.parametrize("name", ["film.ts", "moved", "moved-again"])
def test_a_redirection_on_the_same_server_is_followed(name: str, camera: str) -> None:
    source = open_source(f"{camera}/{name}")
    assert source.read() is not None
    source.close()
    assert source.name.endswith(f"/{name}")


def test_redirections_without_end_are_given_up(camera: str, neighbour: Neighbour) -> None:
    assert "sends its callers on and on" in refused(f"{camera}/round", neighbour)


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("http://cam/a", "http://cam/b", True),
        ("http://cam/a", "http://CAM:80/b", True),
        ("http://cam/a", "https://cam/a", True),
        ("http://me:secret@cam:8080/a", "http://cam:8080/b", True),
        ("http://cam/a", "http://cam:8080/a", False),
        ("http://cam:8080/a", "https://cam/a", False),
        ("https://cam/a", "http://cam/a", False),
        ("http://cam/a", "http://127.0.0.1/a", False),
        ("http://cam/a", "http://cam@127.0.0.1/a", False),
        ("http://cam/a", "http://cam:port/a", False),
        ("http://cam/a", "ftp://cam/a", False),
        ("http://cam/a", "http://[::1/a", False),
    ],
)
def test_the_same_server_is_that_of_host_and_port(here: str, there: str, same: bool) -> None:
    assert stays(here, there) is same


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("local", [True, False], ids=["to a file", "to an address"])
def test_a_file_that_is_a_list_leads_nowhere(
    name: str, local: bool, tmp_path: Path, film: Path, neighbour: Neighbour
) -> None:
    path = tmp_path / name
    there = film.name if local else f"http://{neighbour.place}/film.ts"
    path.write_text(LISTS[name][1].format(there=there))
    said = refused(str(path), neighbour)
    assert "list of others" in said or "is not a video" in said


def test_the_film_itself_is_read(film: Path) -> None:
    source = open_source(str(film))
    assert source.read() is not None
    source.close()
