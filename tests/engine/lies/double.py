"""A double in this process that tells a lie or none, and is called as the conformance suite calls one."""

import asyncio
from functools import cache, partial
from itertools import count

import httpx
import pytest
import yaml

from mock_isales.app import create_app
from mock_isales.engine.seeds import Seed
from mock_isales.settings import ToldSettings
from tests.clocks import ManualClock
from tests.conformance.answers import ENVELOPE_TYPE
from tests.conformance.campaigns import Campaigns, Kind
from tests.conformance.case import Case
from tests.conformance.conversation import calls
from tests.conformance.offers import DEFAULT, Offer
from tests.conformance.servers import SEED, Double

Answers = list[tuple[int, str, bytes]]
"""Of each call its status, its media type and its body."""

WORLDS = 100_000


@cache
def first_campaigns() -> Seed:
    """The conformance suite's seed with the first campaign of each kind."""
    said = yaml.load(SEED.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    first = {kind.value.first for kind in Kind}
    for vdn in said["vdns"]:
        vdn["campaigns"] = [campaign for campaign in vdn["campaigns"] if campaign["id"] in first]
    return Seed.model_validate(said)


class InProcess(httpx.BaseTransport):
    """Takes calls to an app of this process."""

    def __init__(self, app: object) -> None:
        self._transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return asyncio.run(self._handle(request))

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        content = await response.aread()
        return httpx.Response(response.status_code, headers=response.headers, content=content, request=request)


class Answering:
    """A double on a clock that stands still, so that two of them give the same answers; each case has a new world."""

    def __init__(self, lie: str | None, offer: Offer = DEFAULT, store: str = "memory") -> None:
        self.clock = ManualClock()
        said = {"edition": offer.edition, "auth": offer.auth, "lie": lie, "access_keys": offer.access_keys}
        tables = {"readings": dict(offer.readings), "settings": dict(offer.settings)}
        settings = ToldSettings(**tables, store=store, worlds_max=WORLDS, **{k: v for k, v in said.items() if v})
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("mock_isales.app.HostClock", lambda: self.clock)
            app = create_app(settings, seed=first_campaigns())
        self.double = app.state.double
        self._client = httpx.Client(transport=InProcess(app))
        self._worlds = count()

    def world(self) -> Double:
        """A new world of it, for the conformance suite's calls."""
        return Double(self._client, httpx.URL(f"http://localhost/w/{next(self._worlds)}"), Campaigns())

    def answers(self, case: Case) -> Answers:
        """What it answers to a case's calls."""
        return [facts(response) for response in calls(self.world(), case, "zh")]


def facts(response: httpx.Response) -> tuple[int, str, bytes]:
    """What of an answer is compared: of a problem, whose sentences name worlds and times, what kind it is."""
    media_type = response.headers.get("content-type", "")
    return response.status_code, media_type, response.content if media_type == ENVELOPE_TYPE else b""


honest = cache(partial(Answering, None))
"""The double that tells no lie, for an offer."""


@cache
def honest_answers(case: Case) -> Answers:
    """What the documents say that is answered to a case."""
    return honest(case.offer).answers(case)
