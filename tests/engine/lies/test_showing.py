"""Every lie shows: there is a call that the lying double answers otherwise than the documents say."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.engine.lies.catalogue import LIES
from mock_isales.engine.shared.protocol import CallTransaction
from mock_isales.engine.stores.protocol import CampaignKey, StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from tests.conformance.build import called, on, record, valid
from tests.conformance.case import Case
from tests.conformance.catalogue import CASES
from tests.conformance.conversation import calls, send
from tests.conformance.interfaces import CN, ON, Interface, of_clause
from tests.conformance.offers import DEFAULT
from tests.engine.lies.double import Answering, facts, honest_answers

T = TypeVar("T")

SECOND = 1_000_000
AFTER = {"limit:ON-PACE:+1": 1.0, "limit:ON-PACE:-1": 0.95}  # seconds between two calls, which no case waits
UNSTORED = {"code:CN-STORING", "code:ON-STORING"}  # no case lets the database fail
FIRST = {"forgets:CN-ANSWER": "CN-TOTAL"}  # it shows when the numbers are counted


def cases_for(name: str) -> Iterator[Case]:
    """Those of its clause; for one about the answer, which all of them have, those of its document."""
    lie = LIES[name]
    about = FIRST.get(name, lie.about)
    yield from (case for case in CASES if case.clause == about)
    if CLAUSES[lie.about].outcome is None:
        yield from (case for case in CASES if case.to is of_clause(about))


@pytest.mark.parametrize("name", sorted(LIES.keys() - AFTER.keys() - UNSTORED))
def test_a_case_of_the_conformance_suite_shows_it(name: str) -> None:
    lying = cache(lambda offer: Answering(name, offer))
    shown = next((case for case in cases_for(name) if lying(case.offer).answers(case) != honest_answers(case)), None)
    assert shown is not None, f"no call shows the lie {name}"


@pytest.mark.parametrize("name", sorted(name for name in LIES if name.startswith("skip:")))
def test_what_is_not_checked_is_taken_and_can_be_told(name: str) -> None:
    """What departs from a clause that is not checked breaks nothing, and a world says what it holds all the same."""
    lying = cache(lambda offer: Answering(name, offer))
    for case in (case for case in CASES if case.clause == LIES[name].about):
        answering: Answering = lying(case.offer)
        world = answering.world()
        statuses = [response.status_code for response in calls(world, case, "zh")]
        snapshot = f"http://localhost/_mock/worlds/{world.url.path.rpartition('/')[2]}/snapshot"
        statuses.append(world.client.get(snapshot).status_code)
        assert max(statuses) < 500, case.id
        assert statuses[-1] in {200, 404}, case.id  # a case may have named another world by itself


@pytest.mark.parametrize("name", sorted(AFTER))
def test_the_pace_shows_when_the_clock_goes_on(name: str) -> None:
    def second_call(answering: Answering) -> tuple[int, str, bytes]:
        double = answering.world()
        send(double, ON, on(), campaign=1001)
        answering.clock.advance(round(AFTER[name] * SECOND))
        return facts(send(double, ON, on(record(called("1"))), campaign=1001))

    assert second_call(Answering(name)) != second_call(Answering(None))


class FullDisk(SqlStore):
    async def call(self, key: CampaignKey, step: Callable[[CallTransaction], T]) -> T:  # noqa: ARG002
        raise StoreFailure("the disk is full")


@pytest.mark.parametrize("name", sorted(UNSTORED))
def test_what_cannot_be_stored_shows_when_the_database_fails(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mock_isales.app.open_store", lambda _: FullDisk(f"sqlite:///{tmp_path / 'double.db'}"))
    to = of_clause(LIES[name].about)
    assert failed(Answering(name), to).json()["resultCode"] == "0200007"
    assert failed(Answering(None), to).json()["resultCode"] != "0200007"


def failed(answering: Answering, to: Interface) -> httpx.Response:
    return send(answering.world(), to, valid(to))


def test_every_clause_that_a_call_can_depart_from_has_one() -> None:
    can_be_departed_from = {clause.id for clause in CLAUSES.values() if clause.outcome is not None}
    assert can_be_departed_from - {lie.about for lie in LIES.values()} == set()


@pytest.mark.parametrize(("told_to", "other"), [(CN, ON), (ON, CN)], ids=["CN", "ON"])
def test_a_lie_is_told_to_the_calls_of_its_interface_alone(told_to: Interface, other: Interface) -> None:
    liar = Answering(f"succeeds:{told_to.name}-ANSWER")
    refused = [case for case in CASES if case.to is other and case.offer == DEFAULT and not case.passes][:40]
    assert [liar.answers(case) for case in refused] == [honest_answers(case) for case in refused]
