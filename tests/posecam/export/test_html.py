"""The page to share: whole, offline, small, and everything in it in step. Opened in Chromium."""

from __future__ import annotations

import base64
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from posecam.errors import SessionError
from posecam.export import export_session, html_file
from posecam.export.html_file import _UNKNOWN
from posecam.export.overlay_video import OverlayVideo
from posecam.export.trajectory import make_trajectory
from posecam.kinematics import ANGLES, joint_angles
from posecam.session import Session
from posecam.skeleton import COUNT
from tests.fakes.browser import Browser
from tests.fakes.motion import body, record_motion
from tests.posecam.session.sessions import edit_manifest

FPS, FRAMES = 30, 90
#: A session's name and marks that would end an element, were they written as they are.
NASTY = "</script><b>x"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Squats of three seconds; in the last half second no person is seen."""
    times = np.arange(FRAMES) / FPS
    bend = 45 - 45 * np.cos(2 * np.pi * times / 1.5)
    joints = body(FRAMES, knee=bend, hip_flexion=bend / 2)
    folder = tmp_path_factory.mktemp("takes") / "squat & co"
    record_motion(folder, joints, times, seen=[t < 2.5 for t in times], size=(320, 240))
    markers = [{"seconds": 1.0, "name": NASTY}]
    edit_manifest(folder, markers=markers, tags=["left <i>", NASTY])
    return Session.open(folder)


@pytest.fixture(scope="module")
def page(session: Session, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = export_session(session, ["html"], tmp_path_factory.mktemp("pages"))
    return path


@pytest.fixture
def browser(page: Path, tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(tmp_path / "profile")
    opened.go(page.as_uri())
    yield opened
    opened.close()


def part(page: Path, name: str) -> str:
    found = re.search(rf'<script id="{name}" type="[^"]*">([^<]*)</script>', page.read_text())
    assert found is not None
    return found[1]


def test_everything_is_in_the_file_and_nothing_is_fetched(page: Path, session: Session) -> None:
    text = page.read_text()
    assert page.name == "squat & co.html"
    assert "<title>squat &amp; co</title>" in text
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|src=\"|href=|@import|url\(", text)
    assert NASTY not in text
    video = sum(path.stat().st_size for path in session.video_paths())
    assert page.stat().st_size <= video + 2 * 2**20


def test_motion_and_angles_are_those_of_the_other_formats(page: Path, session: Session) -> None:
    plain = zlib.decompress(base64.b64decode(part(page, "motion")))
    columns = 3 * COUNT + len(ANGLES)
    steps = np.frombuffer(plain, "<u2", FRAMES * columns).reshape(columns, FRAMES)
    table = np.cumsum(steps, axis=1, dtype=np.uint16).view(np.int16).T
    seen = np.frombuffer(plain, np.uint8, offset=2 * FRAMES * columns).astype(bool)
    motion = make_trajectory(session)
    assert np.array_equal(seen, motion.seen)
    assert np.abs(table[:, : 3 * COUNT] - motion.joints.reshape(FRAMES, -1)).max() <= 0.5
    angles = table[:, 3 * COUNT :]
    assert (angles[~seen] == _UNKNOWN).all()
    wanted = joint_angles(session.joints_3d[seen])
    for column, name in enumerate(ANGLES):
        known = np.isfinite(wanted[name])
        assert (angles[seen, column][~known] == _UNKNOWN).all()
        off = np.abs(angles[seen, column] / 10 - wanted[name])[known]
        assert off.max(initial=0) <= 0.051


def test_video_figure_and_angles_move_together(browser: Browser, session: Session) -> None:
    assert browser.value(
        "new Promise((done)=>{const look=()=>video.readyState>=2&&motion?done(true):"
        "setTimeout(look,50);look()})"
    )
    names = [browser.text("#name"), browser.text("#about")]
    assert names[0] == "squat & co"
    assert NASTY in names[1]
    wanted = joint_angles(session.joints_3d)
    for row in (15, 40, 70):
        seconds = (row + 0.5) / FPS
        browser.value(
            f"new Promise((done)=>{{video.addEventListener('seeked',()=>setTimeout(done,80),"
            f"{{once:true}});seek({seconds})}})"
        )
        grey = browser.value(
            "(()=>{const c=document.createElement('canvas');c.width=c.height=8;"
            "const p=c.getContext('2d');p.drawImage(video,0,0,8,8,0,0,8,8);"
            "return p.getImageData(2,2,1,1).data[1]})()"
        )
        assert grey == pytest.approx(16 + row, abs=2)
        read = [int(word) for word in re.findall(r"-?\d+", browser.text("#reads"))]
        row_near = round(seconds * FPS)
        for value, name in zip(read, ("r_knee_flexion", "l_knee_flexion"), strict=True):
            near = wanted[name][row_near - 1 : row_near + 2]
            assert near.min() - 0.6 <= value <= near.max() + 0.6
    assert browser.errors == []


def test_it_is_used_by_clicks(browser: Browser, tmp_path: Path) -> None:
    def colours() -> int:
        """How many pixels of the figure are coloured, as limbs are."""
        return int(
            browser.value(
                "(()=>{draw();const d=figure.getContext('2d').getImageData(0,0,figure.width,"
                "figure.height).data;let n=0;for(let i=0;i<d.length;i+=4)"
                "if(Math.max(d[i],d[i+1],d[i+2])-Math.min(d[i],d[i+1],d[i+2])>80)n++;return n})()"
            )
        )

    browser.value(
        "new Promise((done)=>{const look=()=>video.readyState>=2&&motion?done(true):"
        "setTimeout(look,50);look()})"
    )
    assert colours() > 2000
    for button in (1, 2, 3):
        before = browser.value("figure.toDataURL()")
        browser.tap(f"#views button:nth-child({button})")
        assert browser.value("figure.toDataURL()") != before
    browser.tap("#play")
    assert browser.value(
        "new Promise((done)=>{const look=()=>video.currentTime>0.2?done(true):"
        "setTimeout(look,50);look()})"
    )
    assert browser.text("#play") == "Pause"
    browser.tap("#play")
    browser.value("new Promise((done)=>setTimeout(done,200))")
    assert browser.text("#play") == "Play"
    browser.tap("#plot")  # its middle
    browser.value("new Promise((done)=>setTimeout(done,400))")
    middle = browser.value("seconds()/duration")
    assert middle == pytest.approx(0.5 - 16 / 1280, abs=0.03)
    browser.value("seek(2.8)")
    browser.value("new Promise((done)=>setTimeout(done,400))")
    assert "–" in browser.text("#reads")  # no person is seen there
    assert colours() == 0
    browser.screenshot(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 5000
    assert browser.errors == []


def test_a_long_take_has_fewer_samples_and_a_part_only_its_markers(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posecam.export.html_file._MOST_SAMPLES", 20)
    (path,) = export_session(session, ["html"], tmp_path, span=(1.5, 2.4))
    facts = part(path, "facts")
    assert '"markers":[]' in facts
    assert '"samples":2' in facts


def test_a_page_that_would_be_too_large_is_packed_harder(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qualities: list[int] = []

    def noted(path: Path, *, quality: int, sound: Path | None) -> OverlayVideo:
        qualities.append(quality)
        return OverlayVideo(path, quality=quality, sound=sound)

    monkeypatch.setattr(html_file, "OverlayVideo", noted)
    monkeypatch.setattr(html_file, "_SPARE_BYTES", -(10**9))
    export_session(session, ["html"], tmp_path)
    assert qualities == list(html_file._QUALITIES)


def test_a_session_without_images_has_no_page(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    shutil.copytree(session.folder, folder)
    for path in folder.glob("video*.mkv"):
        path.unlink()
    with pytest.raises(SessionError, match="has no images: a page shows a video"):
        export_session(Session.open(folder), ["html"], tmp_path / "out")
    assert not list((tmp_path / "out").glob("*.html"))
