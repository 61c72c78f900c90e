"""`posecam doctor`: one paste that says what is here and what is missing, and not whose it is."""

from __future__ import annotations

import getpass
import json
import socket
from pathlib import Path
from typing import Any

import pytest

from engines.backend import BackendStatus
from posecam.capture.devices import Camera
from posecam.cli import main
from posecam.commands import doctor_facts
from posecam.errors import NetworkError
from posecam.gui.shared import screens
from posecam.settings import settings_path

SECTIONS = (
    "posecam", "system", "packages", "processor", "network", "engines", "cameras", "display",
    "disk", "settings",
)  # fmt: skip  # as a table


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which everything works, without a process that asks Qt."""
    found = screens.Display("x11", "xcb", ("1920 x 1080, scale 1, 60 Hz",), True, "a driver")
    monkeypatch.setattr(screens, "look", lambda: found)


def facts(capsys: pytest.CaptureFixture[str], code: int = 0) -> dict[str, Any]:
    assert main(["doctor", "--json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_machine_that_has_all(quick: None, capsys: pytest.CaptureFixture[str]) -> None:
    found = facts(capsys)
    assert [name for name in SECTIONS if name not in found] == []
    assert found["missing"] == []
    assert "openvino" in found["packages"]["versions"]
    assert any(row["name"] == "openvino" for row in found["engines"]["backends"])
    assert found["network"]["contract"].startswith("posecam-")
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "1920 x 1080" in said
    assert said.rstrip().endswith("The live window has all that it needs.")


def test_qt_and_its_screens_are_asked_in_a_process_of_their_own() -> None:
    display = screens.look()
    assert display.problem == ""
    assert display.platform
    assert display.screens


def test_a_qt_that_aborts_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing-of-the-kind")
    found = facts(capsys, 2)
    assert found["missing"] == ["Qt could not start, so no window can open."]
    assert any("nothing-of-the-kind" in line for line in found["display"]["said"])
    assert "openvino" in found["packages"]["versions"]  # the rest is told all the same


def test_a_library_that_qt_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt itself names libxcb-cursor0 whatever is missing."""

    def refuse(path: str) -> None:
        assert Path(path).name == "libqxcb.so"
        raise OSError("libxcb-shape.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr("posecam.gui.shared.screens.ctypes.CDLL", refuse)
    said = ("qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed",)
    assert screens._hint(said) == ": libxcb-shape.so.0 is missing"


def test_no_screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "There is no screen to open the window on."
    monkeypatch.setattr("posecam.gui.shared.qt_environment.missing_screen", lambda: sentence)
    assert main(["doctor"]) == 2
    assert f"MISSING    {sentence}" in capsys.readouterr().out


def test_nothing_that_runs_networks(
    quick: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = BackendStatus("openvino", reason="The backend openvino is not installed.")
    monkeypatch.setattr("engines.backends.available", lambda: [absent])
    found = facts(capsys, 2)
    assert found["missing"] == ["Nothing here runs networks: install openvino with pip."]
    assert found["engines"]["backends"][0]["why_not"] == absent.reason


def test_an_engine_that_is_there_and_cannot_load_the_network(
    quick: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a package from which a library was left out."""

    def refuse(*_: object, **__: object) -> None:
        raise NetworkError("OpenVINO cannot load the network.")

    monkeypatch.setattr("posecam.contract.load_network", refuse)
    found = facts(capsys, 2)
    assert found["missing"] == ["OpenVINO cannot load the network."]


def test_what_fails_holds_up_nothing_else(
    quick: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> list[Camera]:
        raise RuntimeError("the driver's table is torn")

    monkeypatch.setattr("posecam.capture.devices.list_cameras", fail)
    found = facts(capsys)
    assert "the driver's table is torn" in found["cameras"]["problem"]
    assert found["disk"]["free_gb"] > 0
    assert main(["doctor"]) == 0


def test_it_does_not_tell_whose_machine_it_is(
    quick: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "annabel")
    monkeypatch.setattr(socket, "gethostname", lambda: "annas-desk.clinic.example")
    reason = f"{own_home}/venv/lib/libopenvino.so: cannot open, said annas-desk.clinic.example"
    monkeypatch.setattr(
        "engines.backends.available",
        lambda: [BackendStatus("openvino", reason=reason)],
    )
    monkeypatch.setattr(
        "posecam.capture.devices.list_cameras", lambda: [Camera("Annabel's phone", 0)]
    )
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('source = "rtsp://annabel:secret@10.0.0.7/"\nengine = "openvino"\n')
    found = facts(capsys, 2)
    assert found["cameras"]["found"] == [{"opens_by": "0", "name": "NAME's phone"}]
    assert found["settings"] == {"state": "read", "keys": 2, "unknown": 0, "engine": "openvino"}
    assert main(["doctor"]) == 2
    said = (json.dumps(found) + capsys.readouterr().out).lower()
    assert "~/venv/lib/libopenvino.so: cannot open, said name" in said
    for private in (str(own_home), "annabel", "annas-desk", "secret", "10.0.0.7"):
        assert private.lower() not in said


@pytest.mark.parametrize("text", ["source = [", "\0", 'source = "half'])
def test_a_broken_settings_file_is_told_and_left_as_it_is(
    text: str, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(text)
    found = facts(capsys)
    assert found["settings"]["state"] == "cannot be understood"
    assert any("settings file cannot be understood" in note for note in found["notes"])
    assert path.read_text() == text
    assert list(path.parent.iterdir()) == [path]


def test_names_are_hidden_as_words_alone() -> None:
    hidden = doctor_facts.hide("/home/ann/x, anna, Ann's cam", ("/home/ann",), ("ann",))
    assert hidden == "~/x, anna, NAME's cam"
