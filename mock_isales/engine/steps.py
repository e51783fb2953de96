"""Steps: what each interface does to a campaign, in one transaction (steps 7 to 14 of the order of the checks)."""

from collections.abc import Callable, Mapping
from typing import Any

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.outbound_rules import called_numbers, counts_for_pace, known
from mock_isales.contract.requests import AddCallingNumbers, AddOutboundNumbers
from mock_isales.contract.rules import first_refusal
from mock_isales.contract.service import Terms
from mock_isales.engine.decisions import Added, Decision
from mock_isales.engine.first_use import facts
from mock_isales.engine.identifiers import data_ids
from mock_isales.engine.stores.protocol import Batch, Transaction

Step = Callable[[Interface[Any], Terms, Any, Transaction], Decision]
"""Does what a call asks for, of an interface, under some terms; or says what refuses it."""


def add_calling_numbers(
    interface: Interface[Any], terms: Terms, request: AddCallingNumbers, campaign: Transaction
) -> Decision:
    """Add calling numbers to a campaign, unless a rule refuses."""
    refusal = first_refusal(interface.rules, request, facts(terms, campaign), terms)
    if refusal is None:
        _make_sure_of(campaign)
        campaign.put_calling_numbers(request.calling_numbers)
    return Decision(interface, terms, refusal)


def add_outbound_numbers(
    interface: Interface[Any], terms: Terms, request: AddOutboundNumbers, campaign: Transaction
) -> Decision:
    """Add records to a campaign, unless a rule refuses."""
    refusal = first_refusal(interface.rules, request, facts(terms, campaign), terms)
    if counts_for_pace(refusal, terms):
        _make_sure_of(campaign)
        campaign.count_call()
    if refusal is not None:
        return Decision(interface, terms, refusal)
    return Decision(interface, terms, added=_add(terms, request, campaign))


def count_call(interface: Interface[Any], terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> None:
    """Count a call that reached the pace and could then not be stored."""
    refusal = first_refusal(interface.rules, request, facts(terms, campaign), terms)
    if terms.readings.pace_counts == "reached" and counts_for_pace(refusal, terms):
        _make_sure_of(campaign)
        campaign.count_call()


def pretended(terms: Terms, request: AddOutboundNumbers, now: int) -> Added:
    """What a success would tell that a fault answers, though nothing is stored: ids that no record has."""
    numbers = _answered_numbers(terms, request)
    return Added(len(request.records), numbers, data_ids(0, now, len(numbers)))


def pass_over(
    interface: Interface[Any], terms: Terms, request: object, campaign: Transaction, *, counts: bool
) -> Decision:
    """What would have become of a call that a fault answers, and of which nothing is done.

    Args:
        interface: What was called.
        terms: What it is judged under.
        request: What it asks for.
        campaign: Its campaign.
        counts: Whether the pace counts it, where there is a campaign to count it.
    """
    refusal = first_refusal(interface.rules, request, facts(terms, campaign), terms)
    if counts and campaign.campaign is not None:
        campaign.count_call()
    return Decision(interface, terms, refusal)


STEPS: Mapping[str, Step] = {
    ADD_CALLING_NUMBERS.operation: add_calling_numbers,
    ADD_OUTBOUND_NUMBERS.operation: add_outbound_numbers,
}


def adds_records(interface: Interface[Any]) -> bool:
    """Whether calls of an interface add records: the pace counts those."""
    return interface.operation == ADD_OUTBOUND_NUMBERS.operation


def _make_sure_of(campaign: Transaction) -> None:
    """Make a campaign that is not there: the rules have let its first use pass."""
    if campaign.campaign is None:
        campaign.create()


def _add(terms: Terms, request: AddOutboundNumbers, campaign: Transaction) -> Added:
    """Store the records, each with its identifiers, and say what the answer tells of them."""
    numbers = _answered_numbers(terms, request)
    ids = data_ids(campaign.last_data_id, campaign.now, len(numbers))
    per_number = terms.readings.data_id_per == "number"
    campaign.add_records(Batch(request.records, ids, request.batch_id, campaign.now, per_number))
    counts_campaign = terms.readings.total_size == "campaign" and terms.service.uncomplate_count
    total_size = known(campaign).incomplete_records if counts_campaign else len(request.records)
    return Added(total_size, numbers, ids)


def _answered_numbers(terms: Terms, request: AddOutboundNumbers) -> list[str]:
    """The called numbers that have a data id: the first one of each record, or all of them, by the reading."""
    if terms.readings.data_id_per == "number":
        return called_numbers(request)
    return [record.called[0].called_no for record in request.records]
