"""The pair that hurts diallers: a call that was done and its answer lost, and a call that was lost itself.

From the client's side they are the same.
"""

from collections.abc import Iterator

import httpx
import pytest

from mock_isales.testing import MockIsales
from tests.serving.faults.clients import BODY, HEADERS, PATH

SEED = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}


@pytest.fixture
def isales() -> Iterator[MockIsales]:
    with MockIsales(seed=SEED) as isales:
        yield isales


def add_naively(isales: MockIsales) -> None:
    """Call until there is an answer, as a client does that takes a call without one for a call that was not made."""
    for _ in range(2):
        try:
            httpx.post(isales.url + PATH, content=BODY, headers=HEADERS, trust_env=False).raise_for_status()
        except httpx.ReadError:
            continue
        return


def enrolled(isales: MockIsales) -> list[str]:
    """The called numbers that the campaign has records of."""
    page = isales.campaign(1, 1).records()
    return [called.called_no for record in page.records for called in record.called]


def test_a_naive_client_enrols_a_customer_twice_if_the_answer_is_lost(isales: MockIsales) -> None:
    isales.faults.add(first=1, connection="reset", applied=True)
    add_naively(isales)
    assert enrolled(isales) == ["88888888", "88888888"]


def test_the_same_client_enrols_the_customer_once_if_the_call_is_lost(isales: MockIsales) -> None:
    isales.faults.add(first=1, connection="reset")
    add_naively(isales)
    assert enrolled(isales) == ["88888888"]


def test_the_journal_tells_the_two_apart(isales: MockIsales) -> None:
    isales.faults.add(first=1, connection="reset", applied=True)
    isales.faults.add(first=1, connection="reset")
    add_naively(isales)
    done, lost = isales.journal.entries().entries
    assert (done.fault, done.transport, done.status, done.result_code) == ("1", "reset", 200, "0200000")
    assert (lost.fault, lost.transport, lost.status, lost.result_code) == ("2", "reset", 0, None)
    assert done.without_fault is None
    assert lost.without_fault is not None
    assert (lost.without_fault.result_code, lost.without_fault.clause) == ("0200000", None)
    assert (lost.answer.body, lost.answer.headers) == ("", [])


def test_the_pace_counts_a_lost_call_if_it_is_told_to() -> None:
    with MockIsales(seed=SEED | {"settings": {}}) as isales:
        isales.clock.freeze("2026-11-21T10:00:00Z")
        isales.faults.add(first=1, connection="reset", counts_for_pace=True)
        add_naively(isales)
        assert [each.result_code for each in isales.journal.entries().entries] == [None, "0200022"]
