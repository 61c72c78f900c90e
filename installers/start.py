"""Where a frozen application begins: the command line, or the window where there is no terminal."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # the processes that it starts begin here too
    from posecam.cli import main

    sys.exit(main())
