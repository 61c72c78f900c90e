"""Trials in processes of their own, with limits."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.fuzz.trial import Trial, make_box, quietly

# At the start, not in each of a thousand processes.
for _name in ("av", "cv2", "ezc3d", "platformdirs", "pygltflib", "tomli_w"):
    importlib.import_module(_name)

SEEDS = Path(__file__).with_name("seeds.txt")
#: Seconds of its own that a trial may take, and by the clock on a machine that is busy.
_CPU_S, _CLOCK_S = 30, 240.0
#: Megabytes that it may hold, and address space that contains it if it wants more.
_MOST_MB = 1000
_MOST_BYTES = 8 << 30


def kept_seeds() -> list[int]:
    """Numbers of inputs that once were violations."""
    return [int(line.split("#")[0]) for line in SEEDS.read_text().splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Done:
    """How a trial went."""

    seed: int
    kinds: tuple[str, ...]
    violations: tuple[str, ...]


class Pool:
    """Starts trials and reports them; a box of each lies in `place` meanwhile."""

    def __init__(self, place: Path) -> None:
        self.place, self.whole = place, place / "whole"
        self.counts: Counter[str] = Counter()
        self.slowest = self.largest_mb = 0.0
        self.running: dict[int, tuple[int, float]] = {}

    def __enter__(self) -> Self:
        # Not in this process: it must have no threads when it forks.
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                make_box(self.whole)
                os._exit(0)
            os._exit(1)
        if os.waitpid(child, 0)[1] != 0:
            raise RuntimeError("the whole recording could not be made")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for child in self.running:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)

    def start(self, seed: int) -> None:
        child = os.fork()
        if child:
            self.running[child] = (seed, time.monotonic())
            return
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S + 1))
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
            trial = Trial(seed, self.whole, self.place / str(seed))
            said = quietly(trial.run)
            answer = json.dumps({"kinds": trial.kinds, "violations": said})
            (self.place / f"{seed}.json").write_text(answer)
            code = 0
        finally:
            os._exit(code)

    def wait(self) -> list[Done]:
        """Those that have ended, at least one where any is running."""
        found: list[Done] = []
        while self.running and not found:
            for child, (seed, began) in list(self.running.items()):
                pid, status, usage = os.wait4(child, os.WNOHANG)
                if pid == 0 and time.monotonic() - began > _CLOCK_S:
                    os.kill(child, signal.SIGKILL)
                elif pid:
                    del self.running[child]
                    found.append(self._done(seed, status, usage))
            time.sleep(0.005)
        return found

    def _done(self, seed: int, status: int, usage: resource.struct_rusage) -> Done:
        path, box = self.place / f"{seed}.json", self.place / str(seed)
        kinds: list[str] = ["?"]
        violations: list[str] = []
        if status == 0 and path.exists():
            answer = json.loads(path.read_text())
            kinds, violations = answer["kinds"], answer["violations"]
            path.unlink()
        else:
            how = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "no answer"
            violations.append(f"it ended with {how}: a hang or a crash")
        seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        if megabytes > _MOST_MB:
            violations.append(f"it took {megabytes:.0f} MB")
        self.slowest = max(self.slowest, seconds)
        self.largest_mb = max(self.largest_mb, megabytes)
        self.counts.update(set(kinds))
        shutil.rmtree(box, ignore_errors=True)
        return Done(seed, tuple(kinds), tuple(violations))
