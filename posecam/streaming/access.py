"""Who may use the remote: a code that is good once and not for long, then a key of one's own."""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from typing import Final

#: Seconds for which a code is good.
CODE_S: Final = 300.0
#: Keys that are known at once; the oldest goes when there is one more.
MOST_KEYS: Final = 16
#: Wrong codes from one address until it is not listened to any more, for so many seconds.
MOST_WRONG: Final = 5
BLOCKED_S: Final = 60.0
_MOST_ADDRESSES: Final = 256
_BYTES: Final = 16


class Access:
    """Codes and keys of one remote. Looks at no clock: it is told the time, in seconds."""

    def __init__(self) -> None:
        self._code, self._since = "", 0.0
        self._keys: OrderedDict[str, None] = OrderedDict()
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()  # count, last

    def code(self, now: float) -> str:
        """The code that is good now; a new one where the last is used or old."""
        if not self._code or now - self._since >= CODE_S:
            self._code, self._since = secrets.token_urlsafe(_BYTES), now
        return self._code

    def redeem(self, code: str, address: str, now: float) -> str | None:
        """A key for a code, which is then good no more; None for one that is wrong, used or old.

        Args:
            code: as it was given.
            address: of the one who gives it: who guesses is not listened to for a while.
            now: the time.
        """
        if self.blocked(address, now):
            return None
        old = now - self._since >= CODE_S
        if not self._code or old or not hmac.compare_digest(code.encode(), self._code.encode()):
            self._note_wrong(address, now)
            return None
        self._code = ""
        key = secrets.token_urlsafe(_BYTES)
        self._keys[key] = None
        while len(self._keys) > MOST_KEYS:
            self._keys.popitem(last=False)
        return key

    def knows(self, key: str, address: str, now: float) -> bool:
        """Whether this key was given out; a wrong one counts as a wrong code."""
        if self.blocked(address, now):
            return False
        found = any(hmac.compare_digest(key.encode(), known.encode()) for known in self._keys)
        if not found:
            self._note_wrong(address, now)
        return found

    def blocked(self, address: str, now: float) -> bool:
        """Whether that address has guessed too often lately."""
        count, last = self._wrong.get(address, (0, 0.0))
        return count >= MOST_WRONG and now - last < BLOCKED_S

    def _note_wrong(self, address: str, now: float) -> None:
        count, last = self._wrong.pop(address, (0, 0.0))
        self._wrong[address] = (1 if now - last >= BLOCKED_S else count + 1, now)
        while len(self._wrong) > _MOST_ADDRESSES:
            self._wrong.popitem(last=False)
