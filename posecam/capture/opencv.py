"""OpenCV, imported the way that cameras need it: its settings are read at import."""

from __future__ import annotations

import os

# Otherwise every camera that is not there prints three lines of warnings and exceptions.
os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
# Seconds until a V4L2 read gives up on a camera that went silent (10 by default).
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2")
# Media Foundation takes up to a minute to open a camera with its hardware transforms on.
os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
# macOS allows asking for the camera on the main thread only; cameras are opened on another.
os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")

import cv2

# Where something else imported OpenCV first, the variable above came too late.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

__all__ = ["cv2"]
