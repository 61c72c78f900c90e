"""What runs elsewhere on every change is there, and is what a person runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NOX = (ROOT / "noxfile.py").read_text()
SESSIONS = set(re.findall(r"^def (\w+)\(session", NOX, re.MULTILINE))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_is_a_session_or_a_script_of_the_checkout(workflow: Path) -> None:
    steps = re.findall(r"^ +(?:- )?run: (.+)$", workflow.read_text(), re.MULTILINE)
    sessions = [match[1] for step in steps if (match := re.match(r"nox -s (\w+)", step))]
    assert sessions
    assert set(sessions) <= SESSIONS
    others = {step for step in steps if not step.startswith("nox -s ")}
    assert all(
        step == "python -m pip install nox" or (ROOT / step.split()[0]).is_file() for step in others
    )


def test_every_version_that_is_promised_is_tried() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    promised = re.findall(r"Python :: (3\.\d+)", project)
    tried = re.search(r"python: \[(.+)\]", (ROOT / ".github/workflows/ci.yml").read_text())
    assert tried is not None
    assert re.findall(r'"(.+?)"', tried[1]) == promised


def test_what_make_does_works_without_make() -> None:
    goals = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert goals is not None
    named = SESSIONS | set(re.findall(r'session\(name="(\w+)"\)', NOX))
    # nox makes each environment itself, its docs are checked too, and it says tests.
    assert set(goals[1].split()) - {"setup", "clean", "docs-check", "test"} <= named
    assert "tests" in named
