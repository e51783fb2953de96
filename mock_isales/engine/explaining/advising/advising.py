"""What to change in a call, by the clause that refused it."""

from collections.abc import Callable, Mapping

from mock_isales.contract import calling_numbers as cn
from mock_isales.contract import outbound_clauses as on
from mock_isales.contract.nearest.places import field_at
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.advising import campaigns, numbers
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.advising.envelope import envelope_advice
from mock_isales.engine.explaining.advising.fields import field_advice
from mock_isales.engine.explaining.forms import AdviceTold
from mock_isales.engine.explaining.showing import as_json
from mock_isales.engine.explaining.subjects import Subject

_BY_RULE: Mapping[str, Callable[[Subject], Advice]] = {
    cn.CN_CAMPAIGN.id: campaigns.unknown,
    cn.CN_PROVISIONED.id: numbers.unprovisioned,
    cn.CN_DUPLICATE.id: numbers.duplicate_calling,
    cn.CN_TOTAL.id: campaigns.too_many_calling,
    cn.CN_STORING.id: campaigns.unstored,
    on.ON_CAMPAIGN.id: campaigns.unknown,
    on.ON_STATE.id: campaigns.state,
    on.ON_PACE.id: campaigns.pace,
    on.ON_TYPE_CONTACT_POLICY.id: campaigns.missing_type,
    on.ON_TYPE_BY_ROUND.id: campaigns.missing_type,
    on.ON_CALLDATA_JSON.id: campaigns.call_data,
    on.ON_DUPLICATE.id: numbers.duplicate,
    on.ON_BLOCKLIST.id: numbers.blocklisted,
    on.ON_CAP.id: campaigns.full,
    on.ON_STORING.id: campaigns.unstored,
}


def advice_told(subject: Subject, language: Language) -> AdviceTold | None:
    """What to change; None for a call that no clause refused."""
    advice = _advice(subject)
    if advice is None:
        return None
    return AdviceTold(sentences=[each.of(language) for each in advice.sentences], value=as_json(advice.value))


def _advice(subject: Subject) -> Advice | None:
    interface, clause = subject.interface, subject.clause
    if interface is None or clause is None:
        return None
    by_rule = _BY_RULE.get(clause.id)
    if by_rule is not None:
        return by_rule(subject)
    field = field_at(interface, subject.place)
    return envelope_advice(subject, interface) if field is None else field_advice(subject, field)
