"""A real RTSP camera on 127.0.0.1: H.264 in MPEG-TS in RTP, interleaved in the one connection."""

from __future__ import annotations

import contextlib
import re
import socketserver
import struct
import threading
import time
from fractions import Fraction
from types import TracebackType
from typing import Final, Self

import av

from tests.fakes.videos import numbered

_TS_PACKET: Final = 188
_MP2T: Final = 33
_SDP: Final = (
    "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\n"
    f"m=video 0 RTP/AVP {_MP2T}\r\na=control:track1\r\n"
)


class RtspCamera:
    """Serves numbered images to one viewer after another until stopped.

    Args:
        fps: images per second.
        port: of another one that was stopped, to come back as it; 0: any.

    Attributes:
        sent: number of the newest image that has been sent, -1 before the first.
    """

    def __init__(self, fps: float = 30.0, port: int = 0) -> None:
        self.fps = fps
        self.sent = -1
        self.stopping = threading.Event()
        camera = self

        class Handler(socketserver.StreamRequestHandler):
            timeout = 1

            def handle(self) -> None:
                with contextlib.suppress(OSError):  # the viewer has gone
                    camera._talk(self)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True

        self._server = Server(("127.0.0.1", port), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"rtsp://127.0.0.1:{self.port}/live"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Drop the viewer and refuse new ones."""
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _talk(self, viewer: socketserver.StreamRequestHandler) -> None:
        while line := viewer.rfile.readline().decode().strip():
            method = line.split()[0]
            headers = {}
            while header := viewer.rfile.readline().decode().strip():
                name, _, value = header.partition(":")
                headers[name.lower()] = value.strip()
            answer, body = "", ""
            if method == "OPTIONS":
                answer = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
            elif method == "DESCRIBE":
                body = _SDP
                answer = f"Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n"
            elif method == "SETUP":
                assert re.search("TCP.*interleaved=0-1", headers["transport"])
                answer = f"Transport: {headers['transport']}\r\nSession: 1\r\n"
            viewer.wfile.write(
                f"RTSP/1.0 200 OK\r\nCSeq: {headers['cseq']}\r\n{answer}\r\n{body}".encode()
            )
            if method == "PLAY":
                self._play(viewer)
                return

    def _play(self, viewer: socketserver.StreamRequestHandler) -> None:
        wire = _RtpWire(viewer)
        with av.open(wire, "w", format="mpegts") as container:
            options = {"preset": "ultrafast", "tune": "zerolatency", "g": "10"}
            stream = container.add_stream("libx264", rate=30, options=options)
            stream.width, stream.height, stream.pix_fmt = 176, 64, "yuv420p"
            began = time.perf_counter()
            number = 0
            while not self.stopping.wait(max(0, began + number / self.fps - time.perf_counter())):
                frame = av.VideoFrame.from_ndarray(numbered(number % 1024), "bgr24")
                frame.pts, frame.time_base = number, Fraction(1, 30)
                container.mux(stream.encode(frame))
                wire.flush()
                if wire.broken:
                    return
                self.sent = number
                number += 1


class _RtpWire:
    """A file to write MPEG-TS to, which sends it as RTP packets."""

    def __init__(self, viewer: socketserver.StreamRequestHandler) -> None:
        self._viewer = viewer
        self._pending = bytearray()
        self._sequence = 0
        self.broken = False

    def write(self, data: bytes) -> int:
        self._pending += data
        return len(data)

    def flush(self) -> None:
        while len(self._pending) >= _TS_PACKET:
            size = min(7, len(self._pending) // _TS_PACKET) * _TS_PACKET
            payload = bytes(self._pending[:size])
            del self._pending[:size]
            clock = int(time.perf_counter() * 90_000) & 0xFFFFFFFF
            rtp = struct.pack(">BBHII", 0x80, _MP2T, self._sequence & 0xFFFF, clock, 1) + payload
            self._sequence += 1
            try:
                self._viewer.wfile.write(b"$\0" + struct.pack(">H", len(rtp)) + rtp)
            except OSError:
                self.broken = True
                return
