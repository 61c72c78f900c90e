"""A real camera on 127.0.0.1: Motion JPEG over HTTP, which can stall, vanish and come back."""

from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

import cv2
import numpy as np


class HttpCamera:
    """Serves `/video` to any number of viewers until stopped; `start` again keeps the port.

    Attributes:
        fps: images per second; may be changed at any time.
        size: (width, height) of the images; may be changed at any time.
        stalled: while set, connections stay open but nothing is sent.
        frozen: while set, the last image is sent again and again.
        garbage: while set, what is sent is no image.
        covered: while set, the images are black, with no noise in them.
        grey: while set, the images have no colours, as of an infrared camera.
        user: "name:password" that is asked for, or "".
        served: images sent so far.
    """

    def __init__(self, fps: float = 30.0, size: tuple[int, int] = (160, 120)) -> None:
        self.fps = fps
        self.size = size
        self.stalled = threading.Event()
        self.frozen = threading.Event()
        self.garbage = threading.Event()
        self.covered = threading.Event()
        self.grey = threading.Event()
        self.user = ""
        self.served = 0
        self.port = 0
        self._stopping = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        user = f"{self.user}@" if self.user else ""
        return f"http://{user}127.0.0.1:{self.port}/video"

    def start(self) -> None:
        camera = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 1  # a viewer that does not read must not hold up `stop`

            def do_GET(self) -> None:
                camera._serve(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Be silent."""

        self._stopping.clear()
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = False  # closing waits for every viewer's thread
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def stop(self) -> None:
        """Drop every viewer and refuse new ones, as when the plug is pulled."""
        if self._server is None or self._thread is None:
            return
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def image(self, number: int) -> bytes:
        """A JPEG that is different for each number."""
        width, height = self.size
        if self.garbage.is_set():
            return number.to_bytes(4, "big") * 500
        if self.covered.is_set():
            return cv2.imencode(".jpg", np.zeros((height, width, 3), np.uint8))[1].tobytes()
        image = np.full((height, width, 3), (40, number * 5 % 256, 120), np.uint8)
        x = number * 7 % width
        cv2.circle(image, (x, height // 2), height // 5, (255, 255, 255), -1)
        if self.grey.is_set():
            image = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)  # type: ignore[assignment]
        return cv2.imencode(".jpg", image)[1].tobytes()

    def _serve(self, request: BaseHTTPRequestHandler) -> None:
        if request.path != "/video":
            request.send_error(404)
            return
        if self.user and "Authorization" not in request.headers:
            request.send_response(401)
            request.send_header("WWW-Authenticate", 'Basic realm="camera"')
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("Content-Type", "multipart/x-mixed-replace; boundary=image")
        request.end_headers()
        number = 0
        due = time.monotonic()
        try:
            while not self._stopping.is_set():
                if self.stalled.is_set():
                    self._stopping.wait(0.02)
                    due = time.monotonic()
                    continue
                data = self.image(number)
                request.wfile.write(
                    b"--image\r\nContent-Type: image/jpeg\r\n"
                    b"Content-Length: %d\r\n\r\n%s\r\n" % (len(data), data)
                )
                self.served += 1
                number += not self.frozen.is_set()
                due += 1 / self.fps
                self._stopping.wait(max(0.0, due - time.monotonic()))
        except OSError:
            pass  # the viewer has gone
        finally:
            request.close_connection = True


class SilentServer:
    """Accepts connections and never says a word."""

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()


def closed_port() -> int:
    """A port of 127.0.0.1 on which no one listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
