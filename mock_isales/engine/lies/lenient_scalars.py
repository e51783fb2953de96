"""Fields with a single value that do not look at one of their clauses.

What such a field lets pass, and nobody could keep, counts as something near to it that one can: a world must be able
to say what it holds.
"""

import re
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import Check, Scalar, is_empty
from mock_isales.contract.forms import is_digits, is_integer, to_int
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.scalars import Integer, PathInteger, String
from mock_isales.contract.service import Terms

_ABOUT_FORM = {ResultCode.NOT_CONVERTIBLE, ResultCode.WRONG_TIME_FORMAT}


def lenient_scalar(field: Scalar, clause: Clause) -> Scalar:
    """A field that does not look at one of its clauses."""
    if isinstance(field, String):
        if clause == field.mandatory_clause:
            return replace(field, mandatory=False, default="")
        return _LenientString(**_told(field), skipped=clause)
    kind = _LenientPathInteger if isinstance(field, PathInteger) else _LenientInteger
    told = _told(field) | {"mandatory": False}
    return kind(**told, skipped=clause, ends=(told["low"], told["high"]))


def _told(field: Scalar) -> dict[str, Any]:
    return {each.name: getattr(field, each.name) for each in fields(field)}


@dataclass(frozen=True, kw_only=True)
class _Lenient(Scalar):
    """Stands before the kind of the field, and takes a clause out of its checks."""

    skipped: Clause

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        checks = super().checks  # type: ignore[safe-super] # those of the kind
        return tuple(check for check in checks if check.clause != self.skipped)


@dataclass(frozen=True, kw_only=True)
class _LenientString(_Lenient, String):
    @cached_property
    def checks(self) -> tuple[Check, ...]:
        checks = super().checks
        if self.skipped.code not in _ABOUT_FORM:
            return checks
        return tuple(self._of_numbers(each) if each.clause.code is ResultCode.WRONG_VALUE else each for each in checks)

    def refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        return super().refusal(self._taken(value), place, terms)

    def convert(self, value: JsonValue) -> object:
        taken = self._taken(value)
        return self.default if self._out_of_form(taken) else super().convert(taken)

    def _taken(self, value: JsonValue) -> JsonValue:
        """What the other clauses are asked of: a text."""
        return str(value) if self.skipped.code is ResultCode.WRONG_TYPE and not is_empty(value) else value

    def _of_numbers(self, within: Check) -> Check:
        """The check of the range, which a text has none of that is in no form at all."""
        return replace(within, keeps=lambda value, terms: not is_digits(value) or within.keeps(value, terms))

    def _out_of_form(self, value: JsonValue) -> bool:
        """Whether a text is none of those that the form, with its range, has."""
        return self.form is not None and isinstance(value, str) and re.search(self.form.pattern, value) is None


@dataclass(frozen=True, kw_only=True)
class _LenientNumber(_Lenient):
    """Stands before Integer and PathInteger.

    Attributes:
        ends: The smallest value, and the largest; None for no limit.
    """

    ends: tuple[int, int | None]

    def refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        """The refusal by the first other clause; only the range of a number can be asked."""
        if is_empty(value) and self.skipped != self.mandatory_clause:
            return self.mandatory_clause.refuse(place, value)
        judged = [check for check in self.checks if is_number(value) or self.skipped.code is not ResultCode.WRONG_TYPE]
        return next((each.clause.refuse(place, value) for each in judged if not each.keeps(value, terms)), None)

    def convert(self, value: JsonValue) -> int:
        return _nearest(value, *self.ends)


@dataclass(frozen=True, kw_only=True)
class _LenientInteger(_LenientNumber, Integer):
    pass


@dataclass(frozen=True, kw_only=True)
class _LenientPathInteger(_LenientNumber, PathInteger):
    pass


def is_number(value: JsonValue) -> bool:
    """Whether a value can be read as a whole number."""
    return isinstance(value, str) and is_integer(value)


def _nearest(value: JsonValue, low: int, high: int | None) -> int:
    """The allowed number that is nearest to a value; the lowest, if that is no number."""
    number = max(low, to_int(value)) if is_number(value) else low
    return number if high is None else min(number, high)
