"""The clause that decided about a call."""

from mock_isales.contract.clauses import Clause
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.forms import ClauseTold, Part
from mock_isales.engine.explaining.showing import LONGEST, seen, shortened, value_shown
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording.standing import STANDINGS
from mock_isales.engine.explaining.wording.values import said

_SAID = ("-BODY-SIZE", "-COUNT", "-CAP", "-TOTAL", "-PACE", "-STORING", "-STATE")
"""The clauses of which not a value is kept, but what is to be said of it."""


def clause_told(subject: Subject, language: Language) -> ClauseTold | None:
    """The clause that refused; None if none did."""
    clause = subject.clause
    if clause is None:
        return None
    return ClauseTold(
        id=clause.id,
        document=clause.document,
        title=clause.document.heading,
        section=clause.section,
        sentence=clause.sentence.of(language),
        standing=clause.standing,
        meaning=STANDINGS[clause.standing].of(language),
        part=_part(subject, clause),
        field=seen(subject.place),
        value=_value(subject, clause, language),
    )


def _part(subject: Subject, clause: Clause) -> Part:
    """In which part of a call a clause finds what it refuses."""
    interface = subject.interface
    if interface is None:
        return "call"
    wire = interface.wire
    if clause in {wire.authorization, wire.signature, wire.content_type}:
        return "header"
    if subject.place in {interface.vdn.name, interface.campaign.name}:
        return "address"
    of_body = {wire.body_size, *wire.clauses_after_path()}
    return "body" if subject.place or clause in of_body else "call"


def _value(subject: Subject, clause: Clause, language: Language) -> str | None:
    """What stands there; of a body that is no JSON, its beginning. A token is not kept."""
    value = subject.value
    if clause.id.endswith("-SIGNATURE"):
        return None
    if clause.id.endswith("-BODY-JSON"):
        return shortened(subject.entry.body[:LONGEST].decode(errors="replace"))
    if isinstance(value, str) and clause.id.endswith(_SAID):
        return shortened(said(value).of(language))
    if value is None and _part(subject, clause) == "address":
        return value_shown(subject.entry.campaign)
    return None if value is None else value_shown(value)
