"""The kinds of fields with a single value: String, Integer, and the Integers of the path."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mock_isales.contract.characters import Alphabet
from mock_isales.contract.clauses import Clause, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import Check, Scalar, is_empty
from mock_isales.contract.forms import Form, Time, WholeNumber, is_digits, is_integer, is_time, is_within, to_int
from mock_isales.contract.json_text import JsonInteger, JsonNumber, JsonValue
from mock_isales.contract.service import Terms


@dataclass(frozen=True, kw_only=True)
class String(Scalar):
    """A String.

    Attributes:
        max_length: In characters, as the reading `text_length` counts them; None for no limit.
        alphabet: Which characters it may hold.
        form: What its text must be.
        nul: The clause that refuses U+0000, where the alphabet does not.
    """

    max_length: int | None = None
    alphabet: Alphabet | None = None
    form: Form | None = None
    nul: Clause | None = None

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Type, length, characters, form."""
        return tuple(self._checks())

    def convert(self, value: JsonValue) -> object:
        """The text as it was sent, a coerced number too; the default where there is none."""
        return self.default if is_empty(value) else str(value)

    def _checks(self) -> Iterator[Check]:
        code = ResultCode
        type_clause = self.clause(
            "TYPE", "is a String", "为String类型", code.WRONG_TYPE, readings=("json_types",)
        )  # fmt: skip
        yield Check(type_clause, is_string)
        if self.max_length is not None:
            yield Check(self._length_clause(self.max_length), self._is_short_enough)
        if self.alphabet is not None:
            yield Check(self._characters_clause(self.alphabet), self._is_of_alphabet)
        if self.nul is not None:
            yield Check(self.nul, has_no_nul)
        if isinstance(self.form, WholeNumber):
            yield from self._number_checks(self.form)
        if isinstance(self.form, Time):
            sentence = "is a real time in the format yyyy-mm-dd hh:mm:ss", "为yyyy-mm-dd hh:mm:ss格式的真实时间"
            yield Check(self.clause("FORM", *sentence, code.WRONG_TIME_FORMAT), lambda value, _: is_time(value))

    def _length_clause(self, limit: int) -> Clause:
        sentence = f"has at most {limit} characters", f"最多{limit}个字符"
        return self.clause("LENGTH", *sentence, ResultCode.TOO_LONG, readings=("text_length",))

    def _characters_clause(self, alphabet: Alphabet) -> Clause:
        sentence = f"holds {alphabet.sentence.english}", alphabet.sentence.chinese
        readings = ("special_characters",) if "special" in alphabet.sentence.english else ()
        return self.clause("CHARACTERS", *sentence, ResultCode.INVALID_CHARACTERS, readings=readings)

    def _number_checks(self, form: WholeNumber) -> Iterator[Check]:
        whole = "is a whole number, in digits", "为数字组成的整数"
        form_clause = self.clause("FORM", *whole, ResultCode.NOT_CONVERTIBLE, standing=Standing.INFERRED)
        yield Check(form_clause, lambda value, _: is_digits(value))
        within = f"is from {form.low} to {form.high}", f"取值范围为{form.low}~{form.high}"
        range_clause = self.clause("RANGE", *within, ResultCode.WRONG_VALUE)
        yield Check(range_clause, lambda value, _: is_within(value, form.low, form.high))

    def _is_short_enough(self, value: str, terms: Terms) -> bool:
        return self.max_length is None or length(value, terms) <= self.max_length

    def _is_of_alphabet(self, value: str, terms: Terms) -> bool:
        return self.alphabet is None or self.alphabet.allow(value, terms.readings)


@dataclass(frozen=True, kw_only=True)
class Integer(Scalar):
    """An Integer: a JSON number without point and exponent, within a range."""

    low: int
    high: int

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Type, range."""
        whole = "is an Integer", "为Integer类型"
        within = f"is from {self.low} to {self.high}", f"取值范围为{self.low}~{self.high}"
        return (
            Check(self.clause("TYPE", *whole, ResultCode.WRONG_TYPE, readings=("json_types",)), is_whole),
            Check(
                self.clause("RANGE", *within, ResultCode.WRONG_VALUE),
                lambda value, _: is_within(value, self.low, self.high),
            ),
        )

    def convert(self, value: JsonValue) -> object:
        """The number."""
        return to_int(value)


@dataclass(frozen=True, kw_only=True)
class PathInteger(Scalar):
    """An Integer in the path: `-?[0-9]+` in ASCII, within a range.

    Attributes:
        low: The smallest value.
        high: The largest; None for no limit.
        range_standing: What the documents say of the range.
    """

    low: int
    high: int | None
    range_standing: Standing = Standing.DOCUMENTED

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Type, range."""
        if self.high is None:
            within = f"is at least {self.low}", f"不小于{self.low}"
        else:
            within = f"is from {self.low} to {self.high}", f"取值范围为{self.low}~{self.high}"
        range_clause = self.clause("RANGE", *within, ResultCode.WRONG_VALUE, standing=self.range_standing)
        return (
            Check(
                self.clause("TYPE", "is an Integer", "为Integer类型", ResultCode.WRONG_TYPE),
                lambda value, _: is_integer(value),
            ),
            Check(range_clause, lambda value, _: is_within(value, self.low, self.high)),
        )

    def convert(self, value: JsonValue) -> int:
        """The number."""
        return to_int(value)


def is_string(value: JsonValue, terms: Terms) -> bool:
    """Whether a value is a String; a number too where types are coerced."""
    return type(value) is str or (terms.readings.json_types == "coerce" and isinstance(value, JsonNumber))


def is_whole(value: JsonValue, terms: Terms) -> bool:
    """Whether a value is an Integer; a numeric string too where types are coerced."""
    if isinstance(value, JsonInteger):
        return True
    return terms.readings.json_types == "coerce" and type(value) is str and is_integer(value)


def has_no_nul(value: str, terms: Terms) -> bool:  # noqa: ARG001 - a check's form
    """Whether a text is free of U+0000."""
    return "\0" not in value


def length(value: str, terms: Terms) -> int:
    """A text's length in characters, as the reading counts them."""
    if terms.readings.text_length == "codepoints":
        return len(value)
    return len(value.encode("utf-16-le")) // 2
