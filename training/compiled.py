"""The network compiled for the device, or as it is where that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from tqdm import tqdm

from training.network import Network
from training.network.lite import NetworkOutput


class Compiled:
    """Runs a network through `torch.compile`; what cannot be compiled is run as it is, in one line.

    Compiling takes a minute or two at the first step and again when other parts begin to move. The
    network's weights stay the network's own.

    Args:
        backend: of `torch.compile`.
    """

    def __init__(self, network: Network, backend: str | Callable[..., Any] = "inductor") -> None:
        self._network = network
        self._run: Any = torch.compile(network, backend=backend, dynamic=False)
        self.given_up = False

    def __call__(self, image: Tensor) -> NetworkOutput:
        if self.given_up:
            plain: NetworkOutput = self._network(image)
            return plain
        try:
            found: NetworkOutput = self._run(image)
        except torch.OutOfMemoryError:
            raise
        except Exception as error:  # noqa: BLE001  # compilers fail in many ways
            why = " ".join(str(error).strip().splitlines()[:2])
            tqdm.write(f"The network is not compiled ({type(error).__name__}: {why}).")
            self.given_up, self._run = True, None
            return self(image)
        return found
