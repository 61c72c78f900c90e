"""posecam: live 3D motion capture from one ordinary webcam."""

__version__ = "0.1.0"
