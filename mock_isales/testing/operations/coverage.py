"""Operations on what of the contract was covered."""

from mock_isales.engine.coverage.views import CoverageView
from mock_isales.testing.sent import Sent, a, nothing, of_world, path


def whole() -> Sent[CoverageView]:
    """What all worlds have covered."""
    return Sent("GET", path("coverage"), a(CoverageView))


def clear() -> Sent[None]:
    """Forget it, and that of all worlds."""
    return Sent("DELETE", path("coverage"), nothing)


def of(world: str) -> Sent[CoverageView]:
    """What a world has covered."""
    return Sent("GET", of_world(world, "coverage"), a(CoverageView))
