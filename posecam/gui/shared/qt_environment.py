"""Sets the environment that Qt and OpenGL read once, at import. Imported before either of them.

What it works round:

* OpenCV wheels with a window system set QT_QPA_PLATFORM_PLUGIN_PATH to their own Qt 5 plugins,
  which breaks PyQt6 (opencv-python#736). posecam needs the headless wheel, but the other one may
  be installed beside it.
* PyOpenGL picks GLX or EGL when it is imported and must agree with Qt (pyqtgraph#1661). On Wayland
  Qt uses EGL; with NVIDIA's own driver that path gives an OpenGL ES context or none
  (pyqtgraph#3093, napari#8808), so X11 is used there if there is an X server.
* pyqtgraph takes the first Qt binding that it finds, which need not be ours.
* PulseAudio drops sound that Qt has not fetched within some hundredths of a second, as where the
  processor is busy; with a latency asked for in the environment it keeps seconds of it.
* macOS: only the main thread may ask for the camera, and OpenCV opens it in another one. OpenCV is
  told to skip asking; the system then asks in the name of the terminal when the camera opens.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

#: Not to be heard as a delay.
PULSE_LATENCY_MS = "50"
NVIDIA_DRIVER = Path("/proc/driver/nvidia/version")


def prepare(
    environ: MutableMapping[str, str] = os.environ,
    platform: str = sys.platform,
    nvidia: bool | None = None,
) -> None:
    """Change the environment in place. What a person has set on purpose is left as it is.

    Args:
        environ: the environment to change.
        platform: as `sys.platform`.
        nvidia: whether NVIDIA's own driver runs; None looks.
    """
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if "cv2" in Path(environ.get(name, "")).parts:
            del environ[name]
    environ.setdefault("PYQTGRAPH_QT_LIB", "PyQt6")
    if platform == "darwin":
        environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    if not platform.startswith("linux"):
        return
    environ.setdefault("PULSE_LATENCY_MSEC", PULSE_LATENCY_MS)
    chosen = environ.get("QT_QPA_PLATFORM", "")
    wayland = chosen.startswith("wayland") or (not chosen and "WAYLAND_DISPLAY" in environ)
    if not wayland:
        return
    if nvidia is None:
        nvidia = NVIDIA_DRIVER.exists()
    if nvidia and not chosen and environ.get("DISPLAY"):
        environ["QT_QPA_PLATFORM"] = "xcb"
        environ.setdefault("PYOPENGL_PLATFORM", "glx")
    else:
        environ.setdefault("PYOPENGL_PLATFORM", "egl")


def missing_screen(
    environ: MutableMapping[str, str] = os.environ, platform: str = sys.platform
) -> str:
    """A sentence where there is no screen to open a window on, else "".

    Qt would end the process instead of saying so.
    """
    if not platform.startswith("linux") or environ.get("QT_QPA_PLATFORM"):
        return ""
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return ""
    return (
        "There is no screen to open the window on (DISPLAY and WAYLAND_DISPLAY are not set); "
        "without one, start it as `xvfb-run -a posecam run`, or use `posecam process`."
    )
