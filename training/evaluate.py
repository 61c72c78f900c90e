"""Score a network on labelled images: the exported file through an engine, or a checkpoint."""

from __future__ import annotations

import json as json_module
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np

from engines.choose import load
from engines.engine import EngineError, Precision
from posecam.errors import PosecamError
from training.back_views import back_view_figures
from training.datasets import read, read_teacher_alone
from training.keypoint_metrics import keypoint_figures
from training.metrics import figures
from training.mocap_clips import (
    ClipPredictions,
    MocapClip,
    has_mocap_clips,
    mocap_figures,
    predict_clip,
    read_mocap_clips,
    read_take,
)
from training.predict import Predictions, Runner, predict
from training.sheets import write_sheets
from training.side_flips import side_flips
from training.table import Scored, write_table


def shipped_network() -> Path:
    """The network in `resources`."""
    return Path(__file__).resolve().parents[1] / "resources" / "balanced.onnx"


def runner(network: Path, precision: str) -> tuple[Runner, int]:
    """What runs an .onnx in a precision, or a checkpoint in PyTorch, and its input's side in px.

    Raises:
        PosecamError: it cannot be run.
    """
    if network.suffix == ".pt":
        return _checkpoint_runner(network)
    try:
        engine = load(network, precision=cast(Precision, precision))
    except EngineError as error:
        raise PosecamError(str(error)) from error

    return engine.run, engine.input_shape[1]


def _checkpoint_runner(path: Path) -> tuple[Runner, int]:
    import torch

    from training.checkpoint import averaged_network, read_checkpoint
    from training.network import Deployed

    state = read_checkpoint(path)
    network = averaged_network(state)
    deployed = Deployed(network).eval()

    def run(images: np.ndarray) -> dict[str, np.ndarray]:
        with torch.no_grad():
            given = deployed(torch.from_numpy(images))
        return {name: out.numpy() for name, out in zip(deployed.outputs, given, strict=True)}

    return run, network.size


def evaluate(
    folders: Sequence[Path],
    split: str = "all",
    network: Path | None = None,
    predictions: Path | None = None,
    precision: str = "fp32",
    json: bool = False,
    teacher: bool = False,
    table: Path | None = None,
    plots: Path | None = None,
    takes: Path | None = None,
) -> list[dict[str, float]]:
    """Print the figures of a network on sets, and on clips with marker mocap (`mocap_clips`).

    A video in place of a folder, of which nothing is known, tells its side flips (`side_flips`).

    Args:
        predictions: write the joints of the one set to this file.
        json: print one line of JSON a set instead, null where the set cannot tell.
        teacher: the truth is what `teacher.npz` says, whatever labels there are.
        table: write all figures, and those by joint, to this Markdown file.
        plots: write contact sheets of the worst and the middling people to this folder.
        takes: folder of NAME.npz, what the application made of clips with marker mocap, which are
            scored in place of a network.

    Raises:
        PosecamError: a folder, the network or a place to write is no good.
    """
    if predictions is not None and len(folders) != 1:
        raise PosecamError("--predictions writes the joints of one set; give one folder.")
    videos = [path for path in folders if path.is_file()]
    clips = [folder for folder in folders if has_mocap_clips(folder)]
    if takes is not None:
        if clips != list(folders):
            raise PosecamError(
                "--takes scores takes of clips with marker mocap; give their folder."
            )
        read_clips = [clip for folder in clips for clip in read_mocap_clips(folder)]
        return [_score_take(clip, takes, json=json) for clip in read_clips]
    reader = read_teacher_alone if teacher else read
    sets = [reader(folder, split) for folder in folders if folder not in (*clips, *videos)]
    names = _distinct([records.name for records in sets])
    network = network or shipped_network()
    run, size = runner(network, precision)
    scored_clips = [
        _evaluate_clip(run, size, clip, json=json)
        for folder in clips
        for clip in read_mocap_clips(folder)
    ]
    scored_clips += [_evaluate_video(run, size, video, json=json) for video in videos]
    scored = []
    for name, records in zip(names, sets, strict=True):
        if not len(records):
            raise PosecamError(f"{name} has no person in its {split} split.")
        found = predict(run, size, records, progress=not json)
        values = figures(found.joints_2d, found.joints_3d, records)
        values |= keypoint_figures(found, records) | back_view_figures(found, records)
        one = Scored(name, records, found, values)
        scored.append(one)
        _print(one, split, json=json)
        if predictions is not None:
            write_predictions(predictions, found)
        if plots is not None:
            write_sheets(plots, name, records, found)
    if table is not None:
        write_table(table, scored, network.name)
    return scored_clips + [one.figures for one in scored]


def _evaluate_clip(run: Runner, size: int, clip: MocapClip, *, json: bool) -> dict[str, float]:
    return _score_clip(clip, predict_clip(run, size, clip.video, progress=not json), json=json)


def _score_take(clip: MocapClip, takes: Path, *, json: bool) -> dict[str, float]:
    return _score_clip(clip, read_take(takes / f"{clip.video.stem}.npz"), json=json)


def _score_clip(clip: MocapClip, found: ClipPredictions, *, json: bool) -> dict[str, float]:
    values = mocap_figures(clip, found)
    _print_clip(clip.video, len(found.times), values, json=json)
    return values


def _evaluate_video(run: Runner, size: int, video: Path, *, json: bool) -> dict[str, float]:
    found = predict_clip(run, size, video, coming_and_going=True, progress=not json)
    values = side_flips(found)
    _print_clip(video, len(found.times), values, json=json)
    return values


def _print_clip(video: Path, frames: int, values: dict[str, float], *, json: bool) -> None:
    if json:
        _print_json(video.stem, frames, values)
        return
    print(f"{video.stem}: {frames} frames")
    _print_figures(values)


def _print(one: Scored, split: str, *, json: bool) -> None:
    found, values = one.found, one.figures
    if json:
        _print_json(one.name, len(one.records), values)
        return
    print(f"{one.name} ({split}): {len(one.records)} images")
    _print_figures(values)
    if found.unreadable:
        print(f"  {len(found.unreadable)} unreadable: {', '.join(found.unreadable[:5])}")


def _print_json(name: str, images: int, values: dict[str, float]) -> None:
    known = {k: v if np.isfinite(v) else None for k, v in values.items()}
    print(json_module.dumps({"set": name, "images": images, **known}))


def _print_figures(values: dict[str, float]) -> None:
    for name, value in values.items():
        print(f"  {name:20s} {'-' if np.isnan(value) else format(value, '.3f')}")


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of which a second of the same gets a number."""
    seen: Counter[str] = Counter()
    out = []
    for name in names:
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return out


def write_predictions(path: Path, found: Predictions) -> None:
    """`joints_2d` (N, K, 2) px, `joints_3d` (N, K, 3) mm root-relative, `scores` (N, K)."""
    try:
        np.savez_compressed(
            path, joints_2d=found.joints_2d, joints_3d=found.joints_3d, scores=found.scores
        )
    except OSError as error:
        raise PosecamError(f"{path} cannot be written ({error}).") from error
