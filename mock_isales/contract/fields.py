"""Fields: each documented parameter declared once, with its limits.

From a declaration come its clauses, the check that finds the clause which decides on a bad value, the compiled check
that accepts plainly valid ones (`compiled.py`), the OpenAPI schema (`api/openapi.py`) and the reference page.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mock_isales.contract.characters import Alphabet
from mock_isales.contract.clauses import Clause, Document, Refusal, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.forms import Form, Time, WholeNumber, is_digits, is_integer, is_time, is_within, to_int
from mock_isales.contract.json_text import JsonInteger, JsonNumber, JsonValue
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text

UNLIMITED = Text("", "")


@dataclass(frozen=True, slots=True)
class Check:
    """One clause about a field's value, and whether a value keeps it."""

    clause: Clause
    keeps: Callable[[Any, Terms], bool]


@dataclass(frozen=True, kw_only=True)
class Field(ABC):
    """A documented parameter.

    Attributes:
        document: The document it stands in.
        section: The table and row.
        name: Its name on the wire.
        meaning: What it is for.
        mandatory: Whether it must be there.
        attribute: Its name in the typed request.
        example: A value as the document's own example has it.
    """

    document: Document
    section: str
    name: str
    meaning: Text
    attribute: str
    mandatory: bool = False
    example: object = None

    def clause(  # noqa: PLR0913 - a clause has that many sides
        self,
        aspect: str,
        english: str,
        chinese: str,
        code: ResultCode,
        *,
        standing: Standing = Standing.DOCUMENTED,
        readings: tuple[str, ...] = (),
    ) -> Clause:
        """A clause about this field."""
        clause_id = f"{self.document.value}-{self.name.upper()}-{aspect}"
        sentence = Text(f"{self.name} {english}.", f"{self.name}{chinese}。")
        if readings:
            standing = Standing.READING
        return Clause(clause_id, self.document, self.section, sentence, code, standing, readings)

    @cached_property
    def mandatory_clause(self) -> Clause:
        """That the field must be there and not be empty."""
        return self.clause("MANDATORY", "is mandatory and cannot be empty", "必填，不能为空", ResultCode.EMPTY)

    @abstractmethod
    def clauses(self) -> Iterator[Clause]:
        """All clauses about this field, in the order of the checks."""

    @abstractmethod
    def refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        """The refusal by the first clause that a value departs from."""

    @abstractmethod
    def convert(self, value: JsonValue) -> object:
        """What a typed request holds for a value that was not refused."""


@dataclass(frozen=True, kw_only=True)
class Scalar(Field):
    """A field with a single value: empty, then type, then length, characters and value decide."""

    default: str | None = None

    @property
    @abstractmethod
    def checks(self) -> tuple[Check, ...]:
        """The clauses about a value that is there, in their order."""

    def clauses(self) -> Iterator[Clause]:
        """All clauses about this field, in the order of the checks."""
        if self.mandatory:
            yield self.mandatory_clause
        for check in self.checks:
            yield check.clause

    def refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        """The refusal by the first clause that a value departs from; null and "" count as absent."""
        if is_empty(value):
            return self.mandatory_clause.refuse(place, value) if self.mandatory else None
        for check in self.checks:
            if not check.keeps(value, terms):
                return check.clause.refuse(place, value)
        return None


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


@dataclass(frozen=True, kw_only=True)
class List(Field):
    """A List of objects, each of the same shape.

    Attributes:
        shape: What each entry is.
        maximum: The most entries, under the terms; None for no limit.
        limit: What the document says of the maximum.
        too_many: The code for more.
    """

    shape: "Shape"
    maximum: Callable[[Terms], int] | None = None
    limit: Text = UNLIMITED
    too_many: ResultCode = ResultCode.TOO_MANY_PARAMETERS

    @cached_property
    def type_clause(self) -> Clause:
        """That it is a list."""
        return self.clause("TYPE", "is a List", "为List类型", ResultCode.WRONG_TYPE)

    @cached_property
    def count_clause(self) -> Clause:
        """That it is not too long."""
        return self.clause("COUNT", self.limit.english, self.limit.chinese, self.too_many)

    @cached_property
    def entry_mandatory_clause(self) -> Clause:
        """That no entry is null."""
        sentence = "holds no empty entry", "中的元素不能为空"
        return self.clause("ENTRY-MANDATORY", *sentence, ResultCode.EMPTY, standing=Standing.INFERRED)

    @cached_property
    def entry_type_clause(self) -> Clause:
        """That each entry is an object."""
        return self.clause("ENTRY-TYPE", "holds objects", "中的元素为对象", ResultCode.WRONG_TYPE)

    def clauses(self) -> Iterator[Clause]:
        """All clauses about this field and those of its entries, in the order of the checks."""
        yield self.mandatory_clause
        yield self.type_clause
        if self.maximum is not None:
            yield self.count_clause
        yield self.entry_mandatory_clause
        yield self.entry_type_clause
        yield from self.shape.clauses()

    def refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        """The refusal of the list itself, else of its first bad entry."""
        return self.own_refusal(value, place, terms) or self.entries_refusal(value, place, terms)

    def own_refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        """The refusal of the list, before any entry is looked at."""
        if value is None or value == []:
            return self.mandatory_clause.refuse(place, value)
        if not isinstance(value, list):
            return self.type_clause.refuse(place, value)
        if self.maximum is not None and len(value) > self.maximum(terms):
            return self.count_clause.refuse(place, f"{len(value)} entries")
        return None

    def entries_refusal(self, value: list[JsonValue], place: str, terms: Terms) -> Refusal | None:
        """The refusal of the first bad entry."""
        for index, entry in enumerate(value):
            entry_place = f"{place}[{index}]"
            if entry is None:
                return self.entry_mandatory_clause.refuse(entry_place, entry)
            if not isinstance(entry, dict):
                return self.entry_type_clause.refuse(entry_place, entry)
            refusal = self.shape.refusal(entry, entry_place, terms)
            if refusal is not None:
                return refusal
        return None

    def convert(self, value: JsonValue) -> object:
        """The typed entries."""
        return [self.shape.convert(entry) for entry in value]


@dataclass(frozen=True)
class Shape:
    """An object with documented fields, and the typed request that it becomes; unknown fields are ignored."""

    becomes: type[Any]
    fields: tuple[Field, ...]

    def clauses(self) -> Iterator[Clause]:
        """All clauses about its fields, in the order of the document's table."""
        for field in self.fields:
            yield from field.clauses()

    def refusal(self, value: dict[str, JsonValue], place: str, terms: Terms) -> Refusal | None:
        """The refusal of the first bad field, in the order of the document's table."""
        prefix = f"{place}." if place else ""
        for field in self.fields:
            refusal = field.refusal(value.get(field.name), prefix + field.name, terms)
            if refusal is not None:
                return refusal
        return None

    def convert(self, value: dict[str, JsonValue]) -> Any:  # noqa: ANN401 - an instance of `becomes`
        """The typed request."""
        return self.becomes(**{field.attribute: field.convert(value.get(field.name)) for field in self.fields})


def is_empty(value: JsonValue) -> bool:
    """Whether a scalar counts as absent."""
    return value is None or value == ""


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
