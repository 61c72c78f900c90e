"""`python -m tests.fuzz --minutes N [--seed S]`: damaged recordings, settings and command lines.

Each input is one number, from which what is damaged follows. It is read, listed, trimmed, exported
and repaired in a process of its own with a limit of time and memory. A traceback, a hang, too much
memory, a write to a place that is not its own, or something lost is a violation; the numbers of
those are kept in `seeds.txt`, which a test tries again. Exit code 1 where there are any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.pool import SEEDS, Pool, kept_seeds


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, help="the first number; default: by the clock")
    parser.add_argument("--only", action="store_true", help="try the first number alone, and say")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    options = parser.parse_args()
    first = options.seed if options.seed is not None else int(time.time()) * 1000
    end = time.monotonic() + 60 * options.minutes
    quick = "/dev/shm" if Path("/dev/shm").is_dir() else None  # waits for no disk
    with tempfile.TemporaryDirectory(dir=quick) as place, Pool(Path(place)) as pool:
        seed, bad = first, 0
        while pool.running or (time.monotonic() < end and not (options.only and seed > first)):
            while len(pool.running) < options.jobs and time.monotonic() < end:
                if options.only and seed > first:
                    break
                pool.start(seed)
                seed += 1
            for done in pool.wait():
                for sentence in done.violations:
                    print(f"{done.seed} ({', '.join(done.kinds)}): {sentence}", flush=True)
                bad += bool(done.violations)
                if done.violations and done.seed not in kept_seeds():
                    with SEEDS.open("a", encoding="utf-8") as file:
                        file.write(f"{done.seed}\n")
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(pool.counts.items()))
        print(f"inputs tried: {seed - first} (from {first}: {counts})")
        print(f"slowest {pool.slowest:.1f} s of its own, most memory {pool.largest_mb:.0f} MB")
        print(f"violations: {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
