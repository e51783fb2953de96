"""What a test suite imports: servers, the client of the control interface, awaited or not, C2 signatures for httpx.

Each name is imported when it is first asked for: who only talks to a server waits for no server's libraries, and the
pytest plugin, which every run of pytest loads, for nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mock_isales.testing.awaiting.control import AsyncControl
    from mock_isales.testing.awaiting.world import AsyncWorld
    from mock_isales.testing.blocking.control import Control
    from mock_isales.testing.blocking.world import World
    from mock_isales.testing.c2 import C2Auth
    from mock_isales.testing.embedded import AsyncMockIsales, MockIsales
    from mock_isales.testing.errors import BadArgument, CallsMissed, CannotStart, ControlError, NotYet, Unreachable
    from mock_isales.testing.in_process import InProcessIsales

__all__ = [
    "AsyncControl",
    "AsyncMockIsales",
    "AsyncWorld",
    "BadArgument",
    "C2Auth",
    "CallsMissed",
    "CannotStart",
    "Control",
    "ControlError",
    "InProcessIsales",
    "MockIsales",
    "NotYet",
    "Unreachable",
    "World",
]

_MODULES = {
    "AsyncControl": "awaiting.control",
    "AsyncMockIsales": "embedded",
    "AsyncWorld": "awaiting.world",
    "BadArgument": "errors",
    "C2Auth": "c2",
    "CallsMissed": "errors",
    "CannotStart": "errors",
    "Control": "blocking.control",
    "ControlError": "errors",
    "InProcessIsales": "in_process",
    "MockIsales": "embedded",
    "NotYet": "errors",
    "Unreachable": "errors",
    "World": "blocking.world",
}
"""Where each name is, in this package."""


def __getattr__(name: str) -> object:
    """A name that is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
