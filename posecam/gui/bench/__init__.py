"""The windows, measured."""
