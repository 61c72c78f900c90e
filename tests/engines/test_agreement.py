"""Every way to run the shipped network places the joints where fp32 does, on real pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from engines import agreement, samples
from engines.bench import distance_of, reference
from engines.choose import candidates, load_candidate
from engines.fastest import Candidate

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "hourglass-lite.onnx"
WAYS = [way for way in candidates(SHIPPED) if way.trusted]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.backend}-{way.precision}")
def test_joints_stay_in_place(way: Candidate) -> None:
    pictures = samples.read(SHIPPED.parent / "demo.mp4", (3, 224, 224), count=8)
    engine = load_candidate(way)
    try:
        distance = distance_of(engine, pictures, reference(SHIPPED, pictures))
    finally:
        engine.close()
    assert distance is not None
    assert agreement.agrees(way.precision, distance)


def test_there_is_something_to_compare() -> None:
    assert {"openvino", "onnxruntime"} <= {way.backend for way in WAYS if way.precision == "fp32"}
