"""posecam: live 3D motion capture from one ordinary webcam.

    import posecam

    session = posecam.open("recordings/squats")
    session.joints_3d  # (N, K, 3) millimetres

What is heavy is imported only when it is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posecam.errors import PosecamError
    from posecam.session import Session

__version__ = "0.1.0"
__all__ = ["PosecamError", "Session", "open"]


def open(folder: str | Path) -> Session:  # noqa: A001  # posecam.open, as one says it
    """Open a recorded session, finished or not; what is wrong with it is in its `warnings`.

    Raises:
        PosecamError: there is no session, or it is of a later version.
    """
    from posecam.session import Session

    return Session.open(Path(folder))


if not TYPE_CHECKING:  # a type checker sees the imports above

    def __getattr__(name: str) -> object:
        if name == "Session":
            from posecam.session import Session

            return Session
        if name == "PosecamError":
            from posecam.errors import PosecamError

            return PosecamError
        raise AttributeError(f"module 'posecam' has no attribute {name!r}")
