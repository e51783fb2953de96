"""What Ctrl-C and SIGTERM do while the server is still starting."""

import signal
import sys


def end_on_signals() -> None:
    """End the process cleanly at a signal. Once it accepts calls, the server does so itself."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: sys.exit(0))
