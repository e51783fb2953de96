"""How `mock-isales serve` begins, however its flags were read."""

import gc
from collections.abc import Mapping
from typing import Any

from mock_isales.cli.signals import end_on_signals


def start(flags: Mapping[str, Any]) -> None:
    """Serve until a signal ends it. Signals are heard while the server is still imported."""
    end_on_signals()
    gc.disable()  # until the server is ready: what is imported stays, and looking through it takes a sixth of the start
    from mock_isales.cli import serving  # noqa: PLC0415

    serving.serve(flags)
