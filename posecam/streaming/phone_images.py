"""The camera of a telephone, as its page sends it: images with the times at which they were taken.

The page says who it is and is told whether its images are wanted. Each is a binary message: eight
bytes, the time on the telephone's clock in ms (float64, little-endian), then a JPEG. The next one
comes when the one before was taken, so nothing piles up in the network; what the telephone sees in
between is never sent. Where its clock stands is found by asking it, see `PhoneClock`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import struct
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from posecam.capture.phones import LEAST_SIDE, MOST_SIDE, PHONES, PhoneCameras, jpeg_size

if TYPE_CHECKING:
    from websockets.asyncio.server import ServerConnection

#: Telephones whose cameras are offered at once.
MOST_CAMERAS: Final = 4
#: Bytes of an image; one of 1920 x 1080 has half a million.
MOST_BYTES: Final = 2 * 1024 * 1024
#: Messages in a second, and images that were not taken yet, before it is disconnected.
MOST_A_SECOND: Final = 130
MOST_WAITING: Final = 2
#: Why a connection is closed, as the page understands it.
TOO_FAST, FULL, NO_IMAGE, ELSEWHERE = 4002, 4003, 4004, 4005
#: Questions about the clock at the beginning, and seconds between later ones.
_QUICK: Final = 6
_ASK_EVERY_S: Final = 1.0
_SLOW_S: Final = 3.0
_STAMP: Final = struct.Struct("<d")
_LONGEST_NAME: Final = 40
_TEXT_BYTES: Final = 512
#: An image older than this was not taken when the telephone says, ns.
_OLDEST_NS: Final = 5_000_000_000
#: A clock that says more than this is none, ms.
_FURTHEST_MS: Final = 1e14


class PhoneClock:
    """What a telephone's clock says, on ours: by the answers that took the shortest way.

    Of an answer half of the time there and back is taken for the way here, so it is wrong by that
    half at most. Of the last answers the fastest one counts; the clock is moved there slowly, so
    that the steps between images stay even.
    """

    _KEPT, _MOST_STEP_NS, _JUMP_NS = 40, 500_000, 50_000_000

    def __init__(self) -> None:
        self._answers: deque[tuple[int, int]] = deque(maxlen=self._KEPT)  # way, offset
        self._offset = 0
        self.answers = 0

    def add(self, asked_ns: int, said_ms: float, answered_ns: int) -> None:
        """An answer: when it was asked for and came, here, and the telephone's time in it."""
        middle = (asked_ns + answered_ns) // 2
        self._answers.append((answered_ns - asked_ns, middle - round(said_ms * 1e6)))
        self.answers += 1
        best = min(self._answers)[1]
        step = best - self._offset
        if self.answers > _QUICK and abs(step) < self._JUMP_NS:
            step = max(-self._MOST_STEP_NS, min(step, self._MOST_STEP_NS))
        self._offset += step

    @property
    def known(self) -> bool:
        return self.answers >= _QUICK

    def here_ns(self, said_ms: float) -> int:
        """A time of the telephone on the clock of `time.perf_counter_ns`."""
        return round(said_ms * 1e6) + self._offset


def clean_name(wished: object) -> str:
    """What a telephone is called: what it says of itself, made harmless."""
    text = wished if isinstance(wished, str) else ""
    text = "".join(c if c.isprintable() else " " for c in text[: 4 * _LONGEST_NAME])
    return " ".join(text.split())[:_LONGEST_NAME].strip() or "Telephone"


class PhoneImages:
    """Serves the telephones that offer their cameras; all of it in one loop's thread.

    Args:
        call: has that thread do something.
        on_change: told when a telephone comes or goes.
        phones: where they are offered.
    """

    def __init__(
        self,
        call: Callable[[Callable[[], object]], None],
        on_change: Callable[[], None],
        phones: PhoneCameras = PHONES,
    ) -> None:
        self._call, self._on_change, self._phones = call, on_change, phones
        self.count = 0

    async def serve(self, phone: ServerConnection, key: str, wished: object) -> None:
        """Offer the telephone's camera until it goes, or misbehaves."""
        if self.count >= MOST_CAMERAS:
            await phone.close(FULL, "there are too many cameras")
            return
        talk = _Talk(phone, self._phones, key, clean_name(wished), self._call)
        sending = asyncio.create_task(talk.send_all())
        self.count += 1
        self._on_change()
        try:
            await talk.listen()
        finally:
            sending.cancel()
            self._phones.leave(talk.link)
            self.count -= 1
            self._on_change()


class _Talk:
    """What is said to one telephone, and what it says."""

    def __init__(
        self,
        phone: ServerConnection,
        phones: PhoneCameras,
        key: str,
        name: str,
        call: Callable[[Callable[[], object]], None],
    ) -> None:
        self._phone = phone
        self._out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._clock = PhoneClock()
        self._number = 0
        self._asked_ns: int | None = None  # the question of that number, if it is open
        self._last_asked = 0.0
        self._waiting = 0
        self._newest_ns = 0
        self.link = phones.join(
            key, name, lambda _: call(self.tell_wanted), lambda: call(self.taken)
        )
        self._say(type="camera", name=self.link.name)
        self._ask()

    def tell_wanted(self) -> None:
        """Say whether images are wanted, as soon as it is known what time they are of."""
        self._waiting = 0
        if self._clock.known:
            self._say(type="want", on=self.link.wanted)

    def taken(self) -> None:
        self._waiting = 0
        latency = (time.perf_counter_ns() - self._newest_ns) / 1e6
        self._say(type="taken", ms=round(latency))
        if time.monotonic() - self._last_asked >= _ASK_EVERY_S:
            self._ask()

    def _ask(self) -> None:
        self._number += 1
        self._asked_ns = None
        self._last_asked = time.monotonic()
        self._say(type="ask", number=self._number)

    def _say(self, **content: Any) -> None:
        self._out.put_nowait(content)

    async def send_all(self) -> None:
        """Say what there is to say until cancelled."""
        from websockets.exceptions import ConnectionClosed

        with contextlib.suppress(ConnectionClosed):
            while True:
                content = await self._out.get()
                text = json.dumps(content, separators=(",", ":"))
                if content.get("number") == self._number:
                    self._asked_ns = time.perf_counter_ns()
                try:
                    async with asyncio.timeout(_SLOW_S):
                        await self._phone.send(text)
                except TimeoutError:
                    self._phone.transport.abort()
                    return

    async def listen(self) -> None:
        """Take images and answers until the telephone goes, or something is wrong with them."""
        came: deque[float] = deque()
        async for message in self._phone:
            arrived_ns, now = time.perf_counter_ns(), time.monotonic()
            came.append(now)
            while now - came[0] >= 1.0:
                came.popleft()
            if self.link.gone:
                await self._phone.close(ELSEWHERE, "another page of this telephone is the camera")
                return
            if len(came) > MOST_A_SECOND or self._waiting > MOST_WAITING:
                await self._phone.close(TOO_FAST, "too many images")
                return
            good = (
                self._hear(message, arrived_ns)
                if isinstance(message, str)
                else self._see(message, arrived_ns)
            )
            if not good:
                await self._phone.close(NO_IMAGE, "not an image of a camera")
                return

    def _hear(self, text: str, arrived_ns: int) -> bool:
        """An answer about the clock; False where it is none."""
        try:
            content = json.loads(text) if len(text) <= _TEXT_BYTES else None
        except (ValueError, RecursionError):
            return False
        if not isinstance(content, dict):
            return False
        number, said_ms = content.get("number"), content.get("at")
        if type(number) is not int or not isinstance(said_ms, int | float):
            return False
        if not _is_time(said_ms):
            return False
        if number == self._number and self._asked_ns is not None:
            self._clock.add(self._asked_ns, said_ms, arrived_ns)
            self._asked_ns = None
            if not self._clock.known:
                self._ask()
            elif self._clock.answers == _QUICK:
                self.tell_wanted()
        return True

    def _see(self, message: bytes, arrived_ns: int) -> bool:
        """An image; False where it is none."""
        if not _STAMP.size < len(message) <= MOST_BYTES:
            return False
        (said_ms,) = _STAMP.unpack_from(message)
        image = message[_STAMP.size :]
        size = jpeg_size(image)
        if size is None or not all(LEAST_SIDE <= side <= MOST_SIDE for side in size):
            return False
        if not _is_time(said_ms):
            return False
        shot_ns = self._clock.here_ns(said_ms)
        if not arrived_ns - _OLDEST_NS < shot_ns <= arrived_ns:
            shot_ns = arrived_ns
        self._waiting += 1
        self._newest_ns = shot_ns
        self.link.put(image, shot_ns)
        return True


def _is_time(said_ms: float) -> bool:
    return math.isfinite(said_ms) and abs(said_ms) < _FURTHEST_MS
