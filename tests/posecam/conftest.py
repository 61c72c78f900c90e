"""What several folders of these tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from posecam.estimation.estimator import Estimator
from posecam.network import load_network


@pytest.fixture(scope="module")
def estimator() -> Iterator[Estimator]:
    """The real one, made once for a file of tests; `reset` it before use."""
    made = Estimator(load_network())
    yield made
    made.close()
