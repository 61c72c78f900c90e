"""Every way to run the shipped network places the joints where fp32 does: in pixels, and in mm."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engines import Precision, agreement
from engines.bench import reference
from engines.choose import candidates, load_candidate
from engines.fastest import Candidate, run_all
from posecam.estimation.crops import Crop, Cutter, crop_round, to_frame
from training.agreement import millimetres

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "hourglass-lite.onnx"
CLIP = SHIPPED.with_name("demo.mp4")
WAYS = [way for way in candidates(SHIPPED) if way.trusted]
COUNT = 64
#: Median distance of the joints in 3D to fp32's.
LIMIT_MM: Final[dict[Precision, float]] = {"fp32": 0.5, "bf16": 5.0, "fp16": 5.0, "int8": 10.0}


@pytest.fixture(scope="module")
def people() -> NDArray[np.float32]:
    """(64, 3, S, S) crops of the person in the demo clip, cut as one who is followed."""
    clip = cv2.VideoCapture(str(CLIP))
    pictures = []
    engine = load_candidate(next(way for way in WAYS if way.precision == "fp32"))
    cutter = Cutter(engine.input_shape[1])
    try:
        frames = int(clip.get(cv2.CAP_PROP_FRAME_COUNT))
        wanted = set(np.linspace(0, frames - 1, COUNT).astype(int).tolist())
        for index in range(frames):
            assert clip.grab()
            if index not in wanted:
                continue
            frame = np.asarray(clip.retrieve()[1], np.uint8)
            height, width = frame.shape[:2]
            batch, (back,) = cutter.cut(frame, [Crop(width / 2, height / 2, height)])
            found = engine.run(batch)
            joints = to_frame(found["joints"][0], back)
            crop = crop_round(joints, found["scores"][0], (width, height))
            assert crop is not None, f"nobody is seen in frame {index} of the demo"
            pictures.append(cutter.cut(frame, [crop])[0][0].copy())
    finally:
        clip.release()
        engine.close()
    return np.stack(pictures)


@pytest.fixture(scope="module")
def expected(people: NDArray[np.float32]) -> agreement.Outputs:
    found = reference(SHIPPED, people)
    assert found is not None
    return found


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.backend}-{way.precision}")
def test_joints_stay_in_place(
    way: Candidate, people: NDArray[np.float32], expected: agreement.Outputs
) -> None:
    engine = load_candidate(way)
    try:
        found = run_all(engine, people)
    finally:
        engine.close()
    assert len(found["joints"]) == COUNT
    distance = agreement.distance_px(found, expected)
    apart = np.linalg.norm(millimetres(found) - millimetres(expected), axis=-1)
    print(f"{way.backend} {way.precision}: {distance:.3f} px, {np.median(apart):.2f} mm")
    assert distance is not None
    assert agreement.agrees(way.precision, distance)
    assert np.median(apart) <= LIMIT_MM[way.precision]
    assert np.abs(found["scores"] - expected["scores"]).mean() <= 0.05


def test_there_is_something_to_compare(
    people: NDArray[np.float32], expected: agreement.Outputs
) -> None:
    assert {"openvino", "onnxruntime"} <= {way.backend for way in WAYS if way.precision == "fp32"}
    assert np.median(expected["scores"]) > 0.5  # people are seen in the pictures
    assert len(people) == COUNT
