"""What a test suite imports: the client of the control interface, awaited or not, and C2 signatures for httpx."""

from mock_isales.testing.awaiting.control import AsyncControl
from mock_isales.testing.awaiting.world import AsyncWorld
from mock_isales.testing.blocking.control import Control
from mock_isales.testing.blocking.world import World
from mock_isales.testing.c2 import C2Auth
from mock_isales.testing.errors import CallsMissed, ControlError, NotYet, Unreachable

__all__ = [
    "AsyncControl",
    "AsyncWorld",
    "C2Auth",
    "CallsMissed",
    "Control",
    "ControlError",
    "NotYet",
    "Unreachable",
    "World",
]
