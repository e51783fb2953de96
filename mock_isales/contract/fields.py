"""Fields: each documented parameter declared once, with its limits.

From a declaration come its clauses, the check that finds the clause which decides on a bad value, the compiled check
that accepts plainly valid ones (`compiled.py`), the OpenAPI schema (`api/openapi.py`) and the reference page.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mock_isales.contract.clauses import Clause, Document, Refusal, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.json_text import JsonValue
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
        yield from self.own_clauses()
        yield from self.entry_clauses()

    def own_clauses(self) -> Iterator[Clause]:
        """Those about the list, before any entry is looked at."""
        yield self.mandatory_clause
        yield self.type_clause
        if self.maximum is not None:
            yield self.count_clause

    def entry_clauses(self) -> Iterator[Clause]:
        """Those about its entries."""
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
