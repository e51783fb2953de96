"""What to change in a field."""

import re
from itertools import islice

from mock_isales.contract.fields import Field, List, Scalar
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.nearest.gathering import outside
from mock_isales.contract.nearest.lists import calls_for, list_of_members, nearest_entry, nearest_list
from mock_isales.contract.nearest.places import shape_around, value_at
from mock_isales.contract.nearest.scalars import nearest_scalar
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.showing import shortened
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import rule_advice as wording
from mock_isales.engine.seed_files.wording import nearest

_MOST_NAMES = 50
_COUNT = re.compile(r"[0-9]{1,9}")


def field_advice(subject: Subject, field: Field) -> Advice | None:
    """What to change in a field that a clause about it refused; None for a clause that is not."""
    if subject.clause not in set(field.clauses()):
        return None
    elsewhere = _sent_elsewhere(subject, field)
    if elsewhere is not None:
        return elsewhere
    if isinstance(field, Scalar):
        near = nearest_scalar(field, subject.value, subject.terms)
        return Advice(list(near.done), near.value)
    return _of_list(subject, field) if isinstance(field, List) else None


def _sent_elsewhere(subject: Subject, field: Field) -> Advice | None:
    """What to change where a missing field stands beside its place; None if it does not."""
    if subject.value is not None or subject.interface is None:
        return None
    around = value_at(subject.body, subject.place.rpartition(".")[0])
    if not isinstance(around, dict) or field.name in around:
        return None
    own = shape_around(subject.interface, subject.place)
    known = {each.name for each in own.fields}
    for name, value in islice(around.items(), _MOST_NAMES):
        if name not in known and nearest(name, [field.name]) and _may_be(field, value):
            return _renamed(subject, field, name, value)
    members = outside(field, around, own) if isinstance(field, List) else {}
    if not isinstance(field, List) or not members:
        return None
    near = list_of_members(field, members, subject.terms)
    return Advice(list(near.done), near.value)


def _may_be(field: Field, value: JsonValue) -> bool:
    """Whether a value is of a field's type, or can be brought into it."""
    return isinstance(value, (list, dict) if isinstance(field, List) else str)


def _renamed(subject: Subject, field: Field, name: str, value: JsonValue) -> Advice:
    """Under its right name the value must pass, too."""
    sentence = wording.rename(shortened(name), field.name)
    if isinstance(field, List) and isinstance(value, dict):
        near = nearest_list(field, value, subject.terms)
        return Advice([sentence, *near.done], near.value)
    if not isinstance(field, Scalar):
        return Advice([sentence])
    if field.refusal(value, "", subject.terms) is None:
        return Advice([sentence], value)
    near = nearest_scalar(field, value, subject.terms)
    return Advice([sentence, *near.done], near.value)


def _of_list(subject: Subject, field: List) -> Advice:
    if field.maximum is not None and subject.clause == field.count_clause:
        maximum = field.maximum(subject.terms)
        counted = _COUNT.match(str(subject.value))
        count = maximum if counted is None else int(counted[0])
        return Advice([wording.split(count, maximum, calls_for(count, maximum))])
    if subject.place.endswith("]"):
        near = nearest_entry(field, subject.value, subject.terms)
    else:
        near = nearest_list(field, subject.value, subject.terms)
    return Advice(list(near.done), near.value)
