"""Whose motion a format holds that has room for one person, and what to say of it."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.export.options import Person
from posecam.pose import HIDDEN_SCORE
from posecam.session import Session
from posecam.session.people import seen_longest_first
from posecam.skeleton import INDEX

_PARTS: Final = {
    "The legs are never seen: the files hold a guess.": ("r_knee", "r_ankle", "l_knee", "l_ankle"),
    "The arms are never seen: the files hold a guess.": (
        "r_elbow",
        "r_wrist",
        "l_elbow",
        "l_wrist",
    ),
    "The head is never seen: the files hold a guess.": ("upper_neck", "head_top"),
}


def chosen(session: Session, person: Person) -> int | None:
    """The number of one person; None for a person who is the main one, or where no person was
    seen."""
    if person == "main":
        return None
    if person is not None:
        return person
    return next(iter(seen_longest_first(session.people)), None)


def person_rows(session: Session, person: Person) -> NDArray[np.int64]:
    """Rows of `session.people` of one person, at least one; see `Options.person`.

    Raises:
        SessionError: that person was never seen.
    """
    people, number = session.people, chosen(session, person)
    if number is None:
        rows = session.main_rows[session.main_rows >= 0]
        if not len(rows):
            raise SessionError(
                f"No person was seen in the session {session.folder}: there is no motion to export."
            )
        return rows
    rows = np.flatnonzero(people.ids == number)
    if not len(rows):
        seen = ", ".join(map(str, np.unique(people.ids).tolist())) or "none"
        raise SessionError(
            f"Person {number} was never seen in the session {session.folder} (seen: {seen})."
        )
    # One row a frame, should a tracker ever have given a number twice.
    _, first = np.unique(people.frame_index[rows], return_index=True)
    return rows[first]


def described(session: Session, person: Person) -> str:
    """Who it is, for a remark in a file."""
    number = chosen(session, person)
    if number is None:
        return "the main person of each moment"
    longest = person is None and len(np.unique(session.people.ids)) > 1
    return f"person {number}, seen longest" if longest else f"person {number}"


def warning(session: Session, person: Person) -> str:
    """Sentences on what one should know before one takes this for one body's motion, or ""."""
    return " ".join(filter(None, (_other_people(session, person), _guessed(session, person))))


def _guessed(session: Session, person: Person) -> str:
    """On what is never seen of a person."""
    if not len(session.people.ids):
        return ""
    try:
        rows = person_rows(session, person)
    except SessionError:
        return ""  # it is said where it is asked for
    seen = np.any(np.nan_to_num(session.people.scores[rows]) >= HIDDEN_SCORE, axis=0)
    unseen = [not seen[[INDEX[name] for name in names]].any() for names in _PARTS.values()]
    return " ".join(said for said, so in zip(_PARTS, unseen, strict=True) if so)


def _other_people(session: Session, person: Person) -> str:
    numbers, changes = seen_longest_first(session.people), session.main_changes
    if len(numbers) < 2:
        return ""
    if person is None:
        return f"{len(numbers)} people were seen: this is person {numbers[0]}, seen longest."
    if person == "main" and changes:
        times = "once" if len(changes) == 1 else f"{len(changes)} times"
        return (
            f"The main person changes {times}, first to person {changes[0][1]} at "
            f"{changes[0][0]:.1f} s: the motion jumps from one body to another."
        )
    return ""
