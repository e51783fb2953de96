"""An interface: one documented operation, as its document describes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from mock_isales.contract.clauses import Clause, Document, Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import List, Scalar, Shape
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.rules import Rule
from mock_isales.contract.scalars import PathInteger
from mock_isales.contract.service import Terms
from mock_isales.contract.wire import Wire

Request = TypeVar("Request")


@dataclass(frozen=True)
class Interface(Generic[Request]):
    """One documented operation.

    Attributes:
        operation: Its name in the double's own words.
        document: The document that describes it.
        scenario: What it is for.
        wire: Its address, its headers, its body as a whole.
        vdn: The path's first parameter.
        campaign: The path's second parameter.
        entries: The body's list.
        options: The body's other parameters.
        becomes: The typed request.
        rules: What depends on the campaign, in the order of the checks.
        codes: Its error table, and success.
        success: The text of its success.
        storing: The clause of a database that fails.
        answers: The clauses about its answer, which no call can depart from.
        sample: The document's own request body.
    """

    operation: str
    document: Document
    scenario: str
    wire: Wire
    vdn: PathInteger
    campaign: PathInteger
    entries: List
    options: tuple[Scalar, ...]
    becomes: type[Request]
    rules: tuple[Rule[Request, Any], ...]
    codes: tuple[ResultCode, ...]
    success: str
    storing: Clause
    answers: tuple[Clause, ...]
    sample: JsonValue

    @cached_property
    def body(self) -> Shape:
        """The body's shape."""
        return Shape(self.becomes, (self.entries, *self.options))

    @cached_property
    def body_options(self) -> Shape:
        """The body's shape without its list: its other parameters are judged between the list and its entries."""
        return Shape(self.becomes, self.options)

    def clauses(self) -> Iterator[Clause]:
        """All clauses of the interface, each once, in the order of the checks."""
        seen: set[str] = set()
        for clause in self._clauses():
            if clause.id not in seen:
                seen.add(clause.id)
                yield clause

    def body_refusal(self, body: dict[str, JsonValue], terms: Terms) -> Refusal | None:
        """The refusal of the first bad parameter: the list itself, the options, then the list's entries."""
        name = self.entries.name
        listed: JsonValue = body.get(name)
        return (
            self.entries.own_refusal(listed, name, terms)
            or self.body_options.refusal(body, "", terms)
            or self.entries.entries_refusal(listed, name, terms)
        )

    def _clauses(self) -> Iterator[Clause]:
        yield from self.wire.clauses_before_path()
        yield from self.vdn.clauses()
        yield from self.campaign.clauses()
        yield from self.wire.clauses_after_path()
        yield from self.entries.own_clauses()
        yield from self.body_options.clauses()
        yield from self.entries.entry_clauses()
        for each in self.rules:
            yield from each.clauses
        yield self.storing
        yield from self.answers
