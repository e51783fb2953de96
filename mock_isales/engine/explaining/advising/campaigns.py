"""What to change where a campaign refuses."""

import json
import re
from math import ceil

from mock_isales.contract.campaigns import CampaignState
from mock_isales.contract.json_text import JsonInteger
from mock_isales.contract.outbound_fields import CALL_DATA, TYPE
from mock_isales.contract.outbound_rules import called_numbers, refusing_states
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.showing import shortened
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import rule_advice as wording

_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
_MILLISECONDS = 1000
_MOST_TOLD = 5


def unknown(subject: Subject) -> Advice:
    """The VDN does not have the campaign."""
    found, vdn = subject.found, shortened(str(subject.entry.vdn))
    if found.campaigns is None:
        return Advice([wording.check_campaign(vdn)])
    nearest, count = found.campaigns[:_MOST_TOLD], len(found.campaigns)
    use = wording.use_campaign(vdn, nearest, count) if nearest else wording.no_campaign(vdn)
    elsewhere = wording.other_vdns(shortened(str(subject.entry.campaign)), found.vdns[:_MOST_TOLD])
    return Advice([elsewhere, use] if found.vdns else [use], JsonInteger(nearest[0]) if nearest else None)


def state(subject: Subject) -> Advice:
    """The campaign is in a state that refuses."""
    refusing = refusing_states(subject.terms)
    allowed = [each.value for each in CampaignState if each not in refusing]
    return Advice([wording.states(str(subject.value), allowed)])


def pace(subject: Subject) -> Advice:
    """The pace is not over."""
    interval = subject.terms.service.pace_interval
    lasted = _NUMBER.search(str(subject.value))
    if lasted is None:
        return Advice([wording.wait_unknown(f"{interval:g}")])
    left = ceil((interval - float(lasted[0])) * _MILLISECONDS) / _MILLISECONDS
    return Advice([wording.wait(f"{max(left, 0):g}", f"{interval:g}"), wording.PACE_GOES_ON])


def missing_type(subject: Subject) -> Advice:
    """The campaign asks for the type of called numbers."""
    del subject
    return Advice([wording.GIVE_TYPE], TYPE.example)


def call_data(subject: Subject) -> Advice:
    """The campaign asks for JSON."""
    text = json.dumps(subject.value, ensure_ascii=False)
    fits = CALL_DATA.refusal(text, "", subject.terms) is None
    return Advice([wording.AS_JSON], text) if fits else Advice([wording.EMPTY_OBJECT], "{}")


def full(subject: Subject) -> Advice:
    """The campaign has no room for all records."""
    by_number = subject.terms.readings.cap_counts == "number"
    if subject.request is None:
        return Advice([wording.NO_ROOM])
    sent = len(called_numbers(subject.request) if by_number else subject.request.records)
    total = _NUMBER.search(str(subject.value))
    limit = subject.terms.service.incomplete_max
    room = 0 if total is None else limit - (int(float(total[0])) - sent)
    what = wording.NUMBERS if by_number else wording.RECORDS
    return Advice([wording.fit(room, limit, what)] if room > 0 else [wording.NO_ROOM])


def too_many_calling(subject: Subject) -> Advice:
    """The campaign comes to have too many calling numbers."""
    total = _NUMBER.search(str(subject.value))
    limit = subject.terms.service.callerno_total_max
    over = 0 if total is None else int(float(total[0])) - limit
    listed = subject.body.get("callerNo") if isinstance(subject.body, dict) else None
    fits = isinstance(listed, list) and 0 < over < len(listed)
    return Advice([wording.too_many_numbers(over, limit) if fits else wording.NO_NUMBER_LEFT])


def unstored(subject: Subject) -> Advice:
    """The database failed."""
    del subject
    return Advice([wording.STORE_AGAIN])
