"""What a world holds: its clock, campaigns, records, blocklists, settings and readings."""

from collections.abc import Iterable
from typing import Generic, Unpack

from mock_isales.control.forms.campaigns import Completed, RecordList
from mock_isales.control.forms.counts import RecordCounts
from mock_isales.engine.changes import Value
from mock_isales.engine.forms import Instant
from mock_isales.engine.views.campaigns import CampaignView
from mock_isales.engine.views.clocks import ClockSetting, ClockView
from mock_isales.testing.awaiting.connection import AsyncConnection
from mock_isales.testing.operations import blocklist, campaigns, clock
from mock_isales.testing.operations.terms import Terms
from mock_isales.testing.said import CampaignSaid, RecordFilters
from mock_isales.testing.sent import M


class AsyncClock:
    """A world's clock. Each operation tells what it shows then."""

    def __init__(self, connection: AsyncConnection, world: str) -> None:
        self._connection = connection
        self._world = world

    async def get(self) -> ClockView:
        """What it shows."""
        return await self._connection.send(clock.get(self._world))

    async def set(self, setting: ClockSetting) -> ClockView:
        """Make it go as a setting says."""
        return await self._connection.send(clock.put(self._world, setting))

    async def real(self) -> ClockView:
        """Make it go as the host's."""
        return await self._connection.send(clock.real(self._world))

    async def offset(self, seconds: float) -> ClockView:
        """Make it go as fast as the host's, so many seconds ahead of it; behind, if less than 0."""
        return await self._connection.send(clock.offset(self._world, seconds))

    async def freeze(self, now: Instant | None = None) -> ClockView:
        """Make it stand still, at that time or where it is."""
        return await self._connection.send(clock.freeze(self._world, now))

    async def manual(self, step: float, now: Instant | None = None) -> ClockView:
        """Make it stand still but for a step of so many seconds after each call of a documented interface."""
        return await self._connection.send(clock.manual(self._world, step, now))

    async def advance(self, seconds: float) -> ClockView:
        """Move it on, in every mode; back, if less than 0."""
        return await self._connection.send(clock.advance(self._world, seconds))


class AsyncCampaigns:
    """The campaigns of a world."""

    def __init__(self, connection: AsyncConnection, world: str) -> None:
        self._connection = connection
        self._world = world

    async def list(self, vdn: int | None = None) -> list[CampaignView]:
        """All of them, or those of a VDN."""
        return await self._connection.send(campaigns.every(self._world, vdn))


class AsyncCampaign:
    """A campaign of a world."""

    def __init__(self, connection: AsyncConnection, world: str, vdn: int, campaign: int) -> None:
        self._connection = connection
        self._place = (world, vdn, campaign)

    async def get(self) -> CampaignView:
        """What it is."""
        return await self._connection.send(campaigns.get(*self._place))

    async def put(self, /, **said: Unpack[CampaignSaid]) -> CampaignView:
        """Make it, or replace it; what is not said is as in a seed."""
        return await self._connection.send(campaigns.put(*self._place, said))

    async def change(self, /, **said: Unpack[CampaignSaid]) -> CampaignView:
        """Change what is said; the rest stays."""
        return await self._connection.send(campaigns.change(*self._place, said))

    async def remove(self) -> None:
        """Remove it, with its records."""
        await self._connection.send(campaigns.remove(*self._place))

    async def records(self, /, *, offset: int = 0, limit: int = 100, **wanted: Unpack[RecordFilters]) -> RecordList:
        """Some of its records, in the order they were added; at most 1000 at a time."""
        return await self._connection.send(campaigns.records(*self._place, wanted, offset, limit))

    async def counts(self) -> RecordCounts:
        """How many records it has of each state and priority, and how they came."""
        return await self._connection.send(campaigns.counts(*self._place))

    async def complete(self, count: int) -> Completed:
        """Complete so many of its records, in the order in which they are dialled: that frees room under the cap."""
        return await self._connection.send(campaigns.complete(*self._place, count))


class AsyncBlocklist:
    """The blocklist of a VDN. Each operation tells the numbers that are on it then, ascending."""

    def __init__(self, connection: AsyncConnection, world: str, vdn: int) -> None:
        self._connection = connection
        self._place = (world, vdn)

    async def get(self) -> list[str]:
        """The numbers on it."""
        return await self._connection.send(blocklist.get(*self._place))

    async def put(self, numbers: Iterable[str]) -> list[str]:
        """Put these on it, and nothing else."""
        return await self._connection.send(blocklist.put(*self._place, numbers))

    async def add(self, *numbers: str) -> list[str]:
        """Put these on it, too."""
        return await self._connection.send(blocklist.add(*self._place, numbers))

    async def remove(self, *numbers: str) -> list[str]:
        """Take these off it."""
        return await self._connection.send(blocklist.remove(*self._place, numbers))

    async def clear(self) -> list[str]:
        """Take all off it."""
        return await self._connection.send(blocklist.clear(*self._place))


class AsyncTermsOf(Generic[M]):
    """The settings of a world, or its readings."""

    def __init__(self, connection: AsyncConnection, world: str, terms: Terms[M]) -> None:
        self._connection = connection
        self._world = world
        self._terms = terms

    async def get(self) -> M:
        """What they are now, whole."""
        return await self._connection.send(self._terms.get(self._world))

    async def change(self, /, **said: Value) -> M:
        """Say some of them; None takes back what was said since the world began."""
        return await self._connection.send(self._terms.change(self._world, said))
