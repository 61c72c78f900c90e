"""The backends there are: how each is reached, how it is installed, and what it can do here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from engines.backend import Backend, BackendStatus, Builder
from engines.driver import driver_is_there
from engines.engine import EngineError


@dataclass(frozen=True, slots=True)
class Known:
    """A backend that posecam knows.

    Attributes:
        module: imports it.
        package: what pip installs it by.
        builder: the same where it runs on a card, for which it builds ahead.
        worth_importing: whether it can be of use at all, found out at next to no cost.
    """

    module: Callable[[], Backend]
    package: str
    builder: Callable[[], Builder] | None = None
    worth_importing: Callable[[], bool] = lambda: True


def _tensorrt() -> Builder:
    import engines.tensorrt as module

    return module


def _openvino() -> Backend:
    import engines.openvino as module

    return module


def _onnxruntime() -> Backend:
    import engines.onnxruntime as module

    return module


#: By name, the best guess first. TensorRT's libraries take a quarter of a second to load.
BACKENDS: Final[dict[str, Known]] = {
    "tensorrt": Known(_tensorrt, "posecam[tensorrt]", _tensorrt, driver_is_there),
    "openvino": Known(_openvino, "openvino"),
    "onnxruntime": Known(_onnxruntime, "posecam[onnxruntime]"),
}


def backend(name: str) -> Backend:
    """A backend, imported now; of some it loads the library.

    Raises:
        EngineError: there is no such backend, or its library is absent or broken.
    """
    check_name(name)
    with said_of(name):
        return BACKENDS[name].module()


def builder() -> Builder:
    """The backend that builds for cards, imported now.

    Raises:
        EngineError: it is absent or broken.
    """
    for name, known in BACKENDS.items():
        if known.builder is not None:
            with said_of(name):
                return known.builder()
    raise EngineError("No backend here builds for a card.")


def check_name(name: str) -> None:
    """Refuse what is no backend.

    Raises:
        EngineError: there is none of that name.
    """
    if name not in BACKENDS:
        raise EngineError(f"There is no backend {name}; there are {', '.join(BACKENDS)}.")


def usable() -> Iterator[BackendStatus]:
    """The backends that can be used here, the best first."""
    for name, known in BACKENDS.items():
        if known.worth_importing():
            with contextlib.suppress(EngineError):
                status = _describe(name)
                if not status.reason:
                    yield status


def available() -> list[BackendStatus]:
    """Every backend with what it can do here, or why it cannot be used. The best comes first."""
    found = []
    for name, known in BACKENDS.items():
        try:
            found.append(_describe(name))
        except EngineError as error:
            on_card = known.builder is not None
            found.append(BackendStatus(name, reason=str(error), on_card=on_card))
    return found


def _describe(name: str) -> BackendStatus:
    with said_of(name):
        return replace(backend(name).describe(), on_card=BACKENDS[name].builder is not None)


@contextlib.contextmanager
def said_of(name: str) -> Iterator[None]:
    """Say in a sentence where the library of a backend cannot be imported.

    Raises:
        EngineError: it is absent or broken.
    """
    try:
        yield
    except ModuleNotFoundError:
        package = BACKENDS[name].package
        raise EngineError(
            f"The backend {name} is not installed; get it with: pip install '{package}'."
        ) from None
    except ImportError as error:  # a library of its own that the system lacks
        raise EngineError(f"The backend {name} cannot be used here: {error}.") from error
