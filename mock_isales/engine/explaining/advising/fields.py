"""What to change in a field."""

from mock_isales.contract.fields import Field, List, Scalar
from mock_isales.contract.nearest.lists import calls_for, nearest_entry, nearest_list
from mock_isales.contract.nearest.scalars import nearest_scalar
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import rule_advice as wording


def field_advice(subject: Subject, field: Field) -> Advice | None:
    """What to change in a field that a clause about it refused; None for a clause that is not."""
    if subject.clause not in set(field.clauses()):
        return None
    if isinstance(field, Scalar):
        near = nearest_scalar(field, subject.value, subject.terms)
        return Advice(list(near.done), near.value)
    return _of_list(subject, field) if isinstance(field, List) else None


def _of_list(subject: Subject, field: List) -> Advice:
    if field.maximum is not None and subject.clause == field.count_clause:
        count = int(str(subject.value).split()[0])
        maximum = field.maximum(subject.terms)
        return Advice([wording.split(count, maximum, calls_for(count, maximum))])
    if subject.place.endswith("]"):
        near = nearest_entry(field, subject.value, subject.terms)
    else:
        near = nearest_list(field, subject.value)
    return Advice(list(near.done), near.value)
