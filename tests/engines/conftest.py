"""Fixtures of the engine tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import networks


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A small convolution network with a free batch size, on disk."""
    return networks.save(networks.convolution(), tmp_path / "small.onnx")
