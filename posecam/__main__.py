"""`python -m posecam` is the same as `posecam`."""

from __future__ import annotations

import sys

from posecam.cli import main

if __name__ == "__main__":
    sys.exit(main())
