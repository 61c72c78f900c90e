"""Which engine runs the network in the window: what is chosen, what there is, what else is left."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from engines.engine import Engine, EngineError, EngineInfo, Precision
from posecam.contract import load_network, shipped_network
from posecam.errors import NetworkError

if TYPE_CHECKING:
    from posecam.estimation.estimator import Estimator
    from posecam.live.engine_switch import Progress

LOG = logging.getLogger(__name__)

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class EngineOption:
    """A way to run the network, for a list to choose from.

    Attributes:
        backend: as `engines.load` takes it.
        precision: likewise; "" where the backend cannot be used at all.
        reason: why it cannot be used here, one sentence; "" where it can.
        on_card: whether it runs on a graphics card.
    """

    backend: str
    precision: str
    reason: str = ""
    on_card: bool = False


class EngineChooser:
    """Makes engines for the live pipeline. Its methods may be called from any thread.

    Args:
        network: an .onnx; the shipped one where None.
        backend, precision: what is wanted; "auto" for the fastest here.
        threads: of the processor; 0 leaves a core to the camera and the window.
    """

    def __init__(
        self,
        network: Path | None = None,
        backend: str = AUTO,
        precision: str = AUTO,
        threads: int = 0,
    ) -> None:
        self._network = network
        self._threads = threads
        self._wanted = (backend, precision)
        self._early: Future[Estimator] | None = None
        #: What the person should know about the last engine made, one sentence, or "".
        self.note = ""

    @property
    def wanted(self) -> tuple[str, str]:
        """Backend and precision as chosen."""
        return self._wanted

    def choose(self, backend: str, precision: str) -> None:
        """From now on make engines of this kind."""
        self._wanted = (backend, precision)

    def begin(self) -> None:
        """Let `make` have its estimator sooner: load it in a thread from now on."""
        self._early = Future()
        # A daemon: a program that ends at once must not wait for the network.
        threading.Thread(
            target=_work, args=(self._early, self._make), name="posecam-first-engine", daemon=True
        ).start()

    def make(self) -> Estimator:
        """The estimator to start with: at once, so without building anything for a card.

        What was chosen and cannot be had is replaced by the fastest that works, and `note` says so.

        Raises:
            NetworkError: nothing here runs the network.
        """
        early, self._early = self._early, None
        return self._make() if early is None else early.result()

    def _make(self) -> Estimator:
        from posecam.estimation.estimator import Estimator

        return Estimator(self._first())

    def _first(self) -> Engine:
        backend, precision = self._wanted
        self.note = ""
        if self._wanted == (AUTO, AUTO) or self._has_to_be_built():
            return self._load(AUTO, AUTO)
        try:
            return self._load(backend, precision)
        except NetworkError as error:
            engine = self._load(AUTO, AUTO)
            self.note = f"{error} The fastest engine that works here is used instead."
            return engine

    def _has_to_be_built(self) -> bool:
        from engines.choose import candidates

        backend, precision = self._wanted
        try:
            path = self._path()
            kind = cast("Precision | Literal['auto']", precision)
            return not candidates(path, backend, kind) and bool(
                candidates(path, backend, kind, built=False)
            )
        except (EngineError, NetworkError):
            return False

    def better(self, progress: Progress) -> Engine | None:
        """What is worth building beside the engine of `make`: one for the NVIDIA card.

        Returns:
            None where there is nothing to build, or nothing faster came of it.

        Raises:
            EngineError, NetworkError: the build failed or was given up.
        """
        from engines import prepare

        if self._wanted != (AUTO, AUTO):
            return self._load(*self._wanted, progress) if self._has_to_be_built() else None
        built = prepare(self._path(), progress)
        if built is None:
            return None
        engine = self._load(AUTO, AUTO)
        if engine.info.backend == built[0]:
            return engine
        engine.close()
        return None

    def load(self, progress: Progress) -> Engine:
        """The chosen engine, built first where it has to be.

        Raises:
            EngineError, NetworkError: it cannot be used; the message says why.
        """
        from engines import prepare

        self.note = ""
        if self._wanted == (AUTO, AUTO):
            prepare(self._path(), progress)
        return self._load(*self._wanted, progress)

    def other(self, failed: EngineInfo) -> Engine:
        """An engine to go on with after one failed: on the processor, by another backend.

        Raises:
            NetworkError: there is none.
        """
        for option in self.options():
            if option.reason or option.on_card or option.backend == failed.backend:
                continue
            try:
                return self._load(option.backend, option.precision)
            except NetworkError as error:
                LOG.info("%s", error)
        raise NetworkError("Nothing else here runs the network.")

    def options(self) -> list[EngineOption]:
        """Every backend in every precision it has here, the best first; absent ones with why.

        Takes some tenths of a second the first time: the backends' libraries are loaded.
        """
        from engines import available
        from engines.choose import candidates

        found: list[EngineOption] = []
        for status in available():
            if status.reason:
                found.append(EngineOption(status.name, "", status.reason))
                continue
            try:
                ways = candidates(self._path(), status.name, built=False)
                kinds = list(dict.fromkeys(way.precision for way in ways))
            except (EngineError, NetworkError):
                kinds = list(status.precisions)
            found += [EngineOption(status.name, kind, on_card=status.on_card) for kind in kinds]
        return found

    def _path(self) -> Path:
        return self._network or shipped_network()

    def _load(self, backend: str, precision: str, progress: Progress | None = None) -> Engine:
        kind = cast("Precision | Literal['auto']", precision)
        return load_network(self._path(), backend, kind, self._threads, progress=progress)


def _work(future: Future[Estimator], make: Callable[[], Estimator]) -> None:
    try:
        future.set_result(make())
    except Exception as error:  # noqa: BLE001 - raised where the result is asked for
        future.set_exception(error)
