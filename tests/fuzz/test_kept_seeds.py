"""Inputs of the fuzz command that once were violations, and the command itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="the trials are forks of one process")
def test_what_once_failed_does_not_fail_again(tmp_path: Path) -> None:
    from tests.fuzz.pool import Pool, kept_seeds

    found: dict[int, tuple[str, ...]] = {}
    with Pool(tmp_path) as pool:
        seeds = kept_seeds()
        while seeds or pool.running:
            while seeds and len(pool.running) < 2:
                pool.start(seeds.pop())
            found |= {done.seed: done.violations for done in pool.wait()}
    assert len(found) == len(set(kept_seeds()))
    assert {seed: said for seed, said in found.items() if said} == {}


@pytest.mark.skipif(sys.platform == "win32", reason="the trials are forks of one process")
def test_the_command_says_how_many_inputs_it_tried() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--minutes", "1", "--seed", "5", "--only"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "inputs tried: 1 (from 5:" in done.stdout
    assert "violations: 0" in done.stdout
    assert done.returncode == 0
