"""How takes begin and end, what is heard of them, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from posecam.bounds import bounded

#: Seconds of countdown that are offered.
COUNTDOWNS: Final = (0, 3, 5, 10)
#: Seconds of a take that are offered; 0: until it is stopped.
LENGTHS: Final = (0, 10, 30, 60, 120, 300)


@dataclass(frozen=True, slots=True)
class TakeSettings:
    """What a person who stands away from the keyboard sets beforehand.

    Attributes:
        countdown_s: seconds from the key to the first frame that is recorded.
        length_s: seconds after which a take ends by itself; 0: when it is stopped.
        ends_when_left: whether it ends when the person has left.
        arms_start: whether both arms raised for a second begin a take.
        clap_starts: whether a clap begins a take, and ends it; where a microphone is on.
        global_key: whether a key begins and ends a take while other programs are in front.
        volume: of the sounds, 0 (none) to 1.
        repetition_sound: whether every repetition that is counted is heard.
        name: of takes, which are numbered: "squat" gives "squat 01"; "": by date and time.
        tags: words that the next takes are found by.
    """

    countdown_s: int = bounded(0, 0, 60)
    length_s: int = bounded(0, 0, 86_400)
    ends_when_left: bool = False
    arms_start: bool = False
    clap_starts: bool = False
    global_key: bool = False
    volume: float = bounded(0.6, 0.0, 1.0)
    repetition_sound: bool = False
    name: str = ""
    tags: tuple[str, ...] = ()
