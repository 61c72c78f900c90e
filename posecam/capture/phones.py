"""The telephones that offer their camera: a page sends images, and a source takes the newest.

A telephone joins when its page connects (`posecam.streaming.phone_images` does that), and is then
among the cameras by its name. It is asked for images while it is open, and for no others.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable
from typing import Final

#: Pixels along a side: what is larger or smaller is no camera's image.
LEAST_SIDE: Final = 16
MOST_SIDE: Final = 4096
#: JPEG's markers: the start of an image, and of the part that tells its size.
_START: Final = b"\xff\xd8"
_SIZES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})


def jpeg_size(image: bytes) -> tuple[int, int] | None:
    """(width, height) that a JPEG says of itself, in pixels; None where it is none.

    Nothing is decoded: what claims to be huge can be refused before it costs anything.
    """
    if not image.startswith(_START):
        return None
    at = 2
    while at + 9 <= len(image) and image[at] == 0xFF:
        marker = image[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _SIZES:
            height, width = struct.unpack_from(">HH", image, at + 5)
            return width, height
        at += 2 + struct.unpack_from(">H", image, at + 2)[0]
    return None


class PhoneLink:
    """One telephone that offers its camera. Safe for any number of threads.

    Args:
        name: what people call it.
        key: by which it is known when it comes back.
        on_wanted: told, in any thread, when images are wanted and when no more.
        on_taken: told that the newest image was taken: the next one may come.
    """

    def __init__(
        self,
        name: str,
        key: str,
        on_wanted: Callable[[bool], None],
        on_taken: Callable[[], None],
    ) -> None:
        self.name, self.key = name, key
        self._on_wanted, self._on_taken = on_wanted, on_taken
        self._changed = threading.Condition()
        self._image: tuple[bytes, int] | None = None
        self._readers = 0
        self._gone = False

    @property
    def gone(self) -> bool:
        """Whether it has disconnected."""
        return self._gone

    @property
    def wanted(self) -> bool:
        """Whether someone has it open."""
        return self._readers > 0

    def put(self, image: bytes, shot_ns: int) -> None:
        """Replace the newest image.

        Args:
            image: a JPEG.
            shot_ns: when it was taken, on the clock of `time.perf_counter_ns`.
        """
        with self._changed:
            if self._readers and not self._gone:
                self._image = (image, shot_ns)
                self._changed.notify_all()

    def take(self, timeout: float) -> tuple[bytes, int] | None:
        """The newest image that was not taken yet and when it was shot; None if none comes."""
        with self._changed:
            self._changed.wait_for(lambda: self._image is not None or self._gone, timeout)
            found, self._image = self._image, None
        if found is not None:
            self._on_taken()
        return found

    def open(self) -> None:
        """Ask for images until `close`."""
        with self._changed:
            self._readers += 1
            first = self._readers == 1
        if first:
            self._on_wanted(True)

    def close(self) -> None:
        with self._changed:
            self._readers -= 1
            last = not self._readers
            if last:
                self._image = None
        if last:
            self._on_wanted(False)

    def leave(self) -> None:
        """It has disconnected: who waits for an image is told at once."""
        with self._changed:
            self._gone = True
            self._changed.notify_all()


class PhoneCameras:
    """The telephones whose cameras are offered, by names of which each is there once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._links: dict[str, PhoneLink] = {}  # by name

    def join(
        self,
        key: str,
        wished: str,
        on_wanted: Callable[[bool], None],
        on_taken: Callable[[], None],
    ) -> PhoneLink:
        """Offer a telephone's camera. The same key replaces itself, under the name that it has.

        Args:
            key: of the telephone.
            wished: how it calls itself; a number is added while another one has that name.
            on_wanted, on_taken: see `PhoneLink`.
        """
        with self._lock:
            before = next((one for one in self._links.values() if one.key == key), None)
            name = before.name if before is not None else self._free(wished)
            link = self._links[name] = PhoneLink(name, key, on_wanted, on_taken)
        if before is not None:
            before.leave()
        return link

    def _free(self, wished: str) -> str:
        name, count = wished, 1
        while name in self._links:
            count += 1
            name = f"{wished} ({count})"
        return name

    def leave(self, link: PhoneLink) -> None:
        """The telephone has disconnected."""
        with self._lock:
            if self._links.get(link.name) is link:
                del self._links[link.name]
        link.leave()

    def forget(self) -> None:
        """No key is good any more: all of them are sent away."""
        with self._lock:
            links = list(self._links.values())
            self._links.clear()
        for link in links:
            link.leave()

    @property
    def names(self) -> tuple[str, ...]:
        """Of those that are here now."""
        with self._lock:
            return tuple(self._links)

    def find(self, name: str) -> PhoneLink | None:
        with self._lock:
            return self._links.get(name)


#: The telephones of this process, as a system has one list of cameras.
PHONES: Final = PhoneCameras()
