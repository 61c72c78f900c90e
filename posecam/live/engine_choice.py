"""Which engine runs the network in the window: what is chosen, what there is, what else is left."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from engines.engine import Engine, EngineError, EngineInfo, Precision
from posecam import resources
from posecam.contract import load_network, shipped_network
from posecam.errors import NetworkError
from posecam.live.quality import USUAL_RATE, Speeds, largest_that_holds
from posecam.resources import AUTOMATIC

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
        network: an .onnx; a shipped one where None.
        backend, precision: what is wanted; "auto" for the fastest here.
        threads: of the processor; 0 leaves a core to the camera and the window.
        quality: of the shipped networks, as `resources.QUALITIES` names them, or "automatic".
    """

    def __init__(
        self,
        network: Path | None = None,
        backend: str = AUTO,
        precision: str = AUTO,
        threads: int = 0,
        quality: str = AUTOMATIC,
    ) -> None:
        self._network = network
        self._threads = threads
        self._quality = quality
        self._rate = USUAL_RATE
        self._shipped = resources.networks() if network is None else {}
        #: The quality of the network that was loaded last.
        self._loaded = resources.USUAL_QUALITY
        self._speeds: Speeds | None = None
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

    @property
    def quality(self) -> str:
        """As chosen."""
        return self._quality

    @property
    def qualities(self) -> tuple[str, ...]:
        """What there is to choose from, the smallest network first; none where a file was given."""
        return tuple(self._shipped)

    @property
    def loaded(self) -> str:
        """The quality of the network that was loaded last; "" of a file that was given."""
        return self._loaded if self._network is None else ""

    def choose_quality(self, quality: str) -> None:
        """From now on make engines of networks of this quality."""
        self._quality = quality

    def hold(self, rate: float) -> bool:
        """Choose for sources of so many frames a second from now on.

        Returns:
            Whether another network might now be the right one: then `load` finds it.
        """
        if rate == self._rate:
            return False
        self._rate = rate
        speeds = self._speeds
        if not self._automatic or speeds is None:
            return False
        now = largest_that_holds(
            self.qualities, self._first_quality, rate, lambda quality: speeds.get(quality) or 0.0
        )
        return now != self._loaded

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
        from posecam.estimation.motion import load_motion

        return Estimator(self._first(), motion=load_motion())

    def _first(self) -> Engine:
        backend, precision = self._wanted
        self.note = ""
        if self._wanted == (AUTO, AUTO) or self._has_to_be_built():
            return self._load(AUTO, AUTO)
        try:
            return self._load(backend, precision)
        except NetworkError as error:
            engine = self._load(AUTO, AUTO)
            fallback = f"{error} The fastest engine that works here is used instead."
            self.note = f"{fallback} {self.note}".strip()
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
        built = prepare(self._path_for_a_card(), progress)
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
            prepare(self._path_for_a_card(), progress)
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
                return self._load_file(self._path(), option.backend, option.precision)
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
        """The file that is run, or would be if nothing was loaded yet."""
        if self._network is not None:
            return self._network
        quality = self._loaded if self._quality == AUTOMATIC else self._quality
        return self._shipped.get(quality) or shipped_network()

    @property
    def _automatic(self) -> bool:
        return self._quality == AUTOMATIC and len(self._shipped) > 1

    @property
    def _first_quality(self) -> str:
        usual = resources.USUAL_QUALITY
        return usual if usual in self._shipped else self.qualities[-1]

    def _path_for_a_card(self) -> Path:
        """A card that an engine is built for runs a larger network than the processor may."""
        return self._shipped[self._first_quality] if self._automatic else self._path()

    def _load(self, backend: str, precision: str, progress: Progress | None = None) -> Engine:
        """The network of the quality that is wanted.

        Raises:
            EngineError, NetworkError: it cannot be run.
        """
        if self._automatic:
            return self._load_automatic(backend, precision, progress)
        path = self._path()
        if self._network is None and self._quality not in {AUTOMATIC, *self._shipped}:
            self.note = (
                f"This installation of posecam has no network of the quality {self._quality}: "
                f"the usual one is used instead."
            )
        engine = self._load_file(path, backend, precision, progress)
        self._loaded = next((q for q, p in self._shipped.items() if p == path), "")
        return engine

    def _load_file(
        self, path: Path, backend: str, precision: str, progress: Progress | None = None
    ) -> Engine:
        kind = cast("Precision | Literal['auto']", precision)
        return load_network(path, backend, kind, self._threads, progress=progress)

    def _load_automatic(self, backend: str, precision: str, progress: Progress | None) -> Engine:
        """The largest network that holds the rate; measured where that is not known yet."""
        engines: dict[str, Engine] = {}
        speeds = self._speeds = Speeds(self._shipped, backend, precision, self._threads)

        def engine(quality: str) -> Engine:
            if quality not in engines:
                path = self._shipped[quality]
                engines[quality] = self._load_file(path, backend, precision, progress)
            return engines[quality]

        def takes_ms(quality: str) -> float:
            known = speeds.get(quality)
            if known is not None:
                return known
            try:
                return speeds.measure(quality, engine(quality))
            except (EngineError, NetworkError) as error:
                LOG.info("The network of quality %s is passed over: %s", quality, error)
                return math.inf

        try:
            chosen = largest_that_holds(self.qualities, self._first_quality, self._rate, takes_ms)
            kept = engine(chosen)
            del engines[chosen]
        finally:
            for other in engines.values():
                other.close()
        LOG.info("The network of quality %s is used.", chosen)
        self._loaded = chosen
        return kept


def _work(future: Future[Estimator], make: Callable[[], Estimator]) -> None:
    try:
        future.set_result(make())
    except Exception as error:  # noqa: BLE001 - raised where the result is asked for
        future.set_exception(error)
