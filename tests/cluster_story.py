"""`python -m tests.cluster_story [--clips 200] [--frames 6]`: many short videos, two ways.

Half of them by processes and half by a cluster, by turns, each time with the start of what works;
then all by a cluster of which a worker is killed in the middle, with a file that is no video; then
the sessions again, of which a worker is killed too. Prints what a video costs, and that none is
lost.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from posecam.commands.estimator import EngineOptions, Maker
from posecam.estimation.options import EstimatorOptions
from posecam.offline.batch import process_many
from posecam.offline.cluster import process_on, reprocess_on
from posecam.session import Session
from tests.fakes.cluster import Cluster, running
from tests.fakes.videos import beginning_of_the_demo

WORKERS = 2
#: Each way comes so many times, by turns.
TURNS = 2
MAKER = Maker(EngineOptions(engine="openvino", precision="fp32"), EstimatorOptions())


def by_processes(specs: list[str], out: Path) -> float:
    """Seconds."""
    start = time.perf_counter()
    outcomes = process_many(specs, out, MAKER, jobs=WORKERS)
    assert all(outcome.state == "done" for outcome in outcomes)
    return time.perf_counter() - start


def by_cluster(
    specs: list[str], out: Path, address: str, told: Callable[[int, int, int], None] | None = None
) -> float:
    """Seconds."""
    start = time.perf_counter()
    rows = process_on(address, specs, out, MAKER, on_progress=told)
    spent = time.perf_counter() - start
    failed = [row.problem for row in rows if row.state == "failed"]
    assert len(failed) == sum("broken" in spec for spec in specs), failed
    assert not list(out.glob(".part*"))
    return spent


def again(folders: list[Path], address: str, told: Callable[[int, int, int], None]) -> float:
    """Seconds."""
    start = time.perf_counter()
    rows = reprocess_on(address, folders, MAKER, solved=False, on_progress=told)
    assert {row.state for row in rows} == {"done"}, [row.problem for row in rows if row.problem]
    assert all(Session.open(folder).result == "offline" for folder in folders)
    return time.perf_counter() - start


def killing(cluster: Cluster, at: int, number: int) -> Callable[[int, int, int], None]:
    """Kill a worker and start another once so many are done."""

    def told(finished: int, _of: int, _frames: int) -> None:
        if finished == at:
            cluster.kill(number)
            cluster.start_worker()

    return told


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=200)
    parser.add_argument("--frames", type=int, default=6)
    options = parser.parse_args()
    count: int = options.clips
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clip = beginning_of_the_demo(folder / "clip.mkv", options.frames)
        specs = []
        for number in range(count):
            specs.append(str(folder / f"{number:05}.mkv"))
            shutil.copy(clip, specs[-1])
        share = max(1, count // (2 * TURNS))
        spent: dict[str, list[float]] = {"processes": [], "cluster": []}
        for turn in range(TURNS):
            first, second = (specs[(2 * turn + k) * share :][:share] for k in (0, 1))
            spent["processes"].append(by_processes(first, folder / f"p{turn}") / share * 1e3)
            start = time.perf_counter()
            with running(folder, WORKERS) as cluster:
                by_cluster(second, folder / f"c{turn}", cluster.address)
                spent["cluster"].append((time.perf_counter() - start) / share * 1e3)
        for way, values in spent.items():
            each = ", ".join(f"{value:.0f}" for value in values)
            print(f"{way}: {share} videos by turns, ms a video: {each}", flush=True)
        broken = folder / "broken.mkv"
        broken.write_text("no video")
        every, out = [*specs, str(broken)], folder / "killed"
        with running(folder, WORKERS) as cluster:
            hurt = by_cluster(every, out, cluster.address, killing(cluster, count // 2, 0))
            print(
                f"{count} videos, a worker killed: {hurt:.1f} s, none lost",
                flush=True,
            )
            kept = by_cluster(every, out, cluster.address)
            print(f"the same again, all there: {kept / count * 1e3:.1f} ms a video", flush=True)
            takes = [out / Path(spec).stem for spec in specs]
            assert all(len(Session.open(take)) == options.frames for take in takes)
            looked = again(takes, cluster.address, killing(cluster, count // 2, 1))
            print(f"{count} sessions again, a worker killed: {looked:.1f} s, none lost", flush=True)


if __name__ == "__main__":
    main()
