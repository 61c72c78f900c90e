"""What would be chosen places the joints of the shipped network where fp32 does.

In pixels and in mm on this processor; in pixels as if it were a lesser one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engines import EngineError, Precision, agreement, load, processor, samples
from engines.bench import compared, input_shape, reference
from engines.choose import candidates, load_candidate
from engines.fastest import Candidate, run_all
from posecam import resources
from posecam.estimation.crops import Crop, Cropper, crop_around, to_frame
from training.agreement import millimetres

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "balanced.onnx"
CLIP = SHIPPED.with_name("demo.mp4")
WAYS = [way for way in candidates(SHIPPED) if way.trusted is not False]
COUNT = 32
#: Fewer, for processors that are imitated.
FEW = 8
#: Sets of instructions that oneDNN can be held to, with what Linux calls their newest part.
ISAS: Final = {
    "AVX2": "avx2",
    "AVX512_CORE_VNNI": "avx512_vnni",
    "AVX512_CORE_BF16": "avx512_bf16",
    "AVX512_CORE_AMX": "amx_int8",
}
#: Those below what this processor has: held to its own, it would be itself.
IMITATED: Final = [isa for isa, part in ISAS.items() if part in processor.features()][:-1]
#: Median distance of the joints in 3D to fp32's. int8 with AVX2 alone comes nearest to its limit;
#: what that costs against marker mocap stands in docs/engines.md.
LIMIT_MM: Final[dict[Precision, float]] = {"fp32": 0.5, "bf16": 5.0, "fp16": 5.0, "int8": 12.5}


@pytest.fixture(scope="module")
def people() -> NDArray[np.float32]:
    """(64, 3, S, S) crops of the person in the demo clip, cut as one who is followed."""
    clip = cv2.VideoCapture(str(CLIP))
    images = []
    engine = load(SHIPPED, precision="fp32")
    cropper = Cropper(engine.input_shape[1])
    try:
        frames = int(clip.get(cv2.CAP_PROP_FRAME_COUNT))
        wanted = set(np.linspace(0, frames - 1, COUNT).astype(int).tolist())
        for index in range(frames):
            assert clip.grab()
            if index not in wanted:
                continue
            frame = np.asarray(clip.retrieve()[1], np.uint8)
            height, width = frame.shape[:2]
            batch, (back,) = cropper.crop(frame, [Crop(width / 2, height / 2, height)])
            found = engine.run(batch)
            joints = to_frame(found["joints"][0], back)
            crop = crop_around(joints, found["scores"][0], (width, height))
            assert crop is not None, f"no person is seen in frame {index} of the demo"
            images.append(cropper.crop(frame, [crop])[0][0].copy())
    finally:
        clip.release()
        engine.close()
    return np.stack(images)


@pytest.fixture(scope="module")
def expected(people: NDArray[np.float32]) -> agreement.Outputs:
    found = reference(SHIPPED, people)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def few() -> NDArray[np.float32]:
    """What the choice compares on."""
    found = samples.few(resources.clip(), input_shape(SHIPPED))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def of_few(few: NDArray[np.float32]) -> agreement.Outputs:
    found = reference(SHIPPED, few)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def passed_over() -> set[str]:
    """Candidates that did not load or agree."""
    return set()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.title.replace(" ", "-"))
def test_joints_stay_in_place_or_it_is_passed_over(
    way: Candidate,
    people: NDArray[np.float32],
    expected: agreement.Outputs,
    few: NDArray[np.float32],
    of_few: agreement.Outputs,
    passed_over: set[str],
) -> None:
    try:
        engine = load_candidate(way)
    except EngineError as error:
        print(f"{way.title}: {error}")
        passed_over.add(way.title)
        return
    try:
        seen, good = compared(engine, few, of_few)
        if not good:
            print(f"{way.title}: {seen} px")
            passed_over.add(way.title)
            return
        found = run_all(engine, people)
    finally:
        engine.close()
    assert len(found["joints"]) == COUNT
    check(way.title, way.precision, found, expected)


def check(
    title: str, precision: Precision, found: agreement.Outputs, expected: agreement.Outputs
) -> None:
    """Joints are near fp32's, in the image and in 3D."""
    distance = agreement.distance_px(found, expected)
    apart = np.linalg.norm(millimetres(found) - millimetres(expected), axis=-1)
    print(f"{title}: {distance:.3f} px, {np.median(apart):.2f} mm")
    assert agreement.agrees(precision, distance)
    assert np.median(apart) <= LIMIT_MM[precision]
    assert np.abs(found["scores"] - expected["scores"]).mean() <= 0.05


def test_there_is_something_to_compare(
    people: NDArray[np.float32], expected: agreement.Outputs, passed_over: set[str]
) -> None:
    running = [way for way in WAYS if way.title not in passed_over]
    assert {"openvino", "onnxruntime"} <= {way.backend for way in running}
    assert "fp32" in {way.precision for way in running}
    assert np.median(expected["scores"]) > 0.5  # people are seen in the images
    assert len(people) == COUNT


@pytest.mark.parametrize("isa", IMITATED)
def test_as_a_lesser_processor_what_would_be_chosen_agrees(
    isa: str, people: NDArray[np.float32], expected: agreement.Outputs, tmp_path: Path
) -> None:
    places = [tmp_path / name for name in ("people.npy", "frame.npy", "found.npz")]
    np.save(places[0], people[:: COUNT // FEW])
    clip = cv2.VideoCapture(str(CLIP))
    np.save(places[1], np.asarray(clip.read()[1]))
    clip.release()
    done = subprocess.run(
        [sys.executable, "-m", "tests.engines.would_choose", SHIPPED, *places],
        cwd=SHIPPED.parents[1],
        env={**os.environ, "ONEDNN_MAX_CPU_ISA": isa},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    exact = {key: values[:: COUNT // FEW] for key, values in expected.items()}
    chooseable = 0
    with np.load(places[2]) as found:
        for index, (title, precision, passed_over) in enumerate(told["ways"]):
            print(f"{isa}: {title}" + (f" is passed over: {passed_over}" if passed_over else ""))
            if not passed_over:
                outputs = {key: found[f"{key} {index}"] for key in ("joints", "scores")}
                check(title, precision, outputs, exact)
                chooseable += 1
    assert chooseable
    print(f"{isa}: chosen is {' '.join(told['chosen'])}")
    ours, theirs = (np.array(boxes) for boxes in told["people"])
    assert len(ours) == len(theirs) == 1
    assert ours == pytest.approx(theirs, abs=0.02 * theirs[0, 3])
