"""`python -m benchmarks CLIP [--set FOLDER ...]`: posecam and MediaPipe side by side, in one run.

MediaPipe gets an environment of its own, `build/mediapipe`, at the first call. Speed is that of
each on the clip, decoding included, with the threads that each chooses, each twice by turns and the
better one shown; on a busy machine the processors' time tells more. A set is a folder as `python -m
training` takes it: `images/`, and `annotations.npz` with `files`, `joints_2d`, `visible` and, where
it is known, `joints_3d`. Every image stands alone, and each program finds the person by itself.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.scores import Scores, scores

ROOT: Final = Path(__file__).resolve().parents[1]
#: The last with a pose network inside its wheel; later ones fetch it from elsewhere.
_PACKAGE: Final = "mediapipe==0.10.21"
_NEWEST_PYTHON: Final = (3, 12)
_RUNS: Final = 2

#: What is compared: how each is called, and what runs it.
Runner = tuple[str, list[str]]


def mediapipe_python(folder: Path) -> Path | None:
    """The interpreter of an environment that has MediaPipe, made where it is not there.

    None, and a sentence printed, where it cannot be installed.
    """
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / f".{_PACKAGE}"
    if done.exists():
        return python
    if sys.version_info[:2] > _NEWEST_PYTHON:
        print(f"{_PACKAGE} needs Python 3.12 or older: start this with one, so it is left out.")
        return None
    print(f"Installing {_PACKAGE} into {folder}", file=sys.stderr)
    venv.create(folder, with_pip=True, clear=True)
    try:
        subprocess.run([python, "-m", "pip", "install", "--quiet", _PACKAGE], check=True)
    except subprocess.CalledProcessError:
        print(f"{_PACKAGE} could not be installed here, so it is left out.")
        return None
    done.touch()
    return python


def speed(runner: Runner, clip: Path) -> dict[str, Any]:
    """What a runner says of a clip.

    fps; median_ms and p95_ms of a frame's pose; worked_ms, the time of all processors together that
    a frame takes; frames; seen.
    """
    answer: dict[str, Any] = json.loads(_asked(runner, ["speed", str(clip)]))
    return answer


def accuracy(runner: Runner, folder: Path) -> Scores:
    """How far a runner's joints are from those of a set."""
    with np.load(folder / "annotations.npz", allow_pickle=False) as truth:
        files = [str(folder / "images" / name) for name in truth["files"]]
        known = {key: truth[key] for key in ("joints_2d", "visible")}
        known["joints_3d"] = truth.get("joints_3d")
    with tempfile.TemporaryDirectory() as place:
        listed, out = Path(place) / "files.json", Path(place) / "joints.npz"
        listed.write_text(json.dumps(files), encoding="utf-8")
        _asked(runner, ["images", str(listed), str(out)])
        with np.load(out) as found:
            return scores(found["joints_2d"], found["joints_3d"], **known)


def _asked(runner: Runner, words: list[str]) -> str:
    name, command = runner
    done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{name} failed: {done.stderr.strip()[-400:]}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("clip", type=Path)
    parser.add_argument("--set", type=Path, nargs="+", default=[], dest="sets", metavar="FOLDER")
    options = parser.parse_args()
    runners: list[Runner] = [("posecam", [sys.executable, "-m", "benchmarks.posecam_runner"])]
    python = mediapipe_python(ROOT / "build" / "mediapipe")
    if python is not None:
        script = str(ROOT / "benchmarks" / "mediapipe_runner.py")
        runners.append(("MediaPipe Pose (full)", [str(python), script]))
    turns = [[speed(runner, options.clip.resolve()) for runner in runners] for _ in range(_RUNS)]
    print(f"{options.clip.name}, each twice by turns, the better one of each:\n")
    print("| | frames per second | a pose, median / 95 % | processors' time | a person in |")
    print("|---|---|---|---|---|")
    for (name, _), *results in zip(runners, *turns, strict=True):
        best = max(results, key=lambda found: found["fps"])
        worked = min(found["worked_ms"] for found in results)
        print(
            f"| {name} | {best['fps']:.1f} | {best['median_ms']:.1f} / {best['p95_ms']:.1f} ms "
            f"| {worked:.1f} ms a frame | {best['seen']} of {best['frames']} |"
        )
    for folder in options.sets:
        print(f"\n{folder.name}, every image alone, twelve joints of the limbs:\n")
        print("| | found | PCK@0.2 of the torso | PA-MPJPE |")
        print("|---|---|---|---|")
        for runner in runners:
            found = accuracy(runner, folder.resolve())
            far = "" if found.pa_mpjpe_mm is None else f"{found.pa_mpjpe_mm:.0f} mm"
            print(f"| {runner[0]} | {found.found} of {found.images} | {found.pck:.3f} | {far} |")


if __name__ == "__main__":
    main()
