"""A case: one request, the clause that decides about it, and everything that the answer must say. Data only."""

from dataclasses import dataclass
from typing import TypedDict, Unpack

from tests.conformance.campaigns import Kind
from tests.conformance.interfaces import Interface, of_clause
from tests.conformance.offers import DEFAULT, Offer
from tests.conformance.sentences import SUCCESS, Language
from tests.conformance.signing import Signing

Headers = tuple[tuple[str, str], ...]

CONTENT_TYPE = "application/json; charset=UTF-8"
AUTHORIZATION = "auth-v2/ak/time/host/signature"
HEADERS: Headers = (("Content-Type", CONTENT_TYPE), ("Authorization", AUTHORIZATION))


@dataclass(frozen=True, kw_only=True)
class Call:
    """A call made on the case's campaign before the case's own, and the code that it gets."""

    body: bytes
    code: str = SUCCESS


@dataclass(frozen=True, kw_only=True)
class Case:
    clause: str
    label: str  # what is sent, in a few words
    passes: bool  # whether the clause lets it pass; a later clause may still refuse it (see `code`)
    to: Interface
    body: bytes
    code: str = SUCCESS
    status: int = 200
    offer: Offer = DEFAULT

    kind: Kind | None = None  # a fresh campaign of this kind, or of the usual one, ...
    vdn: str = ""  # ... unless these two say otherwise, as they stand in the path
    campaign: str = ""
    path: str = ""  # the interface's own, unless given
    method: str = "POST"
    headers: Headers = HEADERS
    signing: Signing | None = None  # what makes its Authorization, if not `headers`
    padded_to: int = 0  # bytes; spaces after the body make it as long
    before: tuple[Call, ...] = ()

    language: Language | None = None  # of the answer to exactly these headers; None: refusals are tried in both
    detail: str = ""  # what the detail of a 0200001 must name
    detail_of: str = ""  # the code whose sentence is the detail, where one is
    total_size: int | None = None
    called: tuple[str, ...] | None = None  # dataIdList[].called, in order
    list_key: str = "dataIdList"
    null_return_object: bool = False

    @property
    def id(self) -> str:
        offer = f" ({self.offer})" if self.offer != DEFAULT else ""
        return f"{self.clause}-{'passes' if self.passes else 'refuses'}: {self.label}{offer}"

    @property
    def languages(self) -> tuple[Language, ...]:
        if self.language is not None:
            return (self.language,)
        return ("zh",) if self.code == SUCCESS else ("zh", "en")


class More(TypedDict, total=False):
    """What a case may say beyond its clause, its body and what comes of it: see Case."""

    offer: Offer
    kind: Kind | None
    vdn: str
    campaign: str
    path: str
    method: str
    headers: Headers
    signing: Signing | None
    padded_to: int
    before: tuple[Call, ...]
    language: Language | None
    detail: str
    detail_of: str
    total_size: int | None
    called: tuple[str, ...] | None
    list_key: str
    null_return_object: bool


class MoreWithCode(More, total=False):
    code: str  # of the later clause that refuses what this one lets pass


def passing(clause: str, label: str, body: bytes, **more: Unpack[MoreWithCode]) -> Case:
    return Case(clause=clause, label=label, passes=True, to=of_clause(clause), body=body, **more)


def refusing(clause: str, label: str, code: str, body: bytes, **more: Unpack[More]) -> Case:
    return Case(clause=clause, label=label, passes=False, to=of_clause(clause), code=code, body=body, **more)


def outside(clause: str, label: str, status: int, body: bytes, **more: Unpack[More]) -> Case:
    """A case whose answer lies outside the documents: a problem of this HTTP status."""
    return Case(clause=clause, label=label, passes=False, to=of_clause(clause), body=body, status=status, **more)


def without(name: str) -> Headers:
    return tuple(pair for pair in HEADERS if pair[0] != name)


def replaced(name: str, value: str) -> Headers:
    return (*without(name), (name, value))


def with_locale(value: str) -> Headers:
    return (*HEADERS, ("locale", value))
