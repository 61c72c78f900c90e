"""The shipped detector on real images, and what it does with networks that are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

import engines
from engines.engine import EngineInfo, Precision
from posecam.contract import shipped_network
from posecam.errors import NetworkError
from posecam.estimation.detector import CONTRACT, Detector, load_detector
from posecam.geometry import box_overlap
from posecam.resources import resource


@pytest.fixture(scope="module")
def detector() -> Iterator[Detector]:
    made = load_detector(backend="openvino", precision="fp32")
    yield made
    made.close()


@pytest.fixture(scope="module")
def person() -> NDArray[np.uint8]:
    """A frame of the demo clip: one rendered person, BGR."""
    with av.open(str(resource("demo.mp4"))) as video:
        for number, frame in enumerate(video.decode(video=0)):
            if number == 30:
                return np.ascontiguousarray(frame.to_ndarray(format="bgr24"), np.uint8)
    raise AssertionError("the demo clip is shorter than 31 frames")


def test_the_person_of_the_demo_clip_is_found_once(
    detector: Detector, person: NDArray[np.uint8]
) -> None:
    found = detector.find(person)
    assert len(found.boxes) == 1
    assert found.boxes.dtype == found.scores.dtype == np.float32
    height, width = person.shape[:2]
    x, y, w, h = found.boxes[0]
    assert x >= 0
    assert y >= 0
    assert x + w <= width
    assert y + h <= height
    assert h > w
    assert h > 0.3 * height


@pytest.mark.parametrize("size", [(1280, 720), (480, 640), (400, 400), (1200, 400)])
def test_boxes_are_in_pixels_of_the_frame_whatever_its_shape(
    detector: Detector, person: NDArray[np.uint8], size: tuple[int, int]
) -> None:
    x, y, w, h = detector.find(person).boxes[0]
    crop = person[max(int(y) - 20, 0) : int(y + h) + 20, max(int(x) - 20, 0) : int(x + w) + 20]
    tall = round(0.7 * size[1])
    wide = round(crop.shape[1] * tall / crop.shape[0])
    frame = np.full((size[1], size[0], 3), 128, np.uint8)
    left, top = round(0.55 * (size[0] - wide)), round(0.2 * size[1])
    frame[top : top + tall, left : left + wide] = cv2.resize(crop, (wide, tall))
    found = detector.find(frame)
    assert len(found.boxes) == 1
    scale = tall / crop.shape[0]
    wanted = np.array([left + 20 * scale, top + 20 * scale, w * scale, h * scale])
    assert box_overlap(found.boxes, wanted)[0] > 0.55


def test_two_people_are_two_boxes_the_surest_first(
    detector: Detector, person: NDArray[np.uint8]
) -> None:
    found = detector.find(np.hstack([person, person[:, ::-1]]))
    assert len(found.boxes) == 2
    middles = sorted(found.boxes[:, 0] + found.boxes[:, 2] / 2)
    assert middles[0] < person.shape[1] < middles[1]
    assert found.scores[0] >= found.scores[1]


@pytest.mark.parametrize("grey", [0, 90, 255])
def test_no_person_is_found_on_nothing(detector: Detector, grey: int) -> None:
    found = detector.find(np.full((480, 640, 3), grey, np.uint8))
    assert found.boxes.shape == (0, 4)
    assert found.scores.shape == (0,)


def test_noise_is_no_person(detector: Detector) -> None:
    rng = np.random.default_rng(0)
    for size in ((480, 640, 3), (720, 1280, 3)):
        assert not len(detector.find(rng.integers(0, 256, size).astype(np.uint8)).boxes)


def test_a_frame_of_another_shape_leaves_nothing_of_the_last_one(
    detector: Detector, person: NDArray[np.uint8]
) -> None:
    detector.find(person)
    narrow = np.zeros((900, 200, 3), np.uint8)
    assert not len(detector.find(narrow).boxes)


@pytest.mark.parametrize(
    ("backend", "precision"),
    [(s.name, p) for s in engines.available() for p in s.precisions if s.reason is None],
)
def test_every_engine_finds_the_same(
    detector: Detector, person: NDArray[np.uint8], backend: str, precision: Precision
) -> None:
    two = np.hstack([person, person[:, ::-1]])
    other = load_detector(backend=backend, precision=precision)
    found, wanted = other.find(two), detector.find(two)
    other.close()
    assert len(found.boxes) == len(wanted.boxes) == 2
    for box in wanted.boxes:
        assert box_overlap(found.boxes, box).max() > 0.95
    np.testing.assert_allclose(sorted(found.scores), sorted(wanted.scores), atol=0.03)


def test_the_pose_network_is_no_detector() -> None:
    with pytest.raises(NetworkError, match=CONTRACT):
        load_detector(shipped_network(), backend="openvino", precision="fp32")


def test_a_detector_that_is_missing_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"person-detector\.onnx"):
        load_detector(tmp_path / "person-detector.onnx")


def test_an_installation_without_the_file_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posecam.resources._PLACES", ())
    with pytest.raises(NetworkError, match="missing from this installation"):
        load_detector()


class Saying:
    """An engine that says of every image what it was told to."""

    def __init__(self, boxes: list[list[float]], scores: list[float]) -> None:
        self.boxes, self.scores = boxes, scores
        self.info = EngineInfo("fake", "1", "none", "fp32", "saying.onnx", "0")
        self.metadata: Mapping[str, str] = {"contract": CONTRACT, "input_size": "[192, 320]"}
        self.input_shape = (3, 192, 320)

    def run(self, _: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        boxes, scores = np.zeros((1, 16, 4)), np.zeros((1, 16))
        boxes[0, : len(self.boxes)] = self.boxes
        scores[0, : len(self.scores)] = self.scores
        return {"boxes": boxes.astype(np.float32), "scores": scores.astype(np.float32)}

    def close(self) -> None:
        pass


FRAME = np.zeros((360, 640, 3), np.uint8)  # fits in at half its size, 6 px from the top


def test_boxes_on_one_person_become_one() -> None:
    engine = Saying([[10, 16, 40, 80], [14, 18, 40, 80], [200, 16, 40, 80]], [0.9, 0.8, 0.7])
    found = Detector(engine).find(FRAME)
    np.testing.assert_allclose(found.boxes, [[20, 20, 80, 160], [400, 20, 80, 160]])
    np.testing.assert_allclose(found.scores, [0.9, 0.7])


def test_boxes_end_at_the_frame_and_what_is_no_number_is_dropped() -> None:
    nan = float("nan")
    engine = Saying(
        [[-30, -10, 100, 60], [100, nan, 30, 30], [400, 50, 30, 60], [50, 120, 30, 90]],
        [0.9, 0.9, 0.9, nan],
    )
    found = Detector(engine).find(FRAME)
    np.testing.assert_allclose(found.boxes, [[0, 0, 140, 88]])


def test_a_network_that_contradicts_itself_is_refused() -> None:
    engine = Saying([], [])
    engine.metadata = {"contract": CONTRACT, "input_size": "[256, 256]"}
    with pytest.raises(NetworkError, match=r"saying\.onnx"):
        Detector(engine)
    engine.metadata = {"contract": CONTRACT, "input_size": "["}
    with pytest.raises(NetworkError, match="unreadable"):
        Detector(engine)
