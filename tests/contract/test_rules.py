"""What depends on the campaign: which clause refuses, and where it points."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pytest

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.campaigns import CallMode, Campaign, DeviceType, ResultPolicy
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.outbound_rules import known
from mock_isales.contract.readings import Readings
from mock_isales.contract.requests import AddCallingNumbers, AddOutboundNumbers, CalledNumber, CallingNumber, Record
from mock_isales.contract.rules import first_refusal
from mock_isales.contract.service import ServiceSettings, Terms

TERMS = Terms(Readings(), ServiceSettings())
ESCAPED = '{\\"fullName\\":\\"Lin Zihang\\"}'


@dataclass
class Facts:
    """A campaign at hand, with nothing on its lists but what a test puts there."""

    campaign: Campaign | None = field(default_factory=lambda: Campaign(1, 1))
    now: int = 0
    numbers: Collection[str] = ()

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        return set(self.numbers).intersection(numbers)

    blocklisted = called_before = calling_numbers_among = provisioned

    def calling_number_count(self) -> int:
        return len(self.numbers)


def outbound(campaign: Campaign, *records: Record, terms: Terms = TERMS) -> Refusal | None:
    return first_refusal(ADD_OUTBOUND_NUMBERS.rules, AddOutboundNumbers(list(records)), Facts(campaign), terms)


def called(*types: str | None) -> list[CalledNumber]:
    return [CalledNumber(str(index), type=kind) for index, kind in enumerate(types)]


@pytest.mark.parametrize(
    ("campaign", "clause"),
    [
        (Campaign(1, 1, result_policy=ResultPolicy.CONTACT), "ON-TYPE-CONTACT-POLICY"),
        (Campaign(1, 1, call_mode=CallMode.BY_ROUND), "ON-TYPE-BY-ROUND"),
    ],
)
def test_a_policy_asks_for_the_type_of_every_number(campaign: Campaign, clause: str) -> None:
    refusal = outbound(campaign, Record(called=called("SI")), Record(called=called("SI", None)))
    assert refusal is not None
    assert (refusal.clause.id, refusal.field) == (clause, "callDataList[1].called[1].type")
    assert outbound(campaign, Record(called=called("SI", "OD"))) is None


@pytest.mark.parametrize("call_data", [None, "{}", "1", ESCAPED])
def test_an_intelligent_ivr_takes_json_and_json_escaped_once_more(call_data: str | None) -> None:
    campaign = Campaign(1, 1, device_type=DeviceType.INTELLIGENT_IVR)
    assert outbound(campaign, Record(called=called(None), call_data=call_data)) is None


@pytest.mark.parametrize("call_data", ["no", "{'a':1}", '{\\"a\\":}', '"\\', "NaN"])
def test_an_intelligent_ivr_takes_nothing_else(call_data: str) -> None:
    campaign = Campaign(1, 1, device_type=DeviceType.INTELLIGENT_IVR)
    refusal = outbound(campaign, Record(called=called(None)), Record(called=called(None), call_data=call_data))
    assert refusal is not None
    assert (refusal.clause.id, refusal.field) == ("ON-CALLDATA-JSON", "callDataList[1].callData")
    assert refusal.detail is not None
    assert all("callData" in sentence for sentence in refusal.detail)
    assert outbound(Campaign(1, 1), Record(called=called(None), call_data=call_data)) is None


def test_the_reading_may_take_json_at_once_only() -> None:
    campaign = Campaign(1, 1, device_type=DeviceType.INTELLIGENT_IVR)
    terms = Terms(Readings(ivr_call_data="json"), ServiceSettings())
    refusal = outbound(campaign, Record(called=called(None), call_data=ESCAPED), terms=terms)
    assert refusal is not None
    assert refusal.clause.id == "ON-CALLDATA-JSON"


def test_the_missing_type_of_an_earlier_record_comes_before_the_call_data_of_a_later_one() -> None:
    campaign = Campaign(1, 1, device_type=DeviceType.INTELLIGENT_IVR, result_policy=ResultPolicy.CONTACT)
    bad_data = Record(called=called("SI"), call_data="no")
    no_type = Record(called=called(None))
    for records, clause in (
        ([bad_data, no_type], "ON-CALLDATA-JSON"),
        ([no_type, bad_data], "ON-TYPE-CONTACT-POLICY"),
    ):
        refusal = outbound(campaign, *records)
        assert refusal is not None
        assert refusal.clause.id == clause


def test_only_provisioned_numbers_where_the_server_says_so() -> None:
    request = AddCallingNumbers([CallingNumber("4001", 1), CallingNumber("4002", 1)])
    terms = Terms(Readings(), ServiceSettings(deployment="saas"))
    refusal = first_refusal(ADD_CALLING_NUMBERS.rules, request, Facts(numbers=["4001"]), terms)
    assert refusal is not None
    assert (refusal.clause.id, refusal.field, refusal.value) == ("CN-PROVISIONED", "callerNo[1].accessCode", "4002")
    assert first_refusal(ADD_CALLING_NUMBERS.rules, request, Facts(numbers=["4001", "4002"]), terms) is None


def test_a_calling_number_stands_once_in_a_call() -> None:
    request = AddCallingNumbers([CallingNumber("1", 1), CallingNumber("2", 1), CallingNumber("1", 2)])
    refusal = first_refusal(ADD_CALLING_NUMBERS.rules, request, Facts(), TERMS)
    assert refusal is not None
    assert (refusal.clause.id, refusal.field, refusal.value) == ("CN-DUPLICATE", "callerNo[2].accessCode", "1")


def test_the_first_blocklisted_number_is_named() -> None:
    facts = Facts(numbers=["2", "3"])
    request = AddOutboundNumbers([Record(called=[CalledNumber("1"), CalledNumber("3"), CalledNumber("2")])])
    refusal = first_refusal(ADD_OUTBOUND_NUMBERS.rules, request, facts, TERMS)
    assert refusal is not None
    assert (refusal.clause.id, refusal.field, refusal.value) == (
        "ON-BLOCKLIST",
        "callDataList[0].called[1].calledNo",
        "3",
    )


def test_later_rules_know_that_there_is_a_campaign() -> None:
    with pytest.raises(LookupError, match="ON-CAMPAIGN comes first"):
        known(Facts(campaign=None))
