"""What a pose is made of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from posecam.pose import Pose

ARRAYS: dict[str, tuple[int, ...]] = {
    "joints_2d": (16, 2),
    "joints_3d": (16, 3),
    "scores": (16,),
    "root": (3,),
    "box": (4,),
}


def pose(**changed: Any) -> Pose:
    arrays = {name: np.zeros(shape, np.float32) for name, shape in ARRAYS.items()}
    return Pose(frame_id=0, time=0.0, person_id=0, **{**arrays, **changed})


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_of_another_shape_or_type_are_refused(name: str) -> None:
    shape = ARRAYS[name]
    with pytest.raises(ValueError, match=rf"^{name} of a pose is .* float32, not .* float64$"):
        pose(**{name: np.zeros(shape)})
    with pytest.raises(ValueError, match=rf"^{name} of a pose is "):
        pose(**{name: np.zeros((*shape, 1), np.float32)})
    with pytest.raises(ValueError, match=rf"^{name} of a pose is "):
        pose(**{name: np.zeros((shape[0] + 1, *shape[1:]), np.float32)})


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_cannot_be_written_to(name: str) -> None:
    with pytest.raises(ValueError, match="read-only"):
        getattr(pose(), name)[0] = 1
