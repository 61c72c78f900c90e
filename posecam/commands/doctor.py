"""`posecam doctor`: one paste for a report on what goes wrong."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` takes."""
    parser.add_argument("--json", action="store_true", help="for programs")


def run(options: Mapping[str, Any]) -> int:
    """Print what there is here; 2 where something is missing that the live window needs."""
    from posecam.commands.doctor_facts import gather

    facts = gather()
    if options["json"]:
        print(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        for title, text in _lines(facts):
            print(f"{title:<11}{text}".rstrip())
    return 2 if facts["missing"] else 0


def _lines(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(title, text) of every line."""
    ours, system = facts["posecam"], facts["system"]
    yield "posecam", _problem(ours) or f"{ours['version']} ({ours['installed']})"
    yield "system", _problem(system) or _system(system)
    yield "processor", _problem(facts["processor"]) or _processor(facts["processor"])
    network = facts["network"]
    said = (network.get("file"), network.get("contract"), network.get("input_size"))
    yield "network", _problem(network) or ", ".join(filter(None, said)) or "none"
    for row in facts["engines"].get("backends", ()):
        runs = f"on {', '.join(row['devices'])}, in {', '.join(row['precisions'])}"
        name = " ".join(filter(None, (row["name"], row["version"])))
        yield "engine", f"{name}: {row['why_not'] or runs}"
    for camera in facts["cameras"].get("found", ()):
        yield "camera", f"{camera['opens_by']}: {camera['name']}"
    yield "display", _problem(facts["display"]) or _display(facts["display"])
    for line in facts["display"].get("said", ()):
        yield "", line
    disk, settings = facts["disk"], facts["settings"]
    yield "disk", _problem(disk) or f"{disk['free_gb']} GB free where recordings go"
    yield "settings", _problem(settings) or _settings(settings)
    versions = facts["packages"].get("versions", {})
    yield "packages", " ".join(f"{name} {version}," for name, version in versions.items())[:-1]
    for sentence in facts["notes"]:
        yield "note", sentence
    for sentence in facts["missing"]:
        yield "MISSING", sentence
    if not facts["missing"]:
        yield "", "The live window has all that it needs."


def _problem(section: Mapping[str, Any]) -> str:
    found: str = section.get("problem", "")
    return found


def _system(section: Mapping[str, Any]) -> str:
    inside = ", in a container" if section["container"] else ""
    return f"{section['name']} ({section['machine']}{inside}), Python {section['python']}"


def _processor(section: Mapping[str, Any]) -> str:
    memory = f", {section['memory_gb']} GB" if section["memory_gb"] else ""
    features = f"; {' '.join(section['features'])}" if section["features"] else ""
    held = f"; held to {section['held_to']}" if section["held_to"] else ""
    cores = f"{section['usable_cores']} of {section['cores']} cores"
    return f"{section['name']}, {cores}{memory}{features}{held}"


def _display(section: Mapping[str, Any]) -> str:
    screens = "; ".join(section["screens"]) or "no screen"
    drawn = " (drawn by the processor)" if section["software"] else ""
    opengl = f"{section['renderer'] or 'works'}{drawn}" if section["opengl"] else "does not work"
    session = section["session"] or "none"
    return f"{session}, Qt on {section['platform']}: {screens}; OpenGL: {opengl}"


def _settings(section: Mapping[str, Any]) -> str:
    chosen = [f"{name} {section[name]}" for name in ("engine", "precision") if name in section]
    return ", ".join([section["state"], *chosen])
