"""A small network over time: what an image network says, put right by the moments before."""
