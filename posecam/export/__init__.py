"""A session in the formats that other programs read; one module a format."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from posecam.errors import SessionError
from posecam.export import (
    angles_file,
    bvh_file,
    c3d_file,
    csv_file,
    gait_file,
    gltf_file,
    html_file,
    json_file,
    mot_file,
    npz_file,
    overlay_file,
    tidy_file,
    trc_file,
    usd_file,
)
from posecam.export.data_frame import to_dataframe
from posecam.export.options import ORDERS, Options, Order, Person
from posecam.export.person import person_rows
from posecam.files import atomic_write, private_folder, sweep
from posecam.session import Session

__all__ = [
    "FORMATS",
    "ORDERS",
    "Format",
    "Options",
    "Order",
    "Person",
    "export_session",
    "to_dataframe",
]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written.

    Attributes:
        write: writes the whole of a session to a path; raises OSError, SessionError.
        ending: of its files.
        of_one: whether it holds the motion of one person, and who else was there is not in it.
        note: what a text file beside it says, for a format that has no room for remarks.
        needs: module that is not part of every installation, or None.
        package: that brings it, where that is called otherwise.
    """

    write: Callable[[Session, Path, Options], None]
    ending: str
    of_one: bool = False
    note: Callable[[Session, Options], str] | None = None
    needs: str | None = None
    package: str | None = None

    @property
    def available(self) -> bool:
        """True if it can be written with what is installed."""
        return self.needs is None or find_spec(self.needs) is not None


_KNOWN: Final[dict[str, Format]] = {
    "csv": Format(csv_file.write, "csv"),
    "json": Format(json_file.write, "json"),
    "npz": Format(npz_file.write, "npz"),
    "tidy": Format(tidy_file.write, "tidy.csv"),
    "bvh": Format(bvh_file.write, "bvh", of_one=True, note=bvh_file.note),
    "gltf": Format(gltf_file.write, "glb", of_one=True, needs="pygltflib"),
    "usd": Format(usd_file.write, "usd", of_one=True, needs="pxr", package="usd-core"),
    "c3d": Format(c3d_file.write, "c3d", of_one=True, needs="ezc3d"),
    "trc": Format(trc_file.write, "trc", of_one=True),
    "mot": Format(mot_file.write, "mot", of_one=True),
    "angles": Format(angles_file.write, "angles.csv", of_one=True),
    "gait": Format(gait_file.write, "gait.csv", of_one=True),
    "overlay": Format(overlay_file.write, "overlay.mp4", of_one=True),
    "html": Format(html_file.write, "html", of_one=True),
}

#: Every format that can be written here, by its name.
FORMATS: Final[dict[str, Format]] = {
    name: format_ for name, format_ in _KNOWN.items() if format_.available
}


def export_session(
    session: Session,
    formats: Sequence[str],
    out: Path,
    force: bool = False,
    *,
    options: Options | None = None,
    span: tuple[float, float] | None = None,
) -> list[Path]:
    """Write `<name of the session>.<ending>` into the folder `out` for each of the formats.

    A file appears under its name only once it is complete.

    Args:
        session: what to write.
        formats: names from `FORMATS`; a second mention is ignored.
        out: is created if it is not there.
        force: replace files that are there already.
        options: what holds for the formats that have a choice.
        span: from which second of the recording to which, both included; None: all of it.

    Returns:
        The files, in the order of the formats, each followed by the text beside it if it has one.

    Raises:
        SessionError: an unknown format, a session without frames, a person never seen, a file
            that is there already, or no room; of the format that failed nothing is left.
    """
    options = options or Options()
    chosen = [_format(name) for name in dict.fromkeys(formats)]
    if not chosen:
        raise SessionError(f"No format was named: choose from {', '.join(FORMATS)}.")
    if not len(session):
        raise SessionError(
            f"The session {session.folder} has no frames: there is nothing to export."
        )
    if span is not None:
        session = session.part(*span)
    if any(form.of_one for form in chosen):
        person_rows(session, options.person)  # or nothing is begun
    targets = [(form, out / f"{session.name}.{form.ending}") for form in chosen]
    paths = [p for form, path in targets for p in (path, *_notes(form, path))]
    taken = [path for path in paths if path.exists()]
    if taken and not force:
        raise SessionError(f"{taken[0]} is there already and was not replaced.")
    try:
        private_folder(out)
        sweep(out)
    except OSError as error:
        raise _cannot_write(out, error) from error
    for form, path in targets:
        _write_whole(session, form, path, options)
    return paths


def _format(name: str) -> Format:
    """The format of that name.

    Raises:
        SessionError: there is none, or a package for it is missing.
    """
    if name not in _KNOWN:
        raise SessionError(f'There is no format "{name}": choose from {", ".join(FORMATS)}.')
    form = _KNOWN[name]
    if not form.available:
        raise SessionError(
            f'The format "{name}" needs the package {form.package or form.needs}, which is not '
            f'installed: pip install "posecam[{name}]" brings it.'
        )
    return form


def _notes(form: Format, path: Path) -> tuple[Path, ...]:
    return () if form.note is None else (path.with_name(path.name + ".txt"),)


def _write_whole(session: Session, form: Format, path: Path, options: Options) -> None:
    """Write a format's files beside their places and move them there when all are complete."""
    places = (path, *_notes(form, path))
    try:
        with contextlib.ExitStack() as stack:
            parts = [stack.enter_context(atomic_write(place)) for place in places]
            form.write(session, parts[0], options)
            if form.note is not None:
                parts[1].write_text(form.note(session, options), encoding="utf-8", newline="\n")
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> SessionError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        why = "the disk is full"
    else:
        why = (error.strerror or "no reason given").lower()
    return SessionError(f"{path} cannot be written: {why}.")
