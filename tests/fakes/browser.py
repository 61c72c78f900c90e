"""A real Chromium without a window, asked over its own debugging connection."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import pytest
from websockets.sync.client import ClientConnection, connect

_NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: A telephone held upright, in CSS pixels.
PHONE: Final = (360, 740)


def chromium() -> str:
    """The program; the test is skipped where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium here (apt install chromium-headless-shell)")
    return found


class Browser:
    """One page.

    Args:
        profile: an empty folder.
        size: of the page, CSS pixels.
        phone: with a finger in place of a mouse.
        switches: more of the program's own.
    """

    def __init__(
        self,
        profile: Path,
        size: tuple[int, int] = (1280, 800),
        *,
        phone: bool = False,
        switches: tuple[str, ...] = (),
    ) -> None:
        self._process = subprocess.Popen(
            [
                chromium(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--mute-audio",
                "--remote-debugging-port=0",
                f"--user-data-dir={profile}",
                *switches,
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # the program is behind a script and has many processes
        )
        self._wire: ClientConnection | None = None
        self._open = ExitStack()
        self._number = 0
        self.errors: list[str] = []
        try:
            dialled = connect(self._address(profile), max_size=None)
            self._wire = self._open.enter_context(dialled)
            (target,) = [
                one["targetId"]
                for one in self._ask("Target.getTargets")["targetInfos"]
                if one["type"] == "page"
            ]
            attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
            self._session = attached["sessionId"]
            for domain in ("Page", "Runtime"):
                self.ask(f"{domain}.enable")
            self.ask(
                "Emulation.setDeviceMetricsOverride",
                width=size[0],
                height=size[1],
                deviceScaleFactor=2 if phone else 1,
                mobile=phone,
            )
            if phone:
                self.ask("Emulation.setTouchEmulationEnabled", enabled=True)
        except BaseException:
            self.close()
            raise

    def _address(self, profile: Path) -> str:
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            lines = _lines(profile / "DevToolsActivePort")
            if len(lines) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            time.sleep(0.1)
        raise RuntimeError("Chromium did not start within a minute")

    def _ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        assert self._wire is not None
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._wire.send(json.dumps(message))
        while True:
            answer = json.loads(self._wire.recv(timeout=60))
            if answer.get("method") == "Runtime.exceptionThrown":
                self.errors.append(json.dumps(answer["params"]["exceptionDetails"])[:500])
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """A method of the protocol, for the page."""
        return self._ask(method, self._session, **params)

    def go(self, url: str) -> None:
        """Open an address, and wait until the page is there."""
        self.ask("Page.navigate", url=url)
        ends = time.monotonic() + 30
        while time.monotonic() < ends:
            if self.value("location.href!=='about:blank'&&document.readyState==='complete'"):
                return
            time.sleep(0.05)
        raise RuntimeError(f"{url} was not loaded within half a minute")

    def value(self, expression: str) -> Any:
        """What JavaScript makes of it in the page; promises are waited for."""
        found = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"])[:500])
        return found["result"].get("value")

    def text(self, selector: str) -> str:
        """The words of an element, "" where it is not there."""
        return str(self.value(f"(document.querySelector({selector!r})||{{}}).textContent||''"))

    def tap(self, selector: str) -> None:
        """Touch an element in its middle, as a finger does; it must be there to be touched."""
        found = self.value(
            f"(()=>{{const e=document.querySelector({selector!r}),r=e.getBoundingClientRect(),"
            "x=r.x+r.width/2,y=r.y+r.height/2;"
            "return [x,y,e.contains(document.elementFromPoint(x,y))]})()"
        )
        assert found[2], f"{selector} is covered or outside of the page"
        for kind, count in (("mousePressed", 1), ("mouseReleased", 1)):
            self.ask(
                "Input.dispatchMouseEvent",
                type=kind,
                x=found[0],
                y=found[1],
                button="left",
                clickCount=count,
            )

    def screenshot(self, path: Path) -> None:
        """Save what is seen as a PNG."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def close(self) -> None:
        """End it. May be called twice."""
        self._open.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().split()
    except OSError:
        return []
