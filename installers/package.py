"""What people without Python install, made on the system that it is for.

    python installers/package.py [FOLDER]

Linux: a .deb, and an AppImage where its runtime is to be had. Windows: an installer where Inno
Setup is there, else the folder as a ZIP. macOS: the bundle as a ZIP. All of them hold PyQt6 and
libx264, so they are passed on under the GNU General Public License, version 3: see NOTICE.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import textwrap
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
LINUX: Final = ROOT / "installers" / "linux"
#: Set to a file to take the AppImage runtime from there instead of the internet.
RUNTIME_VARIABLE: Final = "POSECAM_APPIMAGE_RUNTIME"
_RUNTIME_URL: Final = (
    "https://github.com/AppImage/type2-runtime/releases/download/continuous/runtime-{machine}"
)
_PATIENCE_S: Final = 60
#: What Qt, OpenGL and sound want of the system; the rest lies in the package.
_DEPENDS: Final = (
    "libc6", "libegl1", "libgl1", "libopengl0", "libxcb-cursor0", "libxcb-icccm4",
    "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0",
    "libxcb-xinerama0", "libxcb-xkb1", "libxkbcommon-x11-0", "libxrandr2", "libfontconfig1",
    "libdbus-1-3", "libglib2.0-0 | libglib2.0-0t64", "libpulse0",
    "fonts-dejavu-core | fonts-freefont-ttf",
)  # fmt: skip  # as a paragraph


def freeze(build: Path) -> Path:
    """The application as PyInstaller makes it: a folder, on macOS a bundle."""
    _run(sys.executable, str(ROOT / "installers" / "icons.py"), str(ROOT / "build" / "icons"))
    application = build / "application"
    _run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(application), "--workpath", str(build / "pyinstaller"),
        str(ROOT / "installers" / "posecam.spec"),
    )  # fmt: skip  # an option and its value
    return application / ("posecam.app" if sys.platform == "darwin" else "posecam")


def version() -> str:
    """Of this checkout."""
    sys.path.insert(0, str(ROOT))
    from posecam import __version__

    return __version__


def deb(application: Path, build: Path, out: Path) -> Path:
    """A Debian package that installs the application to /opt/posecam."""
    tree = build / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    for path in ("DEBIAN", "opt", "usr/bin", "usr/share/doc/posecam"):
        (tree / path).mkdir(parents=True)
    shutil.copytree(application, tree / "opt" / "posecam", symlinks=True)
    (tree / "usr/bin/posecam").symlink_to("../../opt/posecam/posecam")
    _share(tree)
    (tree / "usr/share/doc/posecam/copyright").write_text(_copyright(), encoding="utf-8")
    machine = _said("dpkg", "--print-architecture")
    size = sum(p.lstat().st_size for p in tree.rglob("*") if not p.is_dir()) // 1024
    control = f"""\
        Package: posecam
        Version: {version()}
        Architecture: {machine}
        Maintainer: The posecam authors <posecam@localhost>
        Installed-Size: {size}
        Depends: {", ".join(_DEPENDS)}
        Recommends: fonts-noto-cjk | fonts-droid-fallback
        Section: video
        Priority: optional
        Description: live 3D motion capture from one ordinary webcam
         A 2D skeleton on the video, a 3D figure beside it, recordings that survive a
         crash, and exports for Blender, OpenSim and others. Nothing leaves the computer.
        """
    (tree / "DEBIAN/control").write_text(textwrap.dedent(control), encoding="utf-8")
    made = out / f"posecam_{version()}_{machine}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(tree), str(made))
    return made


def app_dir(application: Path, build: Path) -> Path:
    """The folder that an AppImage holds; its AppRun can be started as it is."""
    tree = build / "posecam.AppDir"
    shutil.rmtree(tree, ignore_errors=True)
    (tree / "usr").mkdir(parents=True)
    shutil.copytree(application, tree / "usr" / "posecam", symlinks=True)
    _share(tree)
    shutil.copy(LINUX / "posecam.desktop", tree)
    shutil.copy(LINUX / "posecam.svg", tree)
    (tree / ".DirIcon").symlink_to("posecam.svg")
    (tree / "AppRun").write_text(
        '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/usr/posecam/posecam" "$@"\n',
        encoding="utf-8",
    )
    (tree / "AppRun").chmod(0o755)
    return tree


def app_image(tree: Path, build: Path, out: Path) -> Path | None:
    """The AppImage: its runtime, and the folder behind it; None where there is no runtime."""
    runtime = _runtime(build)
    if runtime is None:
        return None
    image = build / "posecam.squashfs"
    image.unlink(missing_ok=True)
    _run("mksquashfs", str(tree), str(image), "-root-owned", "-noappend", "-quiet", "-comp", "zstd")
    made = out / f"posecam-{version()}-{platform.machine()}.AppImage"
    with made.open("wb") as file:
        for part in (runtime, image):
            with part.open("rb") as content:
                shutil.copyfileobj(content, file)
    made.chmod(0o755)
    return made


def _runtime(build: Path) -> Path | None:
    given = os.environ.get(RUNTIME_VARIABLE)
    if given:
        return Path(given)
    path = build / "appimage-runtime"
    address = _RUNTIME_URL.format(machine=platform.machine())
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE_S) as answer:
            content = answer.read()
    except (urllib.error.URLError, OSError) as error:
        print(f"No AppImage: its runtime could not be fetched from {address} ({error}).")
        return None
    if content[:4] != b"\x7fELF" or content[8:11] != b"AI\x02":
        print(f"No AppImage: what {address} gives is no runtime.")
        return None
    print(f"AppImage runtime, sha256 {hashlib.sha256(content).hexdigest()}")
    path.write_bytes(content)
    return path


def _share(tree: Path) -> None:
    """Desktop entry and icon, where desktops look for them."""
    for file, folder in (
        ("posecam.desktop", "usr/share/applications"),
        ("posecam.svg", "usr/share/icons/hicolor/scalable/apps"),
    ):
        (tree / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(LINUX / file, tree / folder)


def _copyright() -> str:
    return (
        "posecam is under the Apache License, Version 2.0. This package holds it together with\n"
        "PyQt6 and libx264, and is therefore passed on as a whole under the GNU General Public\n"
        "License, version 3, /usr/share/common-licenses/GPL-3. Sources of the parts: the page\n"
        "of the project, and https://pypi.org for the packages under the versions in\n"
        "/opt/posecam/_internal/*.dist-info.\n\n" + (ROOT / "NOTICE").read_text(encoding="utf-8")
    )


def windows(application: Path, out: Path) -> Path:
    """The installer, or a ZIP where Inno Setup is not there."""
    compiler = shutil.which("iscc") or shutil.which(
        "ISCC.exe", path=r"C:\Program Files (x86)\Inno Setup 6"
    )
    if compiler is None:
        return _zipped(application, out, "windows")
    script = ROOT / "installers" / "windows" / "posecam.iss"
    _run(compiler, f"/DVersion={version()}", f"/O{out}", str(script))
    return out / f"posecam-{version()}-windows.exe"


def _zipped(application: Path, out: Path, system: str) -> Path:
    name = out / f"posecam-{version()}-{system}"
    return Path(shutil.make_archive(str(name), "zip", application.parent, application.name))


def _run(*command: str) -> None:
    print(" ".join(Path(word).name if os.sep in word else word for word in command), flush=True)
    subprocess.run(command, check=True, cwd=ROOT)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> int:
    """The exit code."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve()
    out.mkdir(parents=True, exist_ok=True)
    build = ROOT / "build"
    application = freeze(build)
    made: list[Path | None]
    if sys.platform == "win32":
        made = [windows(application, out)]
    elif sys.platform == "darwin":
        made = [_zipped(application, out, f"macos-{platform.machine()}")]
    else:
        made = [deb(application, build, out), app_image(app_dir(application, build), build, out)]
    for path in filter(None, made):
        print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
