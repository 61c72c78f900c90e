"""Camera, estimator and recorder at once, without a window."""
