"""Whatever is given to whichever option: one sentence that names it, exit code 2, nothing begun."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from posecam.cli import main, make_parser
from posecam.commands.arguments import existing_folder, new_folder

DIGITS = "9" * 5000
WHOLE = ("", " ", "nan", "inf", "-inf", "1.5", "1e3", "ten", "-1", "99999999999999999999", DIGITS)
NUMBER = ("", " ", "nan", "inf", "-inf", "1e999", "-1", "ten", "1e308", DIGITS)
NAME = ("", " ", "a\0b", "abacus", DIGITS)
PATH = ("", " ", "a\0b", "x" * 300, "/".join(["y" * 200] * 30), "~nosuchuser/x.mp4")
ADDRESS = (
    "",
    "a b",
    "a\0b",
    "host:0",
    "host:65536",
    "host:nan",
    f"host:{DIGITS}",
    DIGITS,
    "http://h:1",
)

#: By option, what cannot be; PLACES of the test's own are filled in below.
READ = (*PATH, "{missing}", "{folder}")
FOLDER = (*PATH, "{missing}", "{file}")
WRITE = (*PATH, "{folder}", "{file}/x.png")
MAKE = (*PATH, "{file}", "{file}/take")
SOURCE = (*PATH, "{missing}.mp4", "99999999999999999999", DIGITS, "ftp://host/x", "http://")
ESTIMATOR = {
    "--network": READ,
    "--quality": NAME,
    "--engine": NAME,
    "--precision": NAME,
    "--threads": (*WHOLE, "100000"),
    "--height": (*NUMBER, "17", "0"),
    "--fov": (*NUMBER, "0", "180"),
    "--smoothness": (*NUMBER, "1.01"),
}
CLUSTER = ("", "far", "http://a:1", "tcp://a", "tcp://a:b", "tcp://a b:1")
COMPARED = {"--samples": (*PATH, "{missing}"), "--count": (*WHOLE, "0", "1025")}
#: Of each command: what makes it complete, and what is wrong for which of its options.
COMMANDS: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "run": (
        (),
        {
            "source": SOURCE,
            "--character": READ,
            "--virtual-camera": NAME,
            "--network": READ,
            "--quality": NAME,
            "--engine": NAME,
            "--precision": NAME,
            "--threads": (*WHOLE, "100000"),
            "--vmc": ADDRESS,
            "--websocket": ADDRESS,
            "--screenshot": WRITE,
            "--after": (*NUMBER, "3601"),
        },
    ),
    "review": (
        (),
        {"session": FOLDER, "--character": READ, "--folder": FOLDER, "--screenshot": WRITE},
    ),
    "process": (
        ("demo", "--out", "{missing}"),
        {
            "input": SOURCE,
            "--out": MAKE,
            "--jobs": (*WHOLE, "0", "65"),
            "--cluster": CLUSTER,
            **ESTIMATOR,
        },
    ),
    "reprocess": (
        ("{folder}",),
        {"session": FOLDER, "--jobs": (*WHOLE, "0"), "--cluster": CLUSTER, **ESTIMATOR},
    ),
    "export": (
        ("{folder}", "--out", "{missing}"),
        {
            "session": FOLDER,
            "--character": READ,
            "--format": NAME,
            "--order": NAME,
            "--poses": NAME,
            "--person": WHOLE,
            "--range": ("", "5", "5:2", "nan:2", "-1:3", "a:b", "1:2:3"),
            "--names": NAME,
            "--rest": NAME,
            "--unit": NAME,
            "--markers": NAME,
            "--fps": (*NUMBER, "0", "241"),
            "--out": MAKE,
        },
    ),
    "bench": (
        ("demo",),
        {
            "input": SOURCE,
            "--frames": (*WHOLE, "0"),
            "--truth": READ,
            "--plot": WRITE,
            "--seconds": (*NUMBER, "0"),
            **ESTIMATOR,
        },
    ),
    "devices": ((), {}),
    "doctor": ((), {}),
    "engines list": ((), {}),
    "engines bench": (
        (),
        {
            "network": (*PATH, "{missing}", "{folder}"),
            "--backend": NAME,
            "--precision": NAME,
            "--batch": (*WHOLE, "0", "257"),
            "--seconds": (*NUMBER, "0", "3601"),
            **COMPARED,
        },
    ),
    "engines verify": ((), {"network": (*PATH, "{missing}", "{folder}"), **COMPARED}),
    "engines build": (
        ("--out", "{missing}"),
        {
            "--backend": NAME,
            "--precision": NAME,
            "--network": (*PATH, "{missing}", "{folder}"),
            "--target": NAME,
            "--out": ("", " ", "a\0b", "x" * 300, "{folder}", "{file}/x.engine"),
        },
    ),
    "engines cache": ((), {}),
}


def subparsers() -> dict[str, argparse.ArgumentParser]:
    found: dict[str, argparse.ArgumentParser] = {}
    for name, parser in choices(make_parser()).items():
        below = {f"{name} {word}": command for word, command in choices(parser).items()}
        found |= below or {name: parser}
    return found


def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    actions = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(actions[0].choices) if actions else {}


def cases() -> Iterator[tuple[str, str]]:
    for command, (_, options) in COMMANDS.items():
        for option in options:
            yield command, option


def test_every_option_that_takes_a_value_is_tried_here() -> None:
    tried = {command: set(options) for command, (_, options) in COMMANDS.items()}
    taking = {
        command: {
            action.option_strings[0] if action.option_strings else action.dest
            for action in parser._actions
            if action.nargs != 0
        }
        for command, parser in subparsers().items()
    }
    assert tried == taking


@pytest.mark.parametrize(("command", "option"), list(cases()))
def test_an_impossible_value_is_one_sentence(
    command: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {name: str(tmp_path / name) for name in ("missing", "folder", "file")}
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    complete, options = COMMANDS[command]
    for pattern in options[option]:
        value = pattern
        for name, place in places.items():
            value = value.replace(f"{{{name}}}", place)
        rest = [word.format(**places) for word in complete]
        if option.startswith("--"):
            words = [*command.split(), *rest, f"{option}={value}"]
        elif rest:
            words = [*command.split(), *rest[1:], "--", value]
        else:
            words = [*command.split(), "--", value]

        assert main(words) == 2, (option, value[:80])

        said = capsys.readouterr().err.strip()
        sentence = said.splitlines()[-1] if "Traceback" not in said else said
        assert sentence.startswith("posecam: "), (option, value[:80], said)
        assert sentence.endswith(".")
        assert len(sentence) < 900
        assert not (tmp_path / "missing").exists()
        assert (tmp_path / "file").read_text() == "mine"
        assert not any((tmp_path / "folder").iterdir())


@pytest.mark.parametrize("value", ["nan", "0", "-3", "1e999", "241", DIGITS])
def test_a_session_of_impossible_minutes_is_one_sentence(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "--session", "--", value]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith("posecam: ")
    assert len(sentence) < 300


def test_a_password_is_not_shown_where_an_address_stands_too_much(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["run", "demo", "http://me:secret@host/video", "--vmc=http://me:secret@h"]) == 2
    assert main(["run", "demo", "http://me:secret@host/video"]) == 2
    assert "secret" not in capsys.readouterr().err


def test_a_home_folder_behind_an_equals_sign_is_the_person_s_own(own_home: Path) -> None:
    (own_home / "clip").mkdir()
    assert existing_folder("~/clip") == own_home / "clip"
    assert new_folder("~/take") == own_home / "take"
