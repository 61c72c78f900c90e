"""The window with the camera."""
