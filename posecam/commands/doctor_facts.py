"""What there is on this machine that posecam depends on; nothing that tells who it belongs to."""

from __future__ import annotations

import getpass
import importlib
import os
import platform
import re
import shutil
import socket
import sys
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from posecam import __version__

#: Sets of instructions that decide which arithmetic is fast.
_FEATURES: Final = (
    "avx", "avx2", "fma", "avx_vnni", "avx512f", "avx512_vnni", "avx512_bf16", "avx512_fp16",
    "amx_tile", "amx_bf16", "amx_int8", "asimd", "asimddp", "bf16", "i8mm", "sve",
)  # fmt: skip  # a row a maker
#: Imported, as the window does it.
_NEEDED: Final = ("numpy", "cv2", "av", "orjson")
#: Names that tell of no one.
_ANYBODY: Final = frozenset({"root", "user", "admin", "localhost", "home"})
_SHORTEST_NAME: Final = 3
_GIGA: Final = 1e9

Facts = dict[str, Any]


def gather() -> Facts:
    """Everything, by section; a section that fails says so and holds up no other.

    Returns:
        The sections, as JSON takes them; besides `missing`, sentences on what the live window needs
        and does not find, and `notes`, on what works less well for it.
    """
    sections: Mapping[str, Callable[[], Facts]] = {
        "posecam": _posecam,
        "system": _system,
        "packages": _packages,
        "processor": _processor,
        "network": _network,
        "engines": _engines,
        "cameras": _cameras,
        "display": _display,
        "disk": _disk,
        "settings": _settings,
    }
    facts: Facts = {}
    missing: list[str] = []
    notes: list[str] = []
    for name, section in sections.items():
        try:
            found = section()
        except Exception as error:  # noqa: BLE001 - a doctor that dies of a finding tells nothing
            found = {"problem": f"{type(error).__name__}: {error}"}
            notes.append(f"Nothing could be found out about {name} ({found['problem']}).")
        missing += found.pop("missing", [])
        notes += found.pop("notes", [])
        facts[name] = found
    told: Facts = _private({**facts, "missing": missing, "notes": notes})
    return told


def _posecam() -> Facts:
    root = Path(__file__).resolve().parents[2]
    if getattr(sys, "frozen", False):
        how = "application"
    elif (root / "pyproject.toml").is_file():
        how = "checkout"
    else:
        how = "package"
    return {"version": __version__, "installed": how}


def _system() -> Facts:
    name = platform.platform()
    if sys.platform.startswith("linux"):
        try:
            name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
        except (OSError, KeyError):
            name = platform.platform()
    return {
        "name": name,
        "machine": platform.machine(),
        "python": platform.python_version(),
        "container": Path("/.dockerenv").exists() or bool(os.environ.get("FLATPAK_ID")),
    }


def _packages() -> Facts:
    try:
        wanted = metadata.requires("posecam") or []
    except metadata.PackageNotFoundError:
        wanted = []
    versions: dict[str, str] = {}
    for line in wanted:
        match = re.match(r"[\w.-]+", line)
        if match and not re.search(r"""extra == ['"](dev|docs)['"]""", line):
            try:
                versions[match[0]] = metadata.version(match[0])
            except metadata.PackageNotFoundError:
                continue
    missing = []
    for module in _NEEDED:
        try:
            importlib.import_module(module)
        except ImportError as error:
            missing.append(f"{module} cannot be imported ({error}): install posecam again.")
    import engines

    if Path(engines.__file__ or "").resolve().parents[1] != Path(__file__).resolve().parents[2]:
        missing.append(
            "Another package called engines hides the one of posecam: install posecam in an "
            "environment of its own, as pipx does."
        )
    notes = []
    if _installed("opencv-python") and _installed("opencv-python-headless"):
        notes.append(
            "opencv-python is installed beside opencv-python-headless and brings a second Qt: "
            "remove it with pip uninstall opencv-python, then install posecam again."
        )
    return {"versions": dict(sorted(versions.items())), "missing": missing, "notes": notes}


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _processor() -> Facts:
    from engines import processor

    features = processor.features()
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    limits = ("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
    return {
        "name": processor.name(),
        "cores": os.cpu_count(),
        "usable_cores": usable,
        "memory_gb": _memory_gb(),
        "features": [name for name in _FEATURES if name in features],
        "held_to": next((os.environ[name] for name in limits if os.environ.get(name)), ""),
    }


def _memory_gb() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIGA, 1)
    except (AttributeError, ValueError, OSError):  # Windows
        return None


def _network() -> Facts:
    from engines.engine import EngineError
    from engines.network_file import read_network
    from posecam.contract import shipped_network
    from posecam.errors import NetworkError

    try:
        path = shipped_network()
        said = read_network(path).metadata
    except (NetworkError, EngineError) as error:
        return {"missing": [str(error)]}
    return {"file": path.name, **{key: said.get(key, "") for key in ("contract", "input_size")}}


def _engines() -> Facts:
    from engines.backends import available
    from engines.driver import driver_is_there

    rows = []
    for status in available():
        row = {
            "name": status.name,
            "version": status.version,
            "devices": list(status.devices),
            "precisions": list(status.precisions),
            "why_not": status.reason or "",
        }
        rows.append(row)
    usable = [row for row in rows if not row["why_not"]]
    missing = [] if usable else ["Nothing here runs networks: install openvino with pip."]
    refused = [_load(row) for row in usable]
    if usable and all(refused):
        missing.append(refused[0])
    notes = []
    if driver_is_there() and any(row["name"] == "tensorrt" and row["why_not"] for row in rows):
        notes.append(
            "There is an NVIDIA driver and TensorRT cannot be used: see why under engines."
        )
    return {
        "backends": rows,
        "nvidia_driver": driver_is_there(),
        "missing": missing,
        "notes": notes,
    }


def _load(row: Facts) -> str:
    """Load the network that ships, the plain way; a sentence where that fails, noted in the row."""
    from posecam.contract import load_network
    from posecam.errors import NetworkError

    try:
        load_network(backend=row["name"], precision="fp32").close()
    except NetworkError as error:
        row["why_not"] = str(error)
    return str(row["why_not"])


def _cameras() -> Facts:
    from posecam.capture.devices import list_cameras, node_of
    from posecam.capture.macos_permission import obstacle

    cameras = list_cameras()
    notes = [sentence] if (sentence := obstacle()) else []
    for camera in cameras:
        node = node_of(camera.index)
        if sys.platform.startswith("linux") and node.exists() and not os.access(node, os.R_OK):
            notes.append(
                f"You may not open {node}: add yourself to its group with "
                "sudo usermod -aG video $USER, and log in again."
            )
    if not cameras:
        notes.append("No camera was found, so the window shows the demo clip.")
    return {"found": [{"opens_by": c.spec, "name": c.name} for c in cameras], "notes": notes}


def _display() -> Facts:
    from posecam.gui.shared import screens

    display = screens.look()
    facts = screens.table(display)
    facts["missing"] = [display.problem] if display.problem else []
    facts["notes"] = []
    if not display.problem and not display.opengl:
        facts["notes"].append("OpenGL 2.1 does not work here, so there is no 3D view.")
    elif display.software:
        facts["notes"].append(
            "The processor draws the 3D view: a driver for the graphics card would free it."
        )
    return facts


def _disk() -> Facts:
    from posecam import settings
    from posecam.session.room import STOP_BYTES, WARN_BYTES

    folder = settings.Settings().sessions_path()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    notes = []
    if free < WARN_BYTES:
        ends = "recording is refused" if free < STOP_BYTES else "recordings will soon stop"
        notes.append(f"{free / 1e6:.0f} MB are free where recordings go: {ends}.")
    if not os.access(folder, os.W_OK):
        notes.append("Nothing may be written where recordings go: choose a folder in the settings.")
    return {"free_gb": round(free / _GIGA, 1), "notes": notes}


def _settings() -> Facts:
    from posecam import settings
    from posecam.toml_file import read_table, why

    try:
        table = read_table(settings.settings_path())
    except FileNotFoundError:
        return {"state": "none yet"}
    except (ValueError, RecursionError, OSError) as error:
        reason = why(error)
        return {
            "state": "cannot be understood",
            "notes": [f"The settings file cannot be understood ({reason}); it will be kept aside."],
        }
    defaults = settings.Settings()
    known = [name for name in table if hasattr(defaults, name)]
    engine = {
        name: value
        for name in ("engine", "precision")
        if isinstance(value := table.get(name), str) and re.fullmatch(r"[\w-]{1,20}", value)
    }
    return {"state": "read", "keys": len(known), "unknown": len(table) - len(known), **engine}


def _private(value: Any) -> Any:
    """The facts without the home folder, the person's name and the machine's."""
    if isinstance(value, str):
        return hide(value, *_identity())
    if isinstance(value, Mapping):
        return {key: _private(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_private(entry) for entry in value]
    return value


def hide(text: str, homes: tuple[str, ...], names: tuple[str, ...]) -> str:
    """A text with "~" for each home folder and "NAME" for each name that stands in it as a word."""
    for home in homes:
        text = text.replace(home, "~")
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "NAME", text, flags=re.IGNORECASE)
    return text


def _identity() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(home folders, names) that no report may hold."""
    homes, names = set(), set()
    try:
        home = Path.home()
        homes = {str(home), home.as_posix(), os.path.realpath(home)} - {"/", ""}
        names.add(home.name)
    except RuntimeError:
        homes = set()
    try:
        names.add(getpass.getuser())
    except (OSError, KeyError, ImportError):
        names.discard("")
    names.add(socket.gethostname())
    names.add(socket.gethostname().split(".")[0])
    kept = {n for n in names if len(n) >= _SHORTEST_NAME and n.lower() not in _ANYBODY}
    return tuple(sorted(homes, key=len, reverse=True)), tuple(sorted(kept, key=len, reverse=True))
