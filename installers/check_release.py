"""Whether everything is ready for a release; a sentence for what is not.

    python installers/check_release.py [--wheel]

`--wheel` also builds the wheel and uses it in an empty environment, which takes minutes.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_COMMUNITY: Final = ("CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "LICENSE", "NOTICE")


def obstacles(root: Path = ROOT) -> list[str]:
    """Sentences on what stands in the way; none where a release can be made."""
    version = _first(r'^__version__ = "(.+)"$', root / "posecam" / "__init__.py")
    return [
        *_version(version),
        *_change_log(root / "CHANGELOG.md", version),
        *_citation(root, version),
        *(f"{name} is missing." for name in _COMMUNITY if not (root / name).is_file()),
        *_model_cards(root / "resources"),
        *_repository(root, version),
    ]


def _version(version: str) -> list[str]:
    if re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", version):
        return []
    return [f"The version {version!r} is none that can be released."]


def _change_log(path: Path, version: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    sections = re.findall(r"^## \[(.+?)\](?: - (\S+))?$", text, re.MULTILINE)
    if not sections or sections[0][0] != "Unreleased":
        return ["CHANGELOG.md does not begin with a section [Unreleased]."]
    found = []
    unreleased = re.split(r"^## ", text, flags=re.MULTILINE)[1].partition("\n")[2].strip()
    if unreleased:
        found.append(f"CHANGELOG.md has lines under [Unreleased]: move them to [{version}].")
    dates = dict(sections[1:])
    if version not in dates:
        found.append(f"CHANGELOG.md has no section [{version}].")
    elif not _is_date(dates[version]):
        found.append(f"CHANGELOG.md gives [{version}] no date such as 2026-11-28.")
    return found


def _citation(root: Path, version: str) -> list[str]:
    path = root / "CITATION.cff"
    cited = _first(r"^version: (.+)$", path)
    date = _first(r"^date-released: (.+)$", path)
    logged = _first(rf"^## \[{re.escape(version)}\] - (\S+)$", root / "CHANGELOG.md")
    found = []
    if cited != version:
        found.append(f"CITATION.cff cites version {cited or 'none'}, this is {version}.")
    if date != logged:
        found.append(
            f"CITATION.cff was released {date or 'never'}, CHANGELOG.md says {logged or 'never'}."
        )
    return found


def _model_cards(folder: Path) -> list[str]:
    names = {path.name.split(".")[0] for path in folder.glob("*.onnx")}
    absent = sorted(name for name in names if not (folder / f"{name}.md").is_file())
    return [f"The network {name} has no model card in {folder.name}/." for name in absent]


def _repository(root: Path, version: str) -> list[str]:
    if not (root / ".git").exists():
        return ["This is no checkout, so nothing can be tagged."]
    found = []
    if _git(root, "status", "--porcelain"):
        found.append("The checkout has changes that are not committed.")
    if f"v{version}" in _git(root, "tag", "--list").split():
        found.append(f"The tag v{version} is there already.")
    return found


def _git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(root), *words], capture_output=True, text=True, check=True
    ).stdout.strip()


def _first(pattern: str, path: Path) -> str:
    """The first group of a pattern in a file, "" where either is missing."""
    if not path.is_file():
        return ""
    match = re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    return match[1].strip() if match else ""


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def main() -> int:
    """The exit code."""
    found = obstacles()
    for sentence in found:
        print(sentence, file=sys.stderr)
    if found:
        return 1
    if "--wheel" in sys.argv[1:]:
        return subprocess.run(
            [sys.executable, str(ROOT / "installers" / "check_wheel.py")], check=False
        ).returncode
    print("Everything that can be read is ready; --wheel tries the wheel too.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
