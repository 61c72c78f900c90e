"""What a manifest from anywhere is taken for: every value is checked here, once, as it is read.

A value that is not what it should be is told of and left out; the others stay.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from posecam.session.lines import LONGEST_S

#: The file that a session's sound is in.
SOUND: Final = "sound.mka"

_NAME: Final = re.compile(r"video(_\d{3,5})?\.mkv")
_LONGEST_TEXT: Final = 10_000
#: Characters of a note.
LONGEST_NOTE: Final = 100_000
#: Characters of a tag and of a marker's name; how many of either a session has.
LONGEST_TAG: Final = 200
MOST_TAGS: Final = 100
MOST_MARKERS: Final = 10_000
_DEEPEST: Final = 12
_MOST_SIDE: Final = 65_535
_MOST_COUNT: Final = 10**12
_FIRST_YEAR, _LAST_YEAR = 1970, 9000

Check = Callable[[Any], Any]


class _WrongError(Exception):
    """A value is not what it should be; the message is the end of "... is not"."""


def _number(low: float, high: float) -> Check:
    def check(value: Any) -> Any:
        if type(value) not in {int, float} or not low <= value <= high:
            raise _WrongError(f"a number from {low:g} to {high:g}")
        return value

    return check


def _whole(low: int, high: int) -> Check:
    def check(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise _WrongError(f"a whole number from {low} to {high}")
        return value

    return check


def _text(longest: int = _LONGEST_TEXT) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or len(value) > longest or not _encodes(value):
            raise _WrongError(f"a text of up to {longest} characters")
        return value

    return check


def _encodes(text: str) -> bool:
    """False for half a pair of surrogates, which no file and no screen takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("true or false")
    return value


def _one_of(*words: str) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise _WrongError(" or ".join(words))
        return value

    return check


def _or_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _date(value: Any) -> str:
    text = value if isinstance(value, str) else "none"
    try:
        year = datetime.fromisoformat(text).year if text else _FIRST_YEAR
    except ValueError as error:
        raise _WrongError("a date") from error
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        raise _WrongError(f"a date after {_FIRST_YEAR}")
    return str(text)


def plain(value: Any, depth: int = _DEEPEST) -> Any:
    """A value of JSON that is not nested too deeply and holds only finite numbers and texts.

    Raises:
        _WrongError: it is not that.
    """
    if depth and isinstance(value, dict):
        return {_text()(k): plain(v, depth - 1) for k, v in value.items()}
    if depth and isinstance(value, list):
        return [plain(v, depth - 1) for v in value]
    if isinstance(value, str):
        return _text(LONGEST_NOTE)(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float) and -1e300 < value < 1e300 and math.isfinite(value):
        return value
    raise _WrongError("made of plain texts and numbers")


def _word(value: Any) -> str:
    """What a program says of itself."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(_text()(str(plain(value))))
    raise _WrongError("a text")


#: Of a mapping: the keys that are known, and what must hold for the others.
_Known = Mapping[str, Check]

_SOURCE: Final[_Known] = {
    "name": _text(),
    "width": _whole(0, _MOST_SIDE),
    "height": _whole(0, _MOST_SIDE),
    "nominal_fps": _number(0, 100_000),
    "frame_count": _whole(-1, _MOST_COUNT),
    "is_demo": _yes_or_no,
    "pixel_format": _text(),
}
_SETTINGS: Final[_Known] = {
    "subject_height_cm": _number(1, 1000),
    "subject_height_mm": _number(10, 10_000),
    "field_of_view_deg": _number(0.1, 179.9),
    "smoothness": _number(0, 1),
    "people": _whole(1, 1000),
}
_CUT: Final[_Known] = {
    "name": _text(),
    "first": _number(0, LONGEST_S),
    "last": _number(0, LONGEST_S),
}
_SEGMENT: Final[_Known] = {
    "width": _whole(1, _MOST_SIDE),
    "height": _whole(1, _MOST_SIDE),
    "first_frame": _whole(0, _MOST_COUNT),
    "start": _number(0, LONGEST_S),
    "gap": _number(0, LONGEST_S),
}
_MARKER: Final[_Known] = {
    "seconds": _number(0, LONGEST_S),
    "name": _text(LONGEST_TAG),
}
_SOUND: Final[_Known] = {
    "device": _text(),
    "start": _number(0, LONGEST_S),
    "error": _or_none(_text()),
}
_FIELDS: Final[_Known] = {
    "created": _date,
    "state": _one_of("recording", "finished"),
    "duration": _or_none(_number(0, LONGEST_S)),
    "error": _or_none(_text()),
    "note": _text(LONGEST_NOTE),
}


def checked(content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The usable values of a manifest by the names of `Manifest`'s fields, and what is wrong.

    Args:
        content: of manifest.json.

    Returns:
        The values; `segments` as dictionaries of the fields of `Segment`. And the ends of
        sentences on those that were left out, such as "created is not a date".
    """
    wrong: list[str] = []
    found: dict[str, Any] = {}
    for name, check in _FIELDS.items():
        if name in content:
            _take(found, wrong, name, content[name], check)
    mappings: dict[str, tuple[_Known, Check]] = {
        "source": (_SOURCE, plain),
        "settings": (_SETTINGS, plain),
        "engine": ({}, _word),
        "counts": ({}, _whole(0, _MOST_COUNT)),
        "cut_from": (_CUT, plain),
        "units": ({}, _text()),
    }
    for name, (known, other) in mappings.items():
        if name in content:
            found[name] = _mapping(name, content[name], known, other, wrong)
    if "created" not in content:
        wrong.append("created is missing")
    if "joint_names" in content:
        _take(found, wrong, "joint_names", content["joint_names"], _names)
    else:
        wrong.append("joint_names is missing")
    if "tags" in content:
        _take(found, wrong, "tags", content["tags"], _tags)
    if "markers" in content:
        found["markers"] = _markers(content["markers"], wrong)
    if content.get("sound") is not None:
        found["sound"] = _sound(content["sound"], wrong)
    if "segments" in content:
        found["segments"] = _segments(content["segments"], wrong)
    return found, tuple(wrong)


def _take(found: dict[str, Any], wrong: list[str], name: str, value: Any, check: Check) -> None:
    try:
        found[name.rpartition(".")[2]] = check(value)
    except _WrongError as error:
        wrong.append(f"{name} is not {error}")


def _mapping(
    name: str, value: Any, known: _Known, other: Check, wrong: list[str]
) -> dict[str, Any]:
    if not isinstance(value, dict):
        wrong.append(f"{name} is not a table")
        return {}
    found: dict[str, Any] = {}
    for key, entry in value.items():
        if not _encodes(key) or len(key) > _LONGEST_TEXT or "." in key:
            wrong.append(f"a name in {name} is not one")
        else:
            _take(found, wrong, f"{name}.{key}", entry, known.get(key, other))
    return found


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _WrongError("a list of names")
    return tuple(_text()(entry) for entry in value)


def _tags(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_TAGS:
        raise _WrongError(f"a list of up to {MOST_TAGS} tags")
    return tuple(_text(LONGEST_TAG)(entry) for entry in value)


def _markers(value: Any, wrong: list[str]) -> list[dict[str, Any]]:
    """Those that are as they should be, in the order of time."""
    if not isinstance(value, list) or len(value) > MOST_MARKERS:
        wrong.append(f"markers is not a list of up to {MOST_MARKERS} markers")
        return []
    found = []
    for number, entry in enumerate(value):
        if not isinstance(entry, dict) or "seconds" not in entry:
            wrong.append(f"markers[{number}] is not a marker")
            continue
        fields: dict[str, Any] = {}
        for name in _MARKER.keys() & entry.keys():
            _take(fields, wrong, f"markers[{number}].{name}", entry[name], _MARKER[name])
        if "seconds" in fields:
            found.append(fields)
    return sorted(found, key=lambda fields: float(fields["seconds"]))


def _sound(value: Any, wrong: list[str]) -> dict[str, Any] | None:
    """The track, None where it is not the one that a session has."""
    if not isinstance(value, dict) or value.get("file") != SOUND:
        wrong.append("sound is not the sound of a session")
        return None
    fields: dict[str, Any] = {"file": SOUND}
    for name in _SOUND.keys() & value.keys():
        _take(fields, wrong, f"sound.{name}", value[name], _SOUND[name])
    return fields


def _segments(value: Any, wrong: list[str]) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        wrong.append("segments is not a list")
        return []
    found = []
    for number, entry in enumerate(value):
        before = len(wrong)
        fields: dict[str, Any] = {}
        if not isinstance(entry, dict):
            wrong.append(f"segments[{number}] is not a table")
            continue
        for name, check in {"file": _file, **_SEGMENT}.items():
            if name in entry:
                _take(fields, wrong, f"segments[{number}].{name}", entry[name], check)
            elif name != "gap":
                wrong.append(f"segments[{number}].{name} is missing")
        if len(wrong) == before:
            found.append(fields)
    return found


def _file(value: Any) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise _WrongError("the name of a video of a session")
    return value
