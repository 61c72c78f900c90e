"""What continuous integration and people without make run, on any system: `nox -s SESSION`.

On Linux `make` has the same in the environment that one develops in. What follows -- goes on to the
program: `nox -s run -- clip.mp4`.
"""

from __future__ import annotations

import os
import sys

import nox

nox.options.sessions = ["lint", "tests"]
nox.options.default_venv_backend = "venv"
nox.options.error_on_external_run = False

PYTHONS = ["3.11", "3.12", "3.13"]
_ALL = ".[training,onnxruntime,tensorrt,cluster,dev]"
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")


def _screen() -> tuple[str, ...]:
    """What goes before a command that opens windows: a virtual screen where Linux has none."""
    has_one = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return _SCREEN if sys.platform.startswith("linux") and not has_one else ()


@nox.session
def run(session: nox.Session) -> None:
    """The window."""
    session.install("-e", ".")
    session.run(*_screen(), "python", "-m", "posecam", *session.posargs)


@nox.session(name="format")
def formatted(session: nox.Session) -> None:
    """Write the code as `lint` wants it."""
    session.install("-e", _ALL)
    session.run("python", "-m", "ruff", "check", "--fix", ".")
    session.run("python", "-m", "ruff", "format", ".")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, and who may import whom."""
    session.install("-e", _ALL)
    session.run("python", "-m", "ruff", "check", ".")
    session.run("python", "-m", "ruff", "format", "--check", ".")
    session.run("python", "-m", "mypy")
    session.run("lint-imports", "--no-logo")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests; what follows -- goes to pytest."""
    session.install("-e", _ALL)
    # The tests write and read what they compare; what the application itself does is untouched.
    session.run(*_screen(), "python", "-m", "pytest", *session.posargs, env={"PYTHONUTF8": "1"})


@nox.session
def docs(session: nox.Session) -> None:
    """The site, without a warning, and whether its links, commands and code are right."""
    session.install("-e", ".[docs]")
    session.run("python", "-m", "mkdocs", "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})
    session.run("python", "-m", "docs.tooling.check")


@nox.session
def translations(session: nox.Session) -> None:
    """The windows' texts into resources/i18n, and what languages lack."""
    session.install("-e", ".")
    session.run("python", "-m", "docs.tooling.translations")


@nox.session
def pictures(session: nox.Session) -> None:
    """Those of README and guide, by the program itself."""
    session.install("-e", ".")
    session.run(*_screen(), "python", "-m", "docs.tooling.pictures")


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel, installed into an empty environment and used there."""
    session.run("python", "installers/check_wheel.py", "build/wheel")


@nox.session
def packages(session: nox.Session) -> None:
    """What this system's people install: .deb and AppImage, an application folder or bundle."""
    session.install("-e", ".", "pyinstaller==6.*")
    session.run("python", "installers/package.py", "dist")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Damaged recordings, settings and command lines; e.g. -- --minutes 60."""
    session.install("-e", ".[onnxruntime,dev]")
    session.run(*_screen(), "python", "-m", "tests.fuzz", *(session.posargs or ("--minutes", "5")))


@nox.session
def release(session: nox.Session) -> None:
    """Whether everything is ready for a release."""
    session.run("python", "installers/check_release.py")
