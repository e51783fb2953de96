"""The readings that a clause depends on, and how their other values would have answered."""

from typing import get_args

from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.flipping import would_of
from mock_isales.engine.explaining.forms import AlternativeTold, ReadingTold
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import readings as wording


def readings_told(subject: Subject, language: Language) -> list[ReadingTold]:
    """The readings of the clause that refused."""
    names = () if subject.clause is None else subject.clause.readings
    return [_told(subject, name, language) for name in names]


def _told(subject: Subject, name: str, language: Language) -> ReadingTold:
    value: str = getattr(subject.terms.readings, name)
    words, field = wording.words_of(name), Readings.model_fields[name]
    others = [each for each in get_args(field.annotation) if each != value]
    return ReadingTold(
        name=name,
        value=value,
        is_default=value == field.default,
        decides=words.decides.of(language),
        why=words.why.of(language),
        alternatives=[_alternative(subject, name, each, language) for each in others],
    )


def _alternative(subject: Subject, name: str, value: str, language: Language) -> AlternativeTold:
    would = would_of(subject, name, value)
    return AlternativeTold(value=value, would=would.kind, clause=would.clause, sentence=would.text.of(language))
