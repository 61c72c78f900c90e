"""`posecam bench CLIP`: how fast, how sure and how steady the whole pipeline is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

import numpy as np

from posecam.capture import mask_password
from posecam.commands.bench_options import BenchOptions
from posecam.estimation.estimator import Estimator
from posecam.measure.ground_truth import read_truth
from posecam.measure.stance import FEWEST
from posecam.measure.throughput import BenchResult, bench


def run(options: BenchOptions, make_estimator: Callable[[], Estimator]) -> int:
    """Measure and print.

    Raises:
        PosecamError: the clip or the truth cannot be read, or the plot cannot be written.
    """
    truth = None if options.truth is None else read_truth(options.truth)
    if options.steadiness:
        return _steadiness(options, make_estimator())
    estimator = make_estimator()
    result = bench(options.input, estimator, options.frames, truth)
    if options.json:
        print(json.dumps(asdict(result)))
        return 0
    info = estimator.engine.info
    print(
        f"{mask_password(options.input)}: {result.frames} frames, "
        f"person in {result.frames_with_person}, "
        f"{result.people:.2f} people a frame, {result.identities} different"
    )
    print(f"{info.network} on {info.backend} {info.precision}, {info.device}")
    print(f"{'stage':10s} {'mean ms':>8s}")
    for name, spent in result.stages_ms.items():
        print(f"{name:10s} {spent:8.2f}")
    print(f"{'all':10s} {1e3 / result.fps:8.2f}   {result.fps:.1f} fps")
    print(
        f"latency, frame to pose: median {result.latency_ms['median']:.1f} ms, "
        f"p95 {result.latency_ms['p95']:.1f} ms"
    )
    _print_finding(result)
    return 0


def _print_finding(result: BenchResult) -> None:
    finding = result.finding
    if finding is None:
        return
    print(f"people found: {finding.found:.1%} of {finding.person_frames}")
    print(f"empty frames with a skeleton: {finding.false:.1%} of {finding.empty_frames}")
    waits = finding.seconds_to_find
    if waits:
        print(
            f"time to find who enters: median {np.median(waits):.2f} s, "
            f"longest {max(waits):.2f} s of {len(waits)}"
        )


def _steadiness(options: BenchOptions, estimator: Estimator) -> int:
    from posecam.measure.known_motion import filtered, judge, walking
    from posecam.measure.plots import draw
    from posecam.measure.steadiness import estimate_clip, less, measure_clip, raw

    spec = options.input
    smooth = estimator.options
    motion = walking()
    without = judge(motion, *filtered(motion, raw(smooth)))
    with_it = judge(motion, *filtered(motion, smooth))
    clip_without = measure_clip(estimate_clip(spec, estimator, raw(smooth)))
    steadied = estimate_clip(spec, estimator, smooth)
    clip_with = measure_clip(steadied)
    if options.plot is not None:
        draw(options.plot, motion, smooth, steadied)
    if options.json:
        parts = {
            "known_motion": {"raw": asdict(without), "smoothed": asdict(with_it)},
            "clip": {"raw": asdict(clip_without), "smoothed": asdict(clip_with)},
        }
        print(json.dumps(parts))
        return 0
    print(f"a person who stands, then walks, at smoothness {smooth.smoothness:g}")
    rows = (
        ("jitter standing, px", without.jitter_px, with_it.jitter_px),
        ("jitter standing, mm", without.jitter_mm, with_it.jitter_mm),
    )
    for name, before, after in rows:
        print(f"  {name:24s} {before:7.3f} -> {after:7.3f}   {-less(before, after):+.0%}")
    print(
        f"  {'lag walking, frames':24s} {without.lag_frames:7.2f} -> {with_it.lag_frames:7.2f}"
        f"   the joint that lags most {with_it.worst_lag_frames:.2f}"
    )
    print(f"  {'bone lengths vary by':24s} {without.bone_cv:7.2%} -> {with_it.bone_cv:7.2%}")
    print(f"{spec}, {clip_with.frames} frames")
    print(
        f"  {'tremble, of body size':24s} {clip_without.tremble:7.3%} -> {clip_with.tremble:7.3%}"
    )
    print(f"  {'bone lengths vary by':24s} {clip_without.bone_cv:7.2%} -> {clip_with.bone_cv:7.2%}")
    print(
        f"  {'the bone that varies most':24s} {clip_without.worst_bone_cv:6.2%} -> "
        f"{clip_with.worst_bone_cv:7.2%}   {clip_with.worst_bone}"
    )
    print(f"how everybody seen for {FEWEST} frames stands, smoothed")
    for name, title in _STANCE.items():
        value = clip_with.stance[name]
        print(f"  {title:50s} {'-' if value is None else f'{value:.1f}':>8s}")
    return 0


#: Of `Stance.figures`.
_STANCE = {
    "frames": "frames",
    "side_flips_2d": "side flips: hips change their order in the image",
    "side_flips_3d": "side flips: hips turn by more than 90 degrees",
    "lean_median_deg": "lean where the right leg is straight, median, deg",
    "lean_p95_deg": "  95 %",
    "slide_mm_s": "feet in contact slide, mm/s",
    "slide_mm": "  mm a contact",
    "r_ankle_spread_mm": "right ankle over the take, 5 to 95 %, mm",
    "l_ankle_spread_mm": "left ankle",
    "sole_low_mm": "lower sole above the floor, lowest, mm",
    "sole_high_mm": "  highest",
    "root_jitter_mm": "jitter of the pelvis, mm",
}
