"""Scoring several sets at once: what is printed, the table, the sheets, and mistakes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training import layouts
from tests.training.test_datasets import make_lspet, make_teacher
from training.__main__ import main


def test_two_sets_in_a_table_and_in_images(
    tmp_path: Path, annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (annotated_folder / "images" / "00004.jpg").write_bytes(b"not a jpeg")
    lspet = tmp_path / "lspet"
    make_lspet(lspet, 4)
    table, plots = tmp_path / "figures" / "out.md", tmp_path / "plots"
    code = main(
        ["evaluate", str(annotated_folder), str(lspet), str(lspet), "--json",
         "--table", str(table), "--plots", str(plots)]
    )  # fmt: skip
    assert code == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["set"] for line in lines] == ["figures", "lspet", "lspet-2"]
    assert [line["images"] for line in lines] == [12, 4, 4]
    assert lines[0]["pa_mpjpe_mm"] > 0
    assert lines[1]["pa_mpjpe_mm"] is None
    text = table.read_text()
    assert "| figure | figures | lspet | lspet-2 |" in text
    assert "| images | 12 | 4 | 4 |" in text
    assert f"| scaled_mpjpe_mm | {lines[0]['scaled_mpjpe_mm']:.1f} | - | - |" in text
    assert "## PCK@0.2 by joint" in text
    assert "| l_wrist |" in text
    names = {path.name for path in plots.iterdir()}
    kinds = {f"figures-{rank}-{kind}.jpg" for rank in ("worst", "median") for kind in ("2d", "3d")}
    assert kinds | {"lspet-worst-2d.jpg", "lspet-2-median-2d.jpg"} <= names
    assert not {n for n in names if n.startswith("lspet") and "3d" in n}
    sheet = cv2.imread(str(plots / "figures-worst-3d.jpg"))
    assert sheet is not None
    assert sheet.shape[1] == 1800
    assert sheet.std() > 10


def test_the_lines_for_people_name_what_could_not_be_read(
    annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (annotated_folder / "images" / "00004.jpg").write_bytes(b"not a jpeg")
    assert main(["evaluate", str(annotated_folder)]) == 0
    out = capsys.readouterr().out
    assert "figures (all): 12 images" in out
    assert "1 unreadable:" in out
    assert "00004.jpg" in out


def test_human36m_is_scored_by_its_own_protocol(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, table = tmp_path / "h36m", tmp_path / "out.md"
    layouts.write_h36m(folder)
    code = main(["evaluate", str(folder), "--split", "val", "--json", "--table", str(table)])
    assert code == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["images"] == 3
    assert figures["h36m_mpjpe_mm"] > 0
    assert "## h36m: Human3.6M's protocol by action" in table.read_text()
    assert "| Walking |" in table.read_text()


def test_agreement_with_a_teacher(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = make_lspet(tmp_path, 4)
    make_teacher(tmp_path, 4, labels[..., ::-1])  # of other opinion than the labels
    found = []
    for more in ([], ["--teacher"]):
        assert main(["evaluate", str(tmp_path), "--json", *more]) == 0
        found.append(json.loads(capsys.readouterr().out)["oks"])
    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["FOLDER", "FOLDER", "--predictions", "p.npz"], "give one folder"),
        (["FOLDER", "--teacher"], "has no teacher.npz"),
        (["FOLDER", "--table", "FOLDER/annotations.npz/out.md"], "cannot be written"),
        (["FOLDER", "--plots", "FOLDER/annotations.npz/x"], "cannot be written"),
        (["COCO", "--split", "train"], "has no person in its train split"),
    ],
)
def test_mistakes_get_a_sentence(
    arguments: list[str], says: str, tmp_path: Path, annotated_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    coco = tmp_path / "coco"
    layouts.write_coco(coco)
    with np.load(annotated_folder / "annotations.npz") as stored:
        few = {k: (v if k == "joint_names" else v[:2]) for k, v in stored.items()}
    np.savez(annotated_folder / "annotations.npz", **few)
    for path in sorted((annotated_folder / "images").iterdir())[2:]:
        path.unlink()
    given = [
        a.replace("FOLDER", str(annotated_folder)).replace("COCO", str(coco)) for a in arguments
    ]
    assert main(["evaluate", *given]) == 2
    assert says in capsys.readouterr().err
    shutil.rmtree(annotated_folder)
