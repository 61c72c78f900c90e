"""Takes that lack a person, or parts of one, are told of in a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import FORMATS, export_session
from posecam.export.person import warning
from posecam.session import Session
from posecam.skeleton import INDEX
from tests.fakes.motion import body, record_motion
from tests.posecam.export.bvh_reader import read_bvh


def test_a_take_without_a_person_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    empty = record_motion(tmp_path / "empty", body(5), np.arange(5) / 30, seen=[False] * 5)
    of_one = [name for name, form in FORMATS.items() if form.of_one]
    for formats in (list(FORMATS), *([name] for name in of_one)):
        with pytest.raises(SessionError, match=r"^No person was seen in the session .*export\.$"):
            export_session(empty, formats, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert export_session(empty, ["csv"], tmp_path / "out")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("hip", "pelvis"), ""),
        (("knee", "ankle"), "The legs are never seen: the files hold a guess."),
        (
            ("elbow", "wrist", "head_top", "upper_neck"),
            (
                "The arms are never seen: the files hold a guess."
                " The head is never seen: the files hold a guess."
            ),
        ),
    ],
)
def test_what_is_never_seen_of_a_person_is_said_and_written_as_a_guess(
    take: Session, tmp_path: Path, parts: tuple[str, ...], said: str
) -> None:
    people = take.people
    scores = people.scores.copy()
    scores[:, [k for name, k in INDEX.items() if name.endswith(parts)]] = 0.02
    take.people = replace(people, scores=scores)
    assert warning(take, None) == said
    bvh, _ = export_session(take, ["bvh"], tmp_path)
    assert all(np.isfinite(place).all() for place in read_bvh(bvh).positions().values())
