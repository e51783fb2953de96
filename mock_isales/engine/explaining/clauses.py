"""The clause that decided about a call."""

from mock_isales.contract.text import Language
from mock_isales.engine.explaining.forms import ClauseTold
from mock_isales.engine.explaining.showing import seen, value_shown
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording.standing import STANDINGS


def clause_told(subject: Subject, language: Language) -> ClauseTold | None:
    """The clause that refused; None if none did."""
    clause = subject.clause
    if clause is None:
        return None
    value = subject.value
    return ClauseTold(
        id=clause.id,
        document=clause.document,
        title=clause.document.heading,
        section=clause.section,
        sentence=clause.sentence.of(language),
        standing=clause.standing,
        meaning=STANDINGS[clause.standing].of(language),
        field=seen(subject.place),
        value=None if value is None else value_shown(value),
    )
