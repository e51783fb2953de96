"""What a world says now, where an explanation depends on it."""

import asyncio
from typing import Any

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.explaining.explaining import explain
from mock_isales.engine.explaining.forms import Explanation
from mock_isales.engine.journal.entries import Entry, Ruling
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.protocol import Store, StoreFailure, WorldGone
from mock_isales.engine.worlds import DEFAULT_WORLD
from tests.engine.centre import seed_of
from tests.engine.journal.calls import call
from tests.engine.worlds import Server

UNKNOWN = Ruling("0200007", "ON-CAMPAIGN", "campaignId", None)
PROVISIONED = Ruling("0200001", "CN-PROVISIONED", "callerNo[0].accessCode", "1")


class FailingStore(MemoryStore):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    async def administer(self, *_: Any) -> Any:  # noqa: ANN401
        raise self._error


def told(entry: Entry, store: Store) -> Explanation:
    server = Server.opened(store, seed_of(provisioned_numbers=["4001", "4002"]))
    return asyncio.run(explain(server.worlds.opened(DEFAULT_WORLD), entry, Language.ENGLISH))


def advice(entry: Entry, store: Store) -> str:
    explanation = told(entry, store)
    assert explanation.advice is not None
    return " ".join(explanation.advice.sentences)


def test_the_campaigns_that_there_are_now_are_told(store: Store) -> None:
    assert "Now it has 1, the nearest ids first: 1001" in advice(call(campaign="1002", decision=UNKNOWN), store)
    assert "VDN 2 has no campaign at all now" in advice(call(vdn="2", decision=UNKNOWN), MemoryStore())


def test_what_is_provisioned_now_is_told(store: Store) -> None:
    entry = call(operation="add_calling_numbers", decision=PROVISIONED)
    assert "now among others: 4001, 4002" in advice(entry, store)


@pytest.mark.parametrize("error", [StoreFailure("disk full"), WorldGone("gone"), LookupError("no world")])
def test_a_database_that_fails_does_not_keep_the_rest_from_being_told(error: Exception) -> None:
    said = advice(call(campaign="1002", decision=UNKNOWN), FailingStore(error))
    assert said == "Use a campaign that VDN 1 has, or check vdnId. Which ones it has cannot be told now."


@pytest.mark.parametrize(("vdn", "campaign"), [(None, "1"), ("x", "1"), ("1", None)])
def test_a_campaign_without_a_number_is_not_looked_for(vdn: str | None, campaign: str | None) -> None:
    assert told(call(vdn=vdn, campaign=campaign, decision=UNKNOWN), MemoryStore()).outcome == "refused"
