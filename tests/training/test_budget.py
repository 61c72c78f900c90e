"""A short time on a machine that is lent: what is carried there, done there and brought back."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from posecam.errors import PosecamError
from training.__main__ import main
from training.budget import BudgetOptions, budget
from training.bundle import bundle
from training.checkpoint import averaged_network, read_checkpoint
from training.half import halve
from training.network import build
from training.options import TrainOptions
from training.speed import best_batch, process_age_s, speed
from training.synthesis.bake import FILE_NAME
from training.unpack import MANIFEST

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "start.pt"
    state = build("fast", 64).state_dict()
    torch.save({"configuration": "fast", "size": 64, "stage": 3, "step": 7, "average": state}, path)
    return path


def test_halved_weights_are_joined_and_begun_from(tmp_path: Path, start: Path) -> None:
    files = halve(start, tmp_path / "half.pt", most_mb=3)
    assert [f.name for f in files] == [f"half.pt.{i}" for i in range(len(files))]
    assert len(files) > 1
    assert all(f.stat().st_size <= 3_000_000 for f in files)
    joined = tmp_path / "joined.pt"
    joined.write_bytes(b"".join(f.read_bytes() for f in files))
    assert joined.stat().st_size < 0.55 * start.stat().st_size
    whole, half = (read_checkpoint(p) for p in (start, joined))
    assert half["step"] == 7
    assert averaged_network(half).size == 64
    for name, value in whole["average"].items():
        assert half["average"][name].dtype == value.dtype
        torch.testing.assert_close(half["average"][name], value, rtol=2e-3, atol=1e-4)
    assert halve(start, tmp_path / "one.pt", most_mb=64) == [tmp_path / "one.pt"]


def test_halved_weights_that_cannot_be_written_are_named(tmp_path: Path, start: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PosecamError, match="cannot be written"):
        halve(start, tmp_path / "file" / "half.pt")


def test_parts_unpack_with_nothing_but_python(tmp_path: Path, annotated_folder: Path) -> None:
    bundle(tmp_path / "parts", data=[annotated_folder])
    alone = [sys.executable, "-I", "-S", str(tmp_path / "parts" / "unpack.py")]
    there = tmp_path / "there"
    subprocess.run([*alone, str(tmp_path / "parts"), "--into", str(there)], check=True)
    assert (there / "code" / "training" / "unpack.py").is_file()
    assert len(list((there / "data" / "figures" / "images").iterdir())) == 12
    (tmp_path / "parts" / "part-000").unlink()
    done = subprocess.run(
        [*alone, str(tmp_path / "parts"), "--into", str(tmp_path / "other")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("unpack: ")
    assert "part-000 is missing: the bundle has 1 parts" in done.stderr
    assert not (tmp_path / "other").exists()
    assert (tmp_path / "parts" / MANIFEST).is_file()


def test_a_larger_batch_must_be_worth_it() -> None:
    assert best_batch({64: 100.0, 128: 103.0, 256: 104.9}) == 64
    assert best_batch({64: 100.0, 128: 180.0, 256: 0.0}) == 128  # 256 does not fit
    assert best_batch({64: 0.0, 128: 0.0}) == 64


def test_the_speed_of_a_step_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert speed("fast", 2, 64, seconds=0.0, threads=1) > 0
    assert "fast 64 px, batch 2: " in capsys.readouterr().out


def test_everything_within_a_budget(
    tmp_path: Path, start: Path, annotated_folder: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", os.fspath(tmp_path / "unused"))
    bundle(tmp_path / "parts", data=[annotated_folder], extra=[start])
    out = tmp_path / "out"
    budget(
        BudgetOptions(
            out, "start.pt", minutes=20.0, parts=tmp_path / "parts", into=tmp_path / "there",
            data=("figures",), val=("figures",), val_count=8, configuration="fast",
            fast="start.pt", steps=1, batch=2, measure=0.1, device="cpu", threads=1,
            lift_seconds=0.2, poses=("figures",),
        )
    )  # fmt: skip
    said = capsys.readouterr().out
    table = (out / "table.md").read_text()
    assert said.endswith(table)
    parts = [f"| {part} |" for part in ("unpack", "gather", "augment", "train")]
    assert "| lift | 12 poses, 0 s |" in table
    for line in (*parts, "| run | fast: 1 steps of 2", "fast, figures, 8 images: pa_mpjpe_mm |"):
        assert line in table
    files = sorted(p.name for p in out.iterdir())
    assert files == ["fast-curve.csv", "fast.pt", "table.md"]
    assert all(p.stat().st_size <= 16e6 for p in out.iterdir())
    assert averaged_network(read_checkpoint(out / "fast.pt")).size == 192


def test_where_no_person_can_be_rendered_the_time_is_used_all_the_same(
    tmp_path: Path, start: Path, annotated_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", os.fspath(tmp_path / "unused"))
    extra = tmp_path / "there" / "extra"
    extra.mkdir(parents=True)
    (extra / FILE_NAME).write_bytes(b"no bodies")
    out = tmp_path / "out"
    options = BudgetOptions(
        out, str(start), minutes=20.0, into=tmp_path / "there", val=(), configuration="fast",
        data=("rendered:0.5", f"{annotated_folder}:0.5"), steps=1, batch=2, measure=0.0,
        device="cpu", threads=1, render=1,
    )  # fmt: skip
    budget(options)
    table = (out / "table.md").read_text()
    assert "| render | no person can be rendered" in table
    assert "| run | fast: 1 steps of 2" in table
    with pytest.raises(PosecamError, match="no person can be rendered"):
        budget(replace(options, data=("rendered",)))


def test_what_fails_on_the_way_does_not_end_the_session(
    tmp_path: Path, start: Path, annotated_folder: Path, training_cache: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "broken.pt").write_bytes(b"no weights")
    budget(
        BudgetOptions(
            tmp_path / "out", str(start), minutes=20.0, into=tmp_path / "there",
            data=(str(annotated_folder),), val=("absent", str(annotated_folder)),
            configuration="fast", fast=str(tmp_path / "broken.pt"), steps=1, batch=2, measure=0.0,
            device="cpu", threads=1,
        )
    )  # fmt: skip
    table = (tmp_path / "out" / "table.md").read_text()
    assert "| run | fast: 1 steps of 2" in table
    assert "absent is no folder. | failed |" in table
    assert capsys.readouterr().out.endswith(table)


def test_the_end_of_the_budget_ends_everything_with_the_table(
    tmp_path: Path, start: Path, annotated_folder: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "training", "budget", "--minutes", "0.05", "--out",
         str(tmp_path / "out"), "--start", str(start), "--data", str(annotated_folder),
         "--device", "cpu", "--measure", "3600", "--batch", "2"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "| time | ended before it was done | 0.05 minutes |" in done.stdout
    assert done.stdout.endswith((tmp_path / "out" / "table.md").read_text())


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--minutes", "0"], "--minutes is more than 0"),
        (["--parts", "PARTS"], "is no bundle"),
        (["--device", "moon"], "no device 'moon'"),
    ],
)
def test_mistakes_get_a_sentence(
    more: list[str], says: str, tmp_path: Path, start: Path, annotated_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    given = [a.replace("PARTS", str(tmp_path)) for a in more]
    code = main(
        ["budget", "--minutes", "100000", "--out", str(tmp_path / "out"), "--start", str(start),
         "--data", str(annotated_folder), "--into", str(tmp_path / "there"), "--device", "cpu",
         *given]
    )  # fmt: skip
    assert code == 2
    assert says in capsys.readouterr().err


def test_the_age_of_a_program_is_known() -> None:
    code = "from training.speed import process_age_s; print(process_age_s())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert 0.1 < float(done.stdout) < process_age_s() + 3600


def test_a_run_keeps_halved_weights_with_every_checkpoint(
    tmp_path: Path, start: Path, annotated_folder: Path, training_cache: Path
) -> None:
    half = tmp_path / "half" / "fast.pt"
    code = main(
        ["train", "--run", str(tmp_path / "run"), "--configuration", "fast", "--size", "64",
         "--start", str(start), "--data", str(annotated_folder), "--steps", "1", "--batch", "2",
         "--threads", "1", "--half", str(half)]
    )  # fmt: skip
    assert code == 0
    assert read_checkpoint(half)["step"] == 1
    assert TrainOptions(tmp_path).half is None
