"""What several folders of these tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from posecam.contract import load_network
from posecam.estimation.estimator import Estimator


@pytest.fixture(scope="module")
def estimator() -> Iterator[Estimator]:
    """The real one, made once for a file of tests; `reset` it before use."""
    made = Estimator(load_network())
    yield made
    made.close()
