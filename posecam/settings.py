"""What the application remembers: a frozen dataclass and the TOML file it is kept in."""

from __future__ import annotations

import logging
import math
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from posecam.bounds import bounded, bounds_in, bounds_of
from posecam.capture.options import CaptureOptions
from posecam.capture.spec import forget_password
from posecam.errors import PosecamError, SourceError
from posecam.estimation.calibration import Calibration
from posecam.estimation.options import EstimatorOptions
from posecam.files import alone_in, atomic_write, private_folder, sweep
from posecam.kinematics.level import up_of
from posecam.live.take_settings import TakeSettings
from posecam.resources import AUTOMATIC
from posecam.streaming.options import (
    KEY_COLOUR,
    LOOPBACK,
    VMC_PORT,
    WEBSOCKET_PORT,
    StreamOptions,
)
from posecam.toml_file import encodes, keep_aside, read_table, why

LOG = logging.getLogger(__name__)

#: Set to a folder to record there instead of under the person's documents.
SESSIONS_VARIABLE = "POSECAM_SESSIONS"

#: Names that versions before this one gave while they wrote.
_FORMER = re.compile(r"settings\.toml[a-z0-9_]{8}")
#: Seconds to wait for another window that saves.
_PATIENCE_S = 5.0
_T = TypeVar("_T")


class SettingsError(PosecamError):
    """Settings that cannot be written, or not be followed."""


def _estimated(name: str) -> Any:
    """A field as the estimator's options have it."""
    return bounded(getattr(EstimatorOptions(), name), *bounds_of(EstimatorOptions, name))


def _estimated_cm(name: str) -> Any:
    """The same of one in millimetres."""
    default = getattr(EstimatorOptions(), name) / 10
    return bounded(default, *(bound / 10 for bound in bounds_of(EstimatorOptions, name)))


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window was. A width of 0 means that it was never placed."""

    x: int = bounded(0, -100_000, 100_000)
    y: int = bounded(0, -100_000, 100_000)
    width: int = bounded(0, 0, 100_000)
    height: int = bounded(0, 0, 100_000)
    maximised: bool = False
    #: Share of the width that the video takes.
    split: float = bounded(0.58, 0.1, 0.9)


@dataclass(frozen=True, slots=True)
class ViewPlace:
    """The camera of the 3D view: angles in degrees, distance in metres; and what it looks at.

    Attributes:
        sticks: bones and joints are drawn, in place of a body.
        follow: the camera keeps the person whole and in the middle.
    """

    azimuth: float = bounded(-65.0, -360.0, 360.0)
    elevation: float = bounded(12.0, -90.0, 90.0)
    distance: float = bounded(3.9, 1.0, 20.0)
    turning: bool = True
    sticks: bool = False
    follow: bool = True


@dataclass(frozen=True, slots=True)
class StreamSettings:
    """What is sent to other programs: switched on or not, and where."""

    vmc: bool = False
    vmc_address: str = f"{LOOPBACK}:{VMC_PORT}"
    websocket: bool = False
    websocket_address: str = f"{LOOPBACK}:{WEBSOCKET_PORT}"
    virtual_camera: str = ""
    key_colour: str = KEY_COLOUR

    @property
    def options(self) -> StreamOptions:
        """What is switched on."""
        return StreamOptions(
            vmc=self.vmc_address if self.vmc else "",
            websocket=self.websocket_address if self.websocket else "",
            virtual_camera=self.virtual_camera,
            key_colour=self.key_colour,
        )


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """What is recorded beside the video.

    Attributes:
        on: whether a microphone is listened to.
        microphone: what the system calls it; "" for the one that the system chooses.
        name: of it, for a person to read.
    """

    on: bool = False
    microphone: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadoutSettings:
    """Angles that are read live beside the 3D view.

    Attributes:
        shown: whether they are.
        angles: which, as `posecam.kinematics.ANGLES` calls them, without the side.
        counted: of which the repetitions are counted; "" for none.
    """

    shown: bool = False
    angles: tuple[str, ...] = ("knee_flexion",)
    counted: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """The window of recordings, in logical pixels.

    Attributes:
        window: where it was.
        list_width: of the list; what is played takes the rest.
        facts_height: of what is known of the recording, under the list.
        measures_height: of plot and table, under the player.
        table_width: of the table beside the plot.
        recent: sessions from other folders, the last opened first.
    """

    window: WindowPlace = WindowPlace()
    list_width: int = bounded(290, 1, 100_000)
    facts_height: int = bounded(200, 1, 100_000)
    measures_height: int = bounded(300, 1, 100_000)
    table_width: int = bounded(520, 1, 100_000)
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that outlives the window.

    Attributes:
        source: what to open, as `open_source` takes it; "" picks the first camera, else the demo.
        mirror: show a camera's image as a mirror does. Recorded frames are never mirrored.
        mirror_videos: the same for files, addresses and the demo, where it is seldom wanted.
        subject_height_cm: what the 3D skeleton's size is scaled to.
        field_of_view_deg: horizontal field of view that the camera is assumed to have.
        smoothness: 0 follows every tremble, 1 is the calmest.
        people: most people that are followed at once.
        calibration: of the main person and the camera, and the source's name that it is of.
        take: how takes begin and end, what is heard of them, and what they are called.
        sound: which microphone is recorded.
        sessions_folder: where recordings go; "" is the default folder.
        engine, precision: how the network is run; "auto" for the fastest here.
        quality: which of the networks that ship, or "automatic" for the largest that keeps up.
        levels: which way is up of a camera, as three numbers, by its name.
        cameras: what is asked of a camera, as `CaptureOptions` writes it, by its name.
        theme: "dark", "light", or "system": what that asks for.
        language: of the windows, as `posecam.catalogue.LANGUAGES` calls it, or "system".
        character: file of the figure that stands for the mannequin; "" for that.
        streams: what is sent to other programs.
        readouts: angles that are read live.
        review: of the window of recordings.
    """

    source: str = ""
    mirror: bool = True
    mirror_videos: bool = False
    subject_height_cm: float = _estimated_cm("subject_height_mm")
    field_of_view_deg: float = _estimated("field_of_view_deg")
    smoothness: float = _estimated("smoothness")
    people: int = _estimated("people")
    calibration: Calibration | None = None
    calibrated_source: str = ""
    take: TakeSettings = field(default_factory=TakeSettings)
    sound: SoundSettings = SoundSettings()
    sessions_folder: str = ""
    engine: str = "auto"
    precision: str = "auto"
    quality: str = AUTOMATIC
    levels: Mapping[str, str] = field(default_factory=dict)
    cameras: Mapping[str, str] = field(default_factory=dict)
    theme: str = "system"
    language: str = "system"
    character: str = ""
    streams: StreamSettings = StreamSettings()
    window: WindowPlace = WindowPlace()
    view: ViewPlace = ViewPlace()
    readouts: ReadoutSettings = ReadoutSettings()
    review: ReviewSettings = ReviewSettings()

    def estimator_options(self, source: str = "") -> EstimatorOptions:
        """What the estimator takes while this source, by its name, is open."""
        return EstimatorOptions(
            subject_height_mm=self.subject_height_cm * 10,
            field_of_view_deg=self.field_of_view_deg,
            smoothness=self.smoothness,
            people=self.people,
            calibration=self.calibration if source == self.calibrated_source else None,
            remembered_up=up_of(self.levels.get(source, "")),
        )

    def capture_options(self, camera: str) -> CaptureOptions:
        """What to ask of a camera of this name."""
        try:
            return CaptureOptions.parse(self.cameras.get(camera, ""))
        except SourceError as error:
            LOG.warning("%s", error)
            return CaptureOptions()

    def sessions_path(self, environ: Mapping[str, str] = os.environ) -> Path:
        """The folder that session folders are made in.

        Raises:
            SettingsError: it cannot be a folder's name, or is that of an unknown user.
        """
        chosen = environ.get(SESSIONS_VARIABLE) or self.sessions_folder
        if chosen:
            with suppress(RuntimeError):
                if "\0" not in chosen:
                    return Path(chosen).expanduser()
            raise SettingsError(
                f"The folder of recordings {chosen!r} cannot be: there is no such user or name."
            )
        import platformdirs

        return platformdirs.user_documents_path() / "posecam"


def settings_path() -> Path:
    """The file in the platform's own configuration folder."""
    import platformdirs

    return platformdirs.user_config_path("posecam", appauthor=False) / "settings.toml"


def load(path: Path) -> tuple[Settings, str]:
    """Read settings and a warning, "" where there is nothing to warn of.

    Unknown keys are ignored, values of a wrong type are left at their default, numbers out of
    range are clamped. A file that cannot be understood is kept beside as `.bak` and the defaults
    are used. What killed programs have left beside it is removed.
    """
    sweep(path.parent, _FORMER)
    try:
        table = read_table(path)
    except FileNotFoundError:
        return Settings(), ""
    except (ValueError, RecursionError, OSError) as error:
        kept = keep_aside(path, path.replace)
        return Settings(), (
            f"The settings file could not be understood ({why(error)}), so the defaults are used; "
            f"it was kept as {kept}."
        )
    settings = _fill(Settings(), table)
    try:
        settings.sessions_path({})
    except SettingsError as error:
        kept = keep_aside(path, partial(shutil.copy2, path))
        return replace(settings, sessions_folder=""), (
            f"{error} The usual folder is used; the settings were kept as {kept}."
        )
    return settings, ""


def save(settings: Settings, path: Path, since: Settings | None = None) -> None:
    """Write settings so that a reader sees the old file or the new one, never half a file.

    What is secret in an address is left out: opened again it asks for it.

    Args:
        since: as they were when the file was last read or written. Only what is different now is
            written into it; the rest stays as another window may have left it meanwhile.

    Raises:
        SettingsError: the folder cannot be written.
    """
    import tomli_w

    try:
        private_folder(path.parent)
        with alone_in(path.parent, _PATIENCE_S):
            if since is not None and path.exists():
                there, unreadable = load(path)
                settings = settings if unreadable else _merged(there, settings, since)
            settings = replace(settings, source=forget_password(settings.source))
            text = tomli_w.dumps(_table(settings))
            with atomic_write(path) as part:
                part.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"The settings could not be saved to {path}: {error.strerror}."
        ) from error


def _merged(there: Any, mine: Any, since: Any) -> Any:
    """What is there, with what is different in mine than it was."""
    if mine == since:
        return there
    if is_dataclass(mine) and not isinstance(mine, Calibration | type):
        values = {
            f.name: _merged(*(getattr(one, f.name) for one in (there, mine, since)))
            for f in fields(mine)
        }
        return replace(mine, **values)
    if isinstance(mine, Mapping):
        changed = {k: v for k, v in mine.items() if since.get(k) != v}
        return {k: v for k, v in there.items() if k in mine or k not in since} | changed
    return mine


def _table(value: Any) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for f in fields(value):
        item = getattr(value, f.name)
        if isinstance(item, Calibration):
            table[f.name] = item.table()
        elif is_dataclass(item):
            table[f.name] = _table(item)
        elif isinstance(item, Mapping):
            table[f.name] = {k: v for k, v in item.items() if encodes(k) and encodes(v)}
        elif isinstance(item, tuple):
            table[f.name] = [v for v in item if encodes(v)]
        elif item is not None and encodes(item):  # TOML has no word for nothing
            table[f.name] = item
    return table


def _fill(defaults: _T, table: Mapping[str, Any]) -> _T:
    """The defaults with every usable value of the table put in."""
    found: dict[str, Any] = {}
    for f in fields(defaults):  # type: ignore[arg-type]  # _T is a dataclass
        if f.name not in table:
            continue
        value = _usable(f, getattr(defaults, f.name), table[f.name])
        if value is not None:
            found[f.name] = value
        else:
            LOG.warning(
                "setting %s: %r is of the wrong type and was left out", f.name, table[f.name]
            )
    return replace(defaults, **found)  # type: ignore[type-var]  # the same


def _usable(f: Field[Any], old: Any, new: Any) -> Any:
    """What a value from a file is taken for in a field; None where it is of no use."""
    if f.name == "calibration":
        return Calibration.from_table(new) if isinstance(new, dict) else None
    if isinstance(old, tuple):
        return tuple(v for v in new if isinstance(v, str)) if isinstance(new, list) else None
    if isinstance(old, Mapping):
        return (
            {k: v for k, v in new.items() if isinstance(v, str)} if isinstance(new, dict) else None
        )
    if is_dataclass(old):
        return _fill(old, new) if isinstance(new, dict) else None
    if isinstance(old, bool) or isinstance(new, bool) or isinstance(old, str):
        return new if type(old) is type(new) else None
    if isinstance(new, int) or (isinstance(new, float) and math.isfinite(new)):
        low, high = bounds_in(f)
        return type(old)(min(max(new, low), high))
    return None
