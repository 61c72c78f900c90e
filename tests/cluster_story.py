"""`python -m tests.cluster_story [--clips 200]`: many short videos, by processes and by a cluster.

Prints what a video costs either way in one run, and that none is lost where a worker is killed in
the middle and one is no video at all.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from posecam.commands.estimator import EngineOptions, Maker
from posecam.estimation.options import EstimatorOptions
from posecam.offline.batch import process_many
from posecam.offline.cluster import process_on
from posecam.session import Session
from tests.fakes.cluster import running
from tests.fakes.videos import beginning_of_the_demo

FRAMES = 6
WORKERS = 2
MAKER = Maker(EngineOptions(engine="openvino", precision="fp32"), EstimatorOptions())


def by_processes(specs: list[str], out: Path) -> float:
    """Seconds."""
    start = time.perf_counter()
    outcomes = process_many(specs, out, MAKER, jobs=WORKERS)
    assert all(outcome.state == "done" for outcome in outcomes)
    return time.perf_counter() - start


def by_cluster(specs: list[str], out: Path, folder: Path, kill_at: int | None) -> float:
    """Seconds, with a worker killed and another started once so many are done."""
    with running(folder, WORKERS) as cluster:
        start = time.perf_counter()

        def kill_one(finished: int, _of: int, _frames: int) -> None:
            if finished == kill_at:
                cluster.kill(0)
                cluster.start_worker()

        rows = process_on(cluster.address, specs, out, MAKER, on_progress=kill_one)
        spent = time.perf_counter() - start
    failed = [row.problem for row in rows if row.state == "failed"]
    assert len(failed) == sum("broken" in spec for spec in specs), failed
    for row in rows:
        assert row.state == "failed" or len(Session.open(Path(row.session))) == FRAMES
    assert not list(out.glob(".part*"))
    return spent


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=200)
    count: int = parser.parse_args().clips
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clip = beginning_of_the_demo(folder / "clip.mkv", FRAMES)
        specs = []
        for number in range(count):
            specs.append(str(folder / f"{number:05}.mkv"))
            shutil.copy(clip, specs[-1])
        before = by_processes(specs, folder / "processes")
        print(f"processes: {count} videos, {before:.1f} s, {before / count * 1e3:.0f} ms a video")
        now = by_cluster(specs, folder / "cluster", folder, None)
        print(f"cluster:   {count} videos, {now:.1f} s, {now / count * 1e3:.0f} ms a video")
        broken = folder / "broken.mkv"
        broken.write_text("no video")
        hurt = by_cluster([*specs, str(broken)], folder / "killed", folder, count // 2)
        print(f"a worker killed in the middle, one video broken: {hurt:.1f} s, none lost")
        again = by_cluster([*specs, str(broken)], folder / "killed", folder, None)
        print(f"the same again, all there: {again / count * 1e3:.1f} ms a video")


if __name__ == "__main__":
    main()
