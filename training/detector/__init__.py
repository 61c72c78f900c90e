"""The person detector: finds where to look, so that the pose network looks nowhere else."""
