"""Clauses: one for each sentence of the documents that can be tested, and for what had to be inferred."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.text import Text

HttpStatus = Literal[401, 404, 405, 413]


class Document(StrEnum):
    """One of the two documents; the value begins the ids of its clauses."""

    heading: str

    def __new__(cls, short: str, heading: str) -> Self:
        """Hold the short name as the string value, the heading beside it."""
        member = str.__new__(cls, short)
        member._value_ = short
        member.heading = heading
        return member

    CN = "CN", "Adding Calling Numbers"
    ON = "ON", "Adding Outbound Numbers (V2)"


class Standing(StrEnum):
    """How sure a clause is."""

    DOCUMENTED = "documented"  # a sentence of the document
    READING = "reading"  # the document can be read in two ways: a reading decides
    INFERRED = "inferred"  # the document is silent


@dataclass(frozen=True, slots=True)
class Clause:
    """One testable statement about an interface.

    Attributes:
        id: `{document}-{subject}[-{aspect}]`, stable: scripts and reports name it.
        document: Where it comes from.
        section: The heading or table of the document it stands under.
        sentence: What it says, in our words.
        outcome: The result code, or the HTTP status outside the envelopes, that follows when a call departs from
            it; None for a clause about the answer itself, which no call can depart from.
        standing: documented, reading or inferred.
        readings: The names of the readings that it depends on.
    """

    id: str
    document: Document
    section: str
    sentence: Text
    outcome: ResultCode | HttpStatus | None = None
    standing: Standing = Standing.DOCUMENTED
    readings: tuple[str, ...] = ()

    @property
    def code(self) -> ResultCode | None:
        """The documented code that it leads to, if it is one."""
        return self.outcome if isinstance(self.outcome, ResultCode) else None

    def refuse(self, field: str, value: object, detail: Text | None = None) -> "Refusal":
        """A refusal by this clause, because of `value` at `field`."""
        return Refusal(self, field, value, detail)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call refused: by which clause, because of which field, with which value.

    Attributes:
        clause: The first clause, in the order of the checks, that the call departs from.
        field: The wire's name of the place: `callDataList[1].called[0].calledNo`, a header, `vdnId`, or empty for
            the body as a whole.
        value: What stood there.
        detail: What `resultDesc` adds to the sentence of 0200001, which announces details; None for other codes.
    """

    clause: Clause
    field: str
    value: object
    detail: Text | None = None
