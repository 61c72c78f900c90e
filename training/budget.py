"""A training within a budget of time, on a machine that is lent: unpack, measure, train, score.

    python -m training budget --minutes 8 --parts PARTS --out OUT --device cuda ...

What comes back is in OUT, in files of at most 16 MB, and is there from the first minute on:
averaged weights in half precision, curves, and the table that is printed last.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import numpy as np

from posecam.errors import PosecamError
from training import speed
from training.augment import Augmentation
from training.back_views import back_view_figures
from training.batches import Share
from training.checkpoint import averaged_network, read_checkpoint
from training.datasets import read
from training.device_batches import DeviceBatches
from training.distributed import join
from training.keypoint_metrics import keypoint_figures
from training.knobs import Knob
from training.lift import lift_poses
from training.metrics import figures
from training.options import TrainOptions
from training.rendering.feed import RenderFeed, RenderOptions
from training.rendering.reservoir import NAME as RENDERED
from training.speed import tell
from training.table import markdown
from training.train import check_network, split_share, train
from training.unpack import unpack
from training.views import known_poses

T = TypeVar("T")
#: Of the budget, what is kept for scores, and seconds that are kept at least.
_SCORES, _LEAST_SCORES_S = 0.1, 15.0
#: Seconds before the end at which whatever runs is ended.
_LAST_S = 4.0
#: Images of a set that are scored first, to see how long they take.
_FIRST = 16
_TOLD = ("pck@0.2", "pck@0.5", "pa_mpjpe_mm", "pa_mpjpe_seen_mm", "mpjpe_seen_mm", "pck@0.2 feet",
         "up_median_deg", "depth_within_68", "swapped", "swapped_back")  # fmt: skip


@dataclass(frozen=True, slots=True)
class BudgetOptions:
    """One session on a machine. Names without a folder are looked for in what was unpacked."""

    out: Annotated[Path, Knob("folder of what comes back")]
    start: Annotated[str, Knob("weights that `balanced` begins from", metavar="FILE")]
    minutes: Annotated[float, Knob("all in all, from the start of the program")] = 8.0
    parts: Annotated[Path | None, Knob("bundle to unpack; absent: it is unpacked")] = None
    into: Annotated[Path, Knob("where it is unpacked")] = Path("unpacked")
    data: Annotated[tuple[str, ...], Knob("as of `train`", metavar="NAME[:SHARE]")] = (
        f"{RENDERED}:0.55", "lspet:0.32", "ccp:0.13",
    )  # fmt: skip
    val: Annotated[tuple[str, ...], Knob("sets to score", metavar="NAME")] = ("lspet",)
    val_count: Annotated[int, Knob("images of each, if there is time")] = 500
    configuration: Annotated[str, Knob("what is trained first")] = "balanced"
    steps: Annotated[int, Knob("of each run, if that ends before the time")] = 10_000_000
    batch: Annotated[int | None, Knob("images a step; the fastest that was measured if absent")] = (
        None
    )
    batches: Annotated[tuple[int, ...], Knob("images a step that are measured")] = (128, 256, 512)
    rate: Annotated[float, Knob("peak learning rate")] = 8e-4
    pretrained_rate: Annotated[float, Knob("of the first stack")] = 1e-4
    hold_pretrained: Annotated[float, Knob("as of `train`")] = 0.05
    anatomy: Annotated[str | None, Knob("as of `train`", metavar="FILE")] = None
    lift_seconds: Annotated[
        float, Knob("begin with a lifter learnt so long from rendered poses")
    ] = 0.0
    poses: Annotated[
        tuple[str, ...], Knob("sets whose poses it learns from too; no images", metavar="NAME")
    ] = ()
    fast: Annotated[
        str | None, Knob("weights that `fast` begins from, to be taught after", metavar="FILE")
    ] = None
    fast_share: Annotated[float, Knob("of the time for training that `fast` has")] = 0.3
    measure: Annotated[float, Knob("seconds of each measurement; 0: nothing is measured")] = 6.0
    compile: Annotated[bool, Knob("measure the compiled network, and train it if it pays")] = False
    render: Annotated[int | None, Knob("processes that render; all cores but two if absent")] = None
    render_keep: Annotated[int, Knob("as of `train`")] = 60_000
    render_seed: Annotated[int, Knob("as of `train`")] = 2027
    render_device: Annotated[int | None, Knob("as of `train`")] = None
    device: Annotated[str, Knob("cpu or cuda")] = "cuda"
    threads: Annotated[int, Knob("of PyTorch on the processor")] = 2
    seed: Annotated[int, Knob("of samples")] = 1


def budget(options: BudgetOptions, spent_s: float = 0.0) -> None:
    """Run it; `spent_s` of the budget are spent already.

    Raises:
        PosecamError: an option, the bundle or the machine is no good.
    """
    if options.minutes <= 0:
        raise PosecamError(f"--minutes is more than 0, not {options.minutes}.")
    session = _Session(options, spent_s)
    with session.watched():
        session.run()


class _Session:
    def __init__(self, options: BudgetOptions, spent_s: float) -> None:
        self.options = options
        self.end = time.monotonic() + options.minutes * 60 - spent_s
        self.scores_s = max(_SCORES * options.minutes * 60, _LEAST_SCORES_S)
        self.rows: list[list[str]] = []
        self.runs = options.into / "runs"
        self.data = [split_share(text) for text in options.data]
        self.device = join(options.device).device

    @property
    def left_s(self) -> float:
        """Seconds of the budget."""
        return self.end - time.monotonic()

    @property
    def training_s(self) -> float:
        """Seconds that are left for training."""
        return self.left_s - self.scores_s

    @contextmanager
    def watched(self) -> Iterator[None]:
        """End the program at the end of the budget, whatever it does then, with the table told."""

        def end() -> None:
            self.note("time", "ended before it was done", f"{self.options.minutes:g} minutes")
            self.tell()
            os._exit(0)

        timer = threading.Timer(max(self.left_s - _LAST_S, 0.0), end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def run(self) -> None:
        o = self.options
        o.out.mkdir(parents=True, exist_ok=True)
        if o.parts is not None:
            begun = time.monotonic()
            unpack(o.parts, o.into)
            self.note("unpack", "bundle", f"{time.monotonic() - begun:.1f} s")
        cache = self.prepare()
        feed = self.feed()
        try:
            shares = self.shares(feed)
            usual = (o.batch or o.batches[0], False)
            batch, compiled = self.attempt(
                "measure", lambda: self.measure(feed, shares, cache), usual
            )
            begin = self.extra(o.start)
            start = self.attempt("lift", lambda: self.lifted(feed, begin), begin)
            own = self.training_s * ((1 - o.fast_share) if o.fast else 1.0)
            main = self.train(o.configuration, start, own, batch, feed, cache, None, compiled)
            runs = [main]
            if o.fast is not None:
                first = self.extra(o.fast)
                rest = self.training_s
                taught = self.attempt(
                    "run",
                    lambda: self.train("fast", first, rest, batch, feed, cache, main),
                    None,
                )
                runs += [taught] if taught else []
        finally:
            if feed is not None:
                self.note("render", "people rendered", str(feed.rendered))
                feed.close()
        for number, run in enumerate(runs):
            seconds = (self.left_s - _LAST_S * 1.5) / (len(runs) - number)
            self.attempt("score", partial(self.score, run, seconds), None)
        self.tell()

    def attempt(self, part: str, do: Callable[[], T], otherwise: T) -> T:
        """What it gives; where it fails, that is noted, for the time is lent and goes on."""
        try:
            return do()
        except Exception as error:  # noqa: BLE001  # whatever it is, weights come first
            why = (str(error).strip().splitlines() or [""])[0]
            self.note(part, f"{type(error).__name__}: {why}", "failed")
            return otherwise

    def prepare(self) -> Path:
        """A cache with the bodies that were unpacked."""
        cache = self.options.into / "cache"
        cache.mkdir(parents=True, exist_ok=True)
        os.environ["POSECAM_TRAINING_CACHE"] = str(cache)
        for bodies in (self.options.into / "extra").glob("bodies-*.npz"):
            if not (cache / bodies.name).exists():
                shutil.copyfile(bodies, cache / bodies.name)
        return cache

    def extra(self, name: str) -> Path:
        """A file of that name, here or in what was unpacked."""
        there = self.options.into / "extra" / name
        return there if there.exists() else Path(name)

    def set(self, name: str) -> str:
        """A set of that name, here or in what was unpacked."""
        there = self.options.into / "data" / name
        return str(there) if there.exists() else name

    def feed(self) -> RenderFeed | None:
        """Workers that render; None where none are asked for, or none can, which is noted."""
        o = self.options
        if not any(name == RENDERED for name, _ in self.data):
            return None
        assets, mocap = self.extra("synth_assets"), self.extra("mocap30.npz")
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        workers = o.render or max((cores or 1) - 2, 1)
        feed: RenderFeed | None = None
        how = RenderOptions(
            workers=workers,
            keep=o.render_keep,
            seed=o.render_seed,
            assets=assets if assets.is_dir() else None,
            mocap=mocap if mocap.is_file() else None,
            device=o.render_device,
        )
        try:
            feed = RenderFeed(how)
            feed.wait()
        except PosecamError as error:
            if feed is not None:
                feed.close()
            # The time is lent: what is there is learnt from.
            self.data = [(name, share) for name, share in self.data if name != RENDERED]
            if not self.data:
                raise
            self.note("render", str(error), "no people")
            return None
        return feed

    def shares(self, feed: RenderFeed | None) -> list[Share]:
        """What is trained on, for measurements: without corrections of labels."""
        out: list[Share] = []
        for name, share in self.data:
            if name == RENDERED and feed is not None:
                out.append((feed, share))
            else:
                out.append((read(Path(self.set(name)), "train", teacher=True), share))
        return out

    def measure(
        self, feed: RenderFeed | None, shares: list[Share], cache: Path
    ) -> tuple[int, bool]:
        """Tell how fast each part is; the batch to train with, and whether compiled."""
        o, seconds = self.options, self.options.measure
        if seconds <= 0:
            return o.batch or o.batches[0], False
        if feed is not None:
            found = speed.render_speed(feed, seconds)
            what = f"{feed.options.workers} processes, {feed.device_name() or 'device not told'}"
            self.note("render", what, f"{found:.1f} people/s")
        size = averaged_network(read_checkpoint(self.extra(o.start))).size
        gpu, batch = self.device.type == "cuda", o.batch or min(o.batches)
        batches = DeviceBatches(
            shares, [], 0.0, batch, size, Augmentation(), o.seed, cache, pin=gpu
        )
        try:
            found = speed.gather_speed(batches, seconds / 2)
            self.note("gather", "one thread", f"{found:.0f} images/s")
            found = speed.augment_speed(batches, self.device, seconds / 2)
            self.note("augment", str(self.device), f"{found:.0f} images/s")
        finally:
            batches.close()
        known = {}
        for many in [o.batch] if o.batch else o.batches:
            known[many] = speed.speed(
                o.configuration, many, None, o.device, seconds, threads=o.threads
            )
            told = f"{known[many]:.0f} images/s" if known[many] else "does not fit"
            self.note("train", f"{o.configuration}, batch {many}", told)
        batch = speed.best_batch(known)
        if not o.compile:
            return batch, False
        compiled = speed.compiled_speed(o.configuration, batch, o.device, self.left_s / 6)
        told = f"{compiled:.0f} images/s" if compiled else "not within a sixth of the time"
        self.note("train", f"{o.configuration}, batch {batch}, compiled", told)
        return batch, bool(compiled and compiled > 1.2 * known[batch])

    def lifted(self, feed: RenderFeed | None, start: Path) -> Path:
        """The weights to begin with, with a lifter of rendered poses where that is asked for."""
        seconds = min(self.options.lift_seconds, self.training_s / 4)
        sets = [read(Path(self.set(name))) for name in self.options.poses]
        if feed is not None:
            sets.append(feed.records.take(feed.rows()))
        if not sets or seconds <= 0:
            return start
        poses = known_poses(sets)
        out = self.runs / "lifted.pt"
        out.parent.mkdir(parents=True, exist_ok=True)
        loss = lift_poses(start, poses, out, 100_000, device=self.options.device, seconds=seconds)
        self.note("lift", f"{len(poses)} poses, {seconds:.0f} s", f"depth loss {loss:.4f}")
        return out

    def train(
        self, configuration: str, start: Path, seconds: float, batch: int,
        feed: RenderFeed | None, cache: Path, teacher: Path | None, compiled: bool = False,
    ) -> Path:  # fmt: skip
        """Train one network; its checkpoint."""
        o = self.options
        if seconds < 1:
            raise PosecamError(
                f"of {o.minutes:g} minutes none are left to train {configuration}: give more, or "
                "measure less."
            )
        run, assets = self.runs / configuration, self.extra("synth_assets")
        anatomy = None if o.anatomy is None else self.extra(o.anatomy)
        data = [(self.set(name), share) for name, share in self.data]
        options = TrainOptions(
            run,
            stage=3,
            configuration=configuration,
            data=tuple(f"{name}:{share}" for name, share in data),
            negatives=(assets / "hdri",) if assets.is_dir() else (),
            anatomy=anatomy,
            start=start,
            steps=o.steps,
            minutes=seconds / 60,
            batch=batch,
            rate=o.rate,
            pretrained_rate=o.pretrained_rate,
            hold_pretrained=o.hold_pretrained,
            distil=teacher,
            eval_interval=10_000_000,
            half=o.out / f"{configuration}.pt",
            render=0 if feed is None else feed.options.workers,
            seed=o.seed,
            threads=o.threads,
            device=o.device,
            compile=compiled,
        )
        tell(f"training {configuration} for {seconds:.0f} s, {batch} images a step")
        train(options, cache, feed, until=time.monotonic() + seconds)
        last = run / "last.pt"
        state = read_checkpoint(last)
        rate = batch * int(state["step"]) / max(float(state["seconds"]), 1e-9)
        what = f"{configuration}: {state['step']} steps of {batch}, {state['seconds']:.0f} s"
        self.note("run", what, f"{rate:.0f} images/s")
        shutil.copyfile(run / "curve.csv", o.out / f"{configuration}-curve.csv")
        return last

    def score(self, checkpoint: Path, seconds: float) -> None:
        """Score averaged weights on the sets, on as many images as there is time for."""
        network = averaged_network(read_checkpoint(checkpoint)).to(self.device)
        until = time.monotonic() + seconds
        for number, name in enumerate(self.options.val):
            records = read(Path(self.set(name)), "val")
            order = np.random.RandomState(0).permutation(len(records))[: self.options.val_count]
            begun = time.monotonic()
            share = (until - begun) / (len(self.options.val) - number)
            _, found = check_network(network, some := records.take(np.sort(order[:_FIRST])))
            each = (time.monotonic() - begun) / max(len(some), 1)
            more = min(int((share * 0.8 - (time.monotonic() - begun)) / each), len(order))
            if more > len(some):
                _, found = check_network(network, some := records.take(np.sort(order[:more])))
            told = figures(found.joints_2d, found.joints_3d, some)
            told |= keypoint_figures(found, some) | back_view_figures(found, some)
            for figure in _TOLD:
                if np.isfinite(told.get(figure, np.nan)):
                    what = f"{checkpoint.parent.name}, {name}, {len(some)} images"
                    self.note("score", f"{what}: {figure}", f"{told[figure]:.3f}")

    def note(self, part: str, what: str, figure: str) -> None:
        """Add a line to the table, print it, and keep the table."""
        self.rows.append([part, what, figure])
        tell(f"[{self.options.minutes * 60 - self.left_s:6.1f} s] {part}: {what}: {figure}")
        self.options.out.mkdir(parents=True, exist_ok=True)
        (self.options.out / "table.md").write_text(self.table(), encoding="utf-8")

    def table(self) -> str:
        """All that was noted."""
        return markdown(["part", "what", "figure"], self.rows) + "\n"

    def tell(self) -> None:
        """Print the table, last."""
        tell(self.table().rstrip())
