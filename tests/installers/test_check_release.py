"""A release is not made before everything says the same version."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from installers.check_release import ROOT, obstacles


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A small checkout that can be released."""
    root = tmp_path / "checkout"
    for name in ("CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "LICENSE", "NOTICE"):
        root.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root)
    (root / "posecam").mkdir()
    (root / "posecam" / "__init__.py").write_text('__version__ = "1.2.0"\n')
    (root / "CHANGELOG.md").write_text(
        "# Log\n\n## [Unreleased]\n\n## [1.2.0] - 2027-01-05\n\n- x\n"
    )
    (root / "CITATION.cff").write_text("version: 1.2.0\ndate-released: 2027-01-05\n")
    (root / "resources").mkdir()
    (root / "resources" / "net.onnx").touch()
    (root / "resources" / "net.int8.onnx").touch()
    (root / "resources" / "net.md").touch()
    git(root, "init", "-q")
    commit(root)
    return root


def git(root: Path, *words: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", *who, *words], cwd=root, check=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "all", "--allow-empty")


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


def test_what_is_ready_has_no_obstacle(ready: Path) -> None:
    assert obstacles(ready) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (replace("posecam/__init__.py", "1.2.0", "1.2.dev"), "none that can be released"),
        (replace("posecam/__init__.py", "1.2.0", "1.3.0"), "no section [1.3.0]"),
        (replace("CHANGELOG.md", " - 2027-01-05", ""), "no date"),
        (replace("CHANGELOG.md", "ed]\n", "ed]\n\n- new\n"), "lines under [Unreleased]"),
        (replace("CITATION.cff", "1.2.0", "1.1.0"), "cites version 1.1.0"),
        (replace("CITATION.cff", "2027-01-05", "2027-01-06"), "released 2027-01-06"),
        (lambda root: (root / "SECURITY.md").unlink(), "SECURITY.md is missing"),
        (lambda root: (root / "resources" / "net.md").unlink(), "net has no model card"),
    ],
)
def test_what_is_not_ready_is_named(ready: Path, change: Callable[[Path], None], said: str) -> None:
    change(ready)
    commit(ready)
    assert said in " ".join(obstacles(ready))


def test_a_change_that_is_not_committed_and_a_tag_that_is_there(ready: Path) -> None:
    git(ready, "tag", "v1.2.0")
    (ready / "left.txt").touch()
    assert [sentence.split()[-1] for sentence in obstacles(ready)] == ["committed.", "already."]
