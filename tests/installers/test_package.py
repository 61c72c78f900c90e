"""A package holds the application, and the desktop finds it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from installers import package


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """What PyInstaller would make, with a program that says what it was given."""
    folder = tmp_path / "made" / "posecam"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "posecam"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    return folder


def test_the_folder_of_an_appimage_starts_the_application(
    application: Path, tmp_path: Path
) -> None:
    tree = package.app_dir(application, tmp_path)
    started = tmp_path / "link"
    started.symlink_to(tree / "AppRun")
    said = subprocess.run(
        [str(started), "run", "two words.mp4"], capture_output=True, text=True, check=True
    )
    assert said.stdout == "run|two words.mp4|"
    assert {"posecam.desktop", "posecam.svg", ".DirIcon"} <= {p.name for p in tree.iterdir()}


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs a system with .deb packages")
def test_the_debian_package_puts_a_command_an_entry_and_an_icon_in_place(
    application: Path, tmp_path: Path
) -> None:
    made = package.deb(application, tmp_path, tmp_path)
    assert made.name.startswith(f"posecam_{package.version()}_")
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", str(made), str(root)], check=True)
    assert (root / "usr/bin/posecam").resolve() == (root / "opt/posecam/posecam").resolve()
    assert (root / "usr/bin/posecam").exists()
    assert (root / "usr/share/applications/posecam.desktop").is_file()
    assert (root / "usr/share/icons/hicolor/scalable/apps/posecam.svg").is_file()
    field = ["dpkg-deb", "--field", str(made)]
    fields = subprocess.run(field, capture_output=True, text=True, check=True).stdout
    assert "Package: posecam\n" in fields
    assert "libegl1, libgl1" in fields


def test_nothing_that_the_application_needs_is_left_out() -> None:
    spec = ast.parse((package.ROOT / "installers" / "posecam.spec").read_text())
    (given,) = [
        node.value
        for node in ast.walk(spec)
        if isinstance(node, ast.keyword) and node.arg == "excludes"
    ]
    project = tomllib.loads((package.ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[^\w-]", line)[0].lower() for line in project["dependencies"]}
    assert "scipy" in needed, "reprocessing solves equations"
    comes_from = packages_distributions()
    for module in ast.literal_eval(given):
        assert needed.isdisjoint(name.lower() for name in comes_from.get(module, [])), module
