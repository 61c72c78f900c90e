"""The errors that a person may cause or meet: their text is shown as it stands."""

from __future__ import annotations


class PosecamError(Exception):
    """Something a person can act on. The message is one clear sentence: what and why.

    The command line prints it and exits with 2; the window shows it and goes on.
    """


class SourceError(PosecamError):
    """A camera, file, folder or address that cannot be opened or stopped delivering."""


class SessionError(PosecamError):
    """A session that cannot be written or read."""


class NetworkError(PosecamError):
    """A network that is missing, broken, of another contract, or that fails when it runs."""
