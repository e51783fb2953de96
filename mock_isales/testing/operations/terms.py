"""Operations on a world's settings and readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.changes import Value
from mock_isales.testing.sent import M, Sent, a, body_of, of_world


@dataclass(frozen=True, slots=True)
class Terms(Generic[M]):
    """The settings, or the readings.

    Attributes:
        name: What they are called.
        form: What they are.
    """

    name: str
    form: type[M]

    def get(self, world: str) -> Sent[M]:
        """What they are now, whole."""
        return Sent("GET", of_world(world, self.name), a(self.form))

    def change(self, world: str, said: Mapping[str, Value]) -> Sent[M]:
        """Say some of them; None takes back what was said since the world began."""
        return Sent("PATCH", of_world(world, self.name), a(self.form), body_of(said))


SETTINGS = Terms("settings", ServiceSettings)
READINGS = Terms("readings", Readings)
