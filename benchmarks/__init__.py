"""posecam beside others, on the same clip, the same images and the same machine."""
