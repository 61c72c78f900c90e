"""People rendered while a network trains; they go through memory and never lie on disk."""
