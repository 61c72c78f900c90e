"""One take of squats with the arms swinging, for every format that holds motion."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from posecam.session import Session
from tests.fakes.motion import record_motion
from tests.posecam.export.takes import COUNT, RATE, squats, travelling_roots


@pytest.fixture
def take(tmp_path: Path) -> Session:
    times = np.arange(COUNT) / RATE
    return record_motion(tmp_path / "squats", squats(), times, roots=travelling_roots())
