"""Adding Outbound Numbers: what depends on the campaign (document ON)."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.json_text import is_json
from mock_isales.contract.limits import Limit
from mock_isales.contract.outbound_clauses import (
    ON_BLOCKLIST,
    ON_CALLDATA_JSON,
    ON_CAMPAIGN,
    ON_CAP,
    ON_DUPLICATE,
    ON_PACE,
    ON_STATE,
    ON_TYPE_BY_ROUND,
    ON_TYPE_CONTACT_POLICY,
)
from mock_isales.contract.outbound_fields import (
    CALL_DATA,
    CALL_DATA_LIST,
    CALLED,
    CALLED_NO,
    TYPE,
)
from mock_isales.contract.requests import AddOutboundNumbers, Record
from mock_isales.contract.rules import rule, rule_of_several
from mock_isales.contract.service import MADE_ON_FIRST_USE, Terms
from mock_isales.contract.text import Text


class OutboundFacts(Protocol):
    """What the rules ask of a campaign."""

    @property
    def campaign(self) -> Campaign | None:
        """The campaign that the call names, if the VDN has it."""

    @property
    def now(self) -> int:
        """When the call is made, in microseconds since the epoch."""

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are on the VDN's blocklist."""

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that a record of the campaign has already."""


@rule(ON_CAMPAIGN, lifted=MADE_ON_FIRST_USE)
def campaign_exists(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:  # noqa: ARG001
    """The campaign is one of the VDN's."""
    return ON_CAMPAIGN.refuse("campaignId", None) if facts.campaign is None else None


@rule(ON_STATE)
def state_allows(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:  # noqa: ARG001
    """The campaign's state lets numbers be added."""
    state = known(facts).state
    return ON_STATE.refuse("campaignId", state.value) if state in refusing_states(terms) else None


def _elapsed(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> int | None:  # noqa: ARG001
    """Since the campaign's last counted call, in microseconds; None before the first."""
    last = known(facts).last_call
    return None if last is None else facts.now - last


def _incomplete(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> int:
    """What the cap counts of the campaign, by the reading, with that of the request."""
    campaign = known(facts)
    if terms.readings.cap_counts == "number":
        return campaign.incomplete_numbers + len(called_numbers(request))
    return campaign.incomplete_records + len(request.records)


PACE: Limit[AddOutboundNumbers, OutboundFacts] = Limit(
    setting="pace_interval",
    measured=_elapsed,
    bound=lambda terms: terms.service.pace_interval_us or None,
    meaning=Text("microseconds since the campaign's last counted call", "距该外呼活动上次计入的调用的微秒数"),
    is_least=True,
    grain=1000,
)
CAP: Limit[AddOutboundNumbers, OutboundFacts] = Limit(
    setting="incomplete_max",
    measured=_incomplete,
    bound=lambda terms: terms.service.incomplete_max if terms.service.uncomplate_count else None,
    meaning=Text("incomplete outbound calls with those of this call", "包含本次调用在内的未完成外呼数据条数"),
)


@rule(ON_PACE, limit=PACE)
def pace(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:
    """The campaign's last counted call is long enough ago; one that a clock set back leaves ahead does not hold."""
    elapsed = _elapsed(request, facts, terms)
    if elapsed is None or not 0 <= elapsed < terms.service.pace_interval_us:
        return None
    return ON_PACE.refuse("", f"{elapsed / 1_000_000:.6f} s after the last counted call")


@rule_of_several(ON_TYPE_CONTACT_POLICY, ON_TYPE_BY_ROUND, ON_CALLDATA_JSON)
def campaign_fits(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Iterator[Refusal]:
    """Record by record, what the campaign's policies and flow ask for."""
    campaign = known(facts)
    type_clause = _type_clause(campaign)
    ivr = campaign.device_type is DeviceType.INTELLIGENT_IVR
    if type_clause is None and not ivr:
        return
    for index, record in enumerate(request.records):
        refusals = (
            _missing_type(record, index, type_clause) if type_clause else None,
            _call_data_refusal(record, index, terms) if ivr else None,
        )
        yield from filter(None, refusals)


@rule(ON_DUPLICATE)
def unique(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:
    """No called number stands twice within the scope that the reading names."""
    scope = terms.readings.duplicate_scope
    separate = terms.readings.sessionless_records == "separate"
    numbers = called_numbers(request)
    seen: set[str | tuple[object, str]] = set(facts.called_before(numbers)) if scope == "campaign" else set()
    if not seen and len(set(numbers)) == len(numbers):
        return None
    for index, position, number in _places_of_called_numbers(request):
        session = request.records[index].session_id
        if scope == "session":
            group: object = index if session is None and separate else session
            key: str | tuple[object, str] = (group, number)
        else:
            key = number
        if key in seen:
            return ON_DUPLICATE.refuse(_place(index, position), number)
        seen.add(key)
    return None


@rule(ON_BLOCKLIST)
def not_blocklisted(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:  # noqa: ARG001
    """No called number of any record is on the blocklist."""
    blocked = facts.blocklisted(called_numbers(request))
    if not blocked:
        return None
    refusals = (
        ON_BLOCKLIST.refuse(_place(index, position), number)
        for index, position, number in _places_of_called_numbers(request)
        if number in blocked
    )
    return next(refusals, None)


@rule(ON_CAP, limit=CAP)
def room(request: AddOutboundNumbers, facts: OutboundFacts, terms: Terms) -> Refusal | None:
    """The campaign does not come to have too many incomplete calls, if the server counts them."""
    if not terms.service.uncomplate_count:
        return None
    total = _incomplete(request, facts, terms)
    if total <= terms.service.incomplete_max:
        return None
    return ON_CAP.refuse(CALL_DATA_LIST.name, f"{total} incomplete {terms.readings.cap_counts}s")


UNTIL_PACE = (campaign_exists, state_allows, pace)
AFTER_PACE = (campaign_fits, unique, not_blocklisted, room)


def refusing_states(terms: Terms) -> set[CampaignState]:
    """The states in which no numbers can be added (ON-STATE)."""
    refusing = {CampaignState.COMPLETED}
    if terms.readings.refusing_states == "completed_running":
        refusing.add(CampaignState.RUNNING)
    return refusing


_UNCOUNTED = frozenset(clause.id for each in UNTIL_PACE for clause in each.clauses)


def counts_for_pace(refusal: Refusal | None, terms: Terms) -> bool:
    """Whether a call counts for the pace of the next one (ON-PACE): one that came past that check, or was accepted."""
    if refusal is None:
        return True
    return terms.readings.pace_counts == "reached" and refusal.clause.id not in _UNCOUNTED


def called_numbers(request: AddOutboundNumbers) -> list[str]:
    """All called numbers of a call, in the order sent."""
    return [called.called_no for record in request.records for called in record.called]


def known(facts: OutboundFacts) -> Campaign:
    """The campaign, once its rule has passed."""
    if facts.campaign is None:
        raise LookupError("the rule ON-CAMPAIGN comes first")
    return facts.campaign


def _type_clause(campaign: Campaign) -> Clause | None:
    if campaign.result_policy is ResultPolicy.CONTACT:
        return ON_TYPE_CONTACT_POLICY
    return ON_TYPE_BY_ROUND if campaign.call_mode is CallMode.BY_ROUND else None


def _missing_type(record: Record, index: int, clause: Clause) -> Refusal | None:
    for position, called in enumerate(record.called):
        if called.type is None:
            return clause.refuse(f"{CALL_DATA_LIST.name}[{index}].{CALLED.name}[{position}].{TYPE.name}", None)
    return None


def _call_data_refusal(record: Record, index: int, terms: Terms) -> Refusal | None:
    call_data = record.call_data
    if call_data is None or is_json(call_data):
        return None
    if terms.readings.ivr_call_data == "json_or_escaped" and _is_escaped_json(call_data):
        return None
    detail = Text(
        f"callData of record {index + 1} must be JSON, because the campaign involves an intelligent IVR flow.",
        f"外呼活动涉及智能IVR流程，第{index + 1}条数据的callData必须为JSON格式。",
    )
    return ON_CALLDATA_JSON.refuse(f"{CALL_DATA_LIST.name}[{index}].{CALL_DATA.name}", call_data, detail)


def _is_escaped_json(text: str) -> bool:
    """Whether a text is JSON after one unescaping, as the document prints its own example."""
    try:
        once = json.loads(f'"{text}"')
    except ValueError:
        return False
    return isinstance(once, str) and is_json(once)


def _places_of_called_numbers(request: AddOutboundNumbers) -> Iterator[tuple[int, int, str]]:
    """Each called number, with its record's index and its own position."""
    for index, record in enumerate(request.records):
        for position, called in enumerate(record.called):
            yield index, position, called.called_no


def _place(index: int, position: int) -> str:
    return f"{CALL_DATA_LIST.name}[{index}].{CALLED.name}[{position}].{CALLED_NO.name}"
