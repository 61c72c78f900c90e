"""Images of posed, clothed, lit people whose joints are known exactly in 2D and 3D."""
