"""A decision tells what became of a call, and why."""

import asyncio

import pytest

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.text import Language
from mock_isales.engine.deciding import SentCall
from tests.engine.centre import JSON, Centre, record


def test_an_accepted_call_has_no_clause_and_the_text_of_its_interface(centre: Centre) -> None:
    for decision, text in (
        (centre.add(record("1")), "create data succeeded"),
        (centre.call_from({"1": 1}), "create callerNo success"),
    ):
        assert decision.clause is None
        assert decision.describe(Language.CHINESE) == ("0200000", text)


def test_a_refused_call_has_a_clause_and_its_sentence_in_the_language_asked_for(centre: Centre) -> None:
    decision = centre.add(record("1"), campaign=404)
    assert decision.clause
    assert decision.clause.id == "ON-CAMPAIGN"
    assert decision.describe(Language.ENGLISH) == ("0200007", "The outbound campaign does not exist.")
    assert decision.describe(Language.CHINESE) == ("0200007", "外呼活动不存在。")


def test_a_decision_knows_its_interface_and_what_it_was_judged_under(centre: Centre) -> None:
    decision = centre.call_from({"1": 1})
    assert (decision.interface, decision.terms) == (ADD_CALLING_NUMBERS, centre.world.terms)


BODY = b'{"callDataList":[{"called":[{"calledNo":"1"}]}]}'


@pytest.mark.parametrize(
    ("sent", "clause"),
    [
        ((None, "x", "x", b""), "ON-CONTENT-TYPE"),
        ((JSON, "x", "x", b""), "ON-VDNID-TYPE"),
        ((JSON, "1", "0", b""), "ON-CAMPAIGNID-RANGE"),
        ((JSON, "1", "404", b""), "ON-BODY-EMPTY"),
        ((JSON, "1", "404", BODY), "ON-CAMPAIGN"),
    ],
)
def test_the_first_check_that_fails_decides(
    centre: Centre, sent: tuple[str | None, str, str, bytes], clause: str
) -> None:
    decision = asyncio.run(centre.world.decide(SentCall(ADD_OUTBOUND_NUMBERS, *sent)))
    assert decision.clause
    assert decision.clause.id == clause
