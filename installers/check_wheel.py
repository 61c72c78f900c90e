"""Build the wheel, install it into an empty environment, and use it there as a person would.

    python installers/check_wheel.py [FOLDER]

Into FOLDER, a temporary one if left out, go the wheel, the environment, a screenshot of the window,
a session and its exports. Ends with 1 and a sentence at the first thing that is not right.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
#: What the wheel must hold besides code.
_SHIPPED: Final = (
    "posecam/py.typed",
    "posecam/resources/demo.mp4",
    "posecam/resources/person-detector.onnx",
    "posecam/resources/check.svg",
)
_TOP_LEVEL: Final = {"posecam", "engines"}
_PATIENCE_S: Final = 900


class WrongError(Exception):
    """What is not right, in a sentence."""


def build(folder: Path) -> Path:
    """The wheel of this checkout, looked into.

    Raises:
        WrongError: it lacks something, or holds what it should not.
    """
    _run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", str(folder), str(ROOT)],
        folder,
    )
    wheel = next(folder.glob("posecam-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    absent = [name for name in _SHIPPED if name not in names]
    networks = ("posecam/resources/balanced", "posecam/resources/hourglass")
    if absent or not any(name.startswith(networks) for name in names):
        raise WrongError(f"The wheel lacks {', '.join(absent) or 'the network'}.")
    top = {n.split("/")[0] for n in names if ".dist-info/" not in n and ".data/" not in n}
    if top != _TOP_LEVEL:
        raise WrongError(f"The wheel installs {', '.join(sorted(top - _TOP_LEVEL))} too.")
    data = [n for n in names if ".data/data/share/" in n]
    print(
        f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, {len(names)} files, {len(data)} shared"
    )
    return wheel


def check(wheel: Path, folder: Path) -> None:
    """Install it where nothing is, and use it: window, process, export.

    Raises:
        WrongError: something does not work.
    """
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python, posecam = str(scripts / "python"), str(scripts / "posecam")
    _run([python, "-m", "pip", "install", "-q", str(wheel)], folder)
    where = "import posecam, engines; print(posecam.__file__, engines.__file__)"
    if str(ROOT / "posecam") in _run([python, "-c", where], folder):
        raise WrongError("The checkout was imported instead of what was installed.")
    print(_run([posecam, "--version"], folder).strip())
    facts = json.loads(_run([*_screen(), posecam, "doctor", "--json"], folder))
    if facts["missing"] or facts["posecam"]["installed"] != "package":
        raise WrongError(f"posecam doctor finds: {' '.join(facts['missing'])}")
    take = folder / "take"
    print(_run([posecam, "process", "demo", "--out", str(take)], folder).strip())
    _run([posecam, "reprocess", str(take)], folder)
    files = folder / "files"
    _run([posecam, "export", str(take), "--format", "bvh,trc,csv,npz", "--out", str(files)], folder)
    made = sorted(path.name for path in files.iterdir())
    print(f"exports: {', '.join(made)}")
    image = folder / "window.png"
    shot = ["run", "demo", "--screenshot", str(image), "--after", "8"]
    _run([*_screen(), posecam, *shot], folder)
    if not image.is_file() or len(made) < 4:
        raise WrongError("The window or an export left no file.")


def _screen() -> list[str]:
    """What goes before a command that opens a window."""
    needed = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"] if needed else []


def _run(command: list[str], folder: Path) -> str:
    """Standard output of a command that must succeed, run away from the checkout."""
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    homes = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    home = str(folder / "home")
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean if "pip" in command else {**clean, **dict.fromkeys(homes, home)},
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    said = " ".join(Path(word).name if os.sep in word else word for word in command)
    print(f"{time.perf_counter() - start:6.1f} s  {said}", flush=True)
    if done.returncode != 0:
        raise WrongError(f"{said} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
    return done.stdout


def main() -> int:
    """The exit code."""
    given = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    folder = given or Path(tempfile.mkdtemp(prefix="posecam-wheel-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        check(build(folder), folder)
    except (WrongError, OSError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if given is None:
            shutil.rmtree(folder, ignore_errors=True)
    print("The wheel works where nothing else is installed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
