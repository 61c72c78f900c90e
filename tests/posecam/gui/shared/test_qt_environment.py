from __future__ import annotations

from posecam.gui.shared import qt_environment


def prepared(platform: str = "linux", nvidia: bool = False, **environ: str) -> dict[str, str]:
    qt_environment.prepare(environ, platform, nvidia)
    return environ


def test_opencvs_own_qt_plugins_are_forgotten_and_a_persons_are_kept() -> None:
    path = "/venv/lib/python3.11/site-packages/cv2/qt/plugins"
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in prepared(QT_QPA_PLATFORM_PLUGIN_PATH=path)
    assert "QT_QPA_FONTDIR" not in prepared(QT_QPA_FONTDIR="/x/cv2/qt/fonts")
    mine = prepared(QT_QPA_PLATFORM_PLUGIN_PATH="/opt/qt6/plugins")
    assert mine["QT_QPA_PLATFORM_PLUGIN_PATH"] == "/opt/qt6/plugins"


def test_pyqtgraph_is_told_which_binding() -> None:
    assert prepared()["PYQTGRAPH_QT_LIB"] == "PyQt6"


def test_x11_is_left_alone() -> None:
    environ = prepared(DISPLAY=":0")
    assert "QT_QPA_PLATFORM" not in environ
    assert "PYOPENGL_PLATFORM" not in environ


def test_wayland_uses_egl_for_both() -> None:
    environ = prepared(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0")
    assert "QT_QPA_PLATFORM" not in environ
    assert environ["PYOPENGL_PLATFORM"] == "egl"


def test_wayland_with_nvidia_goes_over_x11() -> None:
    environ = prepared(nvidia=True, WAYLAND_DISPLAY="wayland-0", DISPLAY=":0")
    assert environ["QT_QPA_PLATFORM"] == "xcb"
    assert environ["PYOPENGL_PLATFORM"] == "glx"


def test_what_a_person_chose_is_kept() -> None:
    environ = prepared(
        nvidia=True, WAYLAND_DISPLAY="wayland-0", DISPLAY=":0", QT_QPA_PLATFORM="wayland"
    )
    assert environ["QT_QPA_PLATFORM"] == "wayland"
    assert environ["PYOPENGL_PLATFORM"] == "egl"


def test_on_a_mac_opencv_does_not_ask_for_the_camera_itself() -> None:
    assert prepared("darwin")["OPENCV_AVFOUNDATION_SKIP_AUTH"] == "1"
    assert "OPENCV_AVFOUNDATION_SKIP_AUTH" not in prepared()


def test_no_screen_is_a_sentence() -> None:
    assert "xvfb-run" in qt_environment.missing_screen({}, "linux")
    assert qt_environment.missing_screen({"DISPLAY": ":0"}, "linux") == ""
    assert qt_environment.missing_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    assert qt_environment.missing_screen({}, "darwin") == ""
