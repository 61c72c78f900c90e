"""A network's opinion mends labels only where it is sure of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from tests.training.test_datasets import make_lspet
from training.datasets import Records, read
from training.datasets.corrected import corrected, opinion
from training.evaluate import shipped_network
from training.relabel import relabel

_I = skeleton.INDEX
FLIP = list(skeleton.KEYPOINT_FLIP)
_LEGS = [_I[f"{side}_{part}"] for side in "rl" for part in ("ankle", "knee")]


@pytest.fixture
def labelled(tmp_path: Path) -> Records:
    make_lspet(tmp_path)
    return read(tmp_path)


def said_of(records: Records, score: float = 0.9) -> tuple[np.ndarray, np.ndarray]:
    """An opinion that is right in every joint."""
    return records.joints_2d.copy(), np.full(records.known.shape, score)


def test_exchanged_shins_are_put_right_and_count_fully(labelled: Records) -> None:
    right = said_of(labelled)
    wrong = labelled.joints_2d.copy()
    wrong[3, _LEGS] = wrong[3][FLIP][_LEGS]
    records = replace(
        labelled, joints_2d=wrong, reliable=np.where(labelled.known, 0.5, 0).astype(np.float32)
    )
    out, exchanged, doubted = corrected(records, opinion(records, right, right))
    assert (exchanged, doubted) == (1, 0)
    np.testing.assert_allclose(out.joints_2d, labelled.joints_2d)
    assert (out.reliable[3, _LEGS] == 1).all()
    assert (out.reliable[4][labelled.known[4]] == 0.5).all()


@pytest.mark.parametrize("doubt", ["mirror says otherwise", "low score", "not a number"])
def test_a_network_that_is_not_sure_mends_nothing(labelled: Records, doubt: str) -> None:
    wrong = labelled.joints_2d.copy()
    wrong[3] = wrong[3][FLIP]
    wrong[5, _I["r_wrist"]] += 500
    records = replace(labelled, joints_2d=wrong)
    plain, mirrored = said_of(labelled), said_of(labelled)
    if doubt == "mirror says otherwise":
        mirrored = mirrored[0] + 500, mirrored[1]
    elif doubt == "low score":
        mirrored = said_of(labelled, 0.3)
    else:
        plain = np.full_like(plain[0], np.nan), plain[1]
    out, exchanged, doubted = corrected(records, opinion(records, plain, mirrored))
    assert (exchanged, doubted) == (0, 0)
    np.testing.assert_array_equal(out.joints_2d, wrong)
    np.testing.assert_array_equal(out.reliable, records.reliable)


def test_a_wrist_far_from_what_is_sure_counts_less(labelled: Records) -> None:
    right = said_of(labelled)
    wrong = labelled.joints_2d.copy()
    wrong[5, _I["r_wrist"]] += 500
    records = replace(labelled, joints_2d=wrong)
    out, exchanged, doubted = corrected(records, opinion(records, right, right))
    assert (exchanged, doubted) == (0, 1)
    np.testing.assert_array_equal(out.joints_2d, wrong)
    assert out.reliable[5, _I["r_wrist"]] == pytest.approx(0.2)


def test_the_network_is_asked_once(
    tmp_path: Path, annotated_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The network that ships, on photos that are noise: it is asked, and sure of nothing."""
    folder = tmp_path / "lspet"
    make_lspet(folder, 4)
    records = read(folder)
    out = relabel(records, shipped_network(), tmp_path)
    assert "lspet: sides of 0 of 4 people exchanged" in capsys.readouterr().out
    kept = list((tmp_path / "opinions").iterdir())
    assert len(kept) == 1
    written = kept[0].stat().st_mtime_ns
    again = relabel(records, shipped_network(), tmp_path)
    assert kept[0].stat().st_mtime_ns == written
    np.testing.assert_array_equal(out.reliable, again.reliable)
    solid = read(annotated_folder)
    assert relabel(solid, shipped_network(), tmp_path) is solid  # no person clicked on these


def test_an_opinion_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    make_lspet(tmp_path / "lspet", 2)
    (tmp_path / "opinions").touch()
    with pytest.raises(PosecamError, match=r"opinion cannot be kept in .*opinions"):
        relabel(read(tmp_path / "lspet"), shipped_network(), tmp_path)


def test_a_network_that_is_not_there_is_named(tmp_path: Path) -> None:
    make_lspet(tmp_path)
    with pytest.raises(PosecamError, match=r"nowhere\.pt"):
        relabel(read(tmp_path), tmp_path / "nowhere.pt", tmp_path)
    assert not (tmp_path / "opinions").exists()
