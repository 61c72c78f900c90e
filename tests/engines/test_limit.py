"""Counting a network's operations and measuring what the machine can do."""

from __future__ import annotations

import numpy as np
import pytest
from onnx import helper

from engines import Precision
from engines.limit import multiply_adds, peak
from tests.engines import networks


def test_multiply_adds_of_a_convolution() -> None:
    assert multiply_adds(networks.convolution().SerializeToString()) == 12 * 12 * 4 * 3 * 9


def test_multiply_adds_of_a_matrix_product_and_of_grouped_channels() -> None:
    nodes = [
        helper.make_node("Conv", ["image", "each"], ["apart"], group=3),
        helper.make_node("Flatten", ["apart"], ["flat"]),
        helper.make_node("Gemm", ["flat", "matrix"], ["out"]),
    ]
    constants = {
        "each": np.ones((3, 1, 1, 1), np.float32),
        "matrix": np.ones((3 * 12 * 12, 5), np.float32),
    }
    model = networks.network(nodes, {"out": [1, 5]}, {"image": [1, 3, 12, 12]}, constants)
    assert multiply_adds(model.SerializeToString()) == 3 * 12 * 12 + 3 * 12 * 12 * 5


@pytest.mark.parametrize("precision", ["fp32", "int8"])
def test_the_peak_is_that_of_a_processor(precision: Precision) -> None:
    assert 1e9 < peak("openvino", precision) < 1e14
