"""Steps: what each interface does to a campaign, in one transaction (steps 7 to 14 of the order of the checks)."""

from collections.abc import Callable, Mapping
from typing import Any

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.outbound_rules import AFTER_PACE, UNTIL_PACE, counts_for_pace, known, number_count
from mock_isales.contract.requests import AddCallingNumbers, AddOutboundNumbers
from mock_isales.contract.rules import first_refusal
from mock_isales.contract.service import Terms
from mock_isales.engine.decisions import Added, Decision, Identified
from mock_isales.engine.first_use import facts
from mock_isales.engine.identifiers import data_ids
from mock_isales.engine.stores.protocol import StoredRecord, Transaction

Step = Callable[[Terms, Any, Transaction], Decision]


def add_calling_numbers(terms: Terms, request: AddCallingNumbers, campaign: Transaction) -> Decision:
    """Add calling numbers to a campaign, unless a rule refuses."""
    refusal = first_refusal(ADD_CALLING_NUMBERS.rules, request, facts(terms, campaign), terms)
    if refusal is None:
        _make_sure_of(campaign)
        campaign.put_calling_numbers(request.calling_numbers)
    return Decision(ADD_CALLING_NUMBERS, terms, refusal)


def add_outbound_numbers(terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> Decision:
    """Add records to a campaign, unless a rule refuses."""
    found = facts(terms, campaign)
    refusal = first_refusal(UNTIL_PACE, request, found, terms)
    if refusal is not None:
        return Decision(ADD_OUTBOUND_NUMBERS, terms, refusal)
    refusal = first_refusal(AFTER_PACE, request, found, terms)
    if counts_for_pace(refusal, terms):
        _make_sure_of(campaign)
        campaign.count_call()
    if refusal is not None:
        return Decision(ADD_OUTBOUND_NUMBERS, terms, refusal)
    return Decision(ADD_OUTBOUND_NUMBERS, terms, added=_add(terms, request, campaign))


def count_call(terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> None:
    """Count a call that reached the pace and could then not be stored."""
    refusal = first_refusal(UNTIL_PACE, request, facts(terms, campaign), terms)
    if terms.readings.pace_counts == "reached" and refusal is None:
        _make_sure_of(campaign)
        campaign.count_call()


def pretended(terms: Terms, request: AddOutboundNumbers, now: int) -> Added:
    """What a success would tell that a fault answers, though nothing is stored: ids that no record has."""
    numbers = [record.called[0].called_no for record in request.records]
    if terms.readings.data_id_per == "number":
        numbers = [called.called_no for record in request.records for called in record.called]
    ids = data_ids(0, now, len(numbers))
    return Added(len(request.records), [Identified(number, each) for number, each in zip(numbers, ids, strict=True)])


def count_injected(campaign: Transaction) -> None:
    """Count a call that a fault answered, where there is a campaign to count it."""
    if campaign.campaign is not None:
        campaign.count_call()


STEPS: Mapping[str, Step] = {
    ADD_CALLING_NUMBERS.operation: add_calling_numbers,
    ADD_OUTBOUND_NUMBERS.operation: add_outbound_numbers,
}


def _make_sure_of(campaign: Transaction) -> None:
    """Make a campaign that is not there: the rules have let its first use pass."""
    if campaign.campaign is None:
        campaign.create()


def _add(terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> Added:
    """Store the records, each with its identifiers, and say what the answer tells of them."""
    stored = _identify(terms, request, campaign)
    campaign.add_records(stored)
    counts_campaign = terms.readings.total_size == "campaign" and terms.service.uncomplate_count
    total_size = known(campaign).incomplete_records if counts_campaign else len(stored)
    identified = [
        Identified(called.called_no, data_id)
        for each in stored
        for called, data_id in zip(each.record.called, each.data_ids, strict=False)
    ]
    return Added(total_size, identified)


def _identify(terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> list[StoredRecord]:
    """The call's records with their data ids: one a record, or one a called number, by the reading."""
    per_number = terms.readings.data_id_per == "number"
    count = number_count(request) if per_number else len(request.records)
    ids = iter(data_ids(campaign.last_data_id, campaign.now, count))
    return [
        StoredRecord(
            tuple(next(ids) for _ in (record.called if per_number else record.called[:1])),
            record,
            request.batch_id,
            campaign.now,
        )
        for record in request.records
    ]
