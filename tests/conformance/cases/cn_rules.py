"""Adding Calling Numbers: what depends on the campaign, and the answer. Sections 3 (from step 7), 4 and 1."""

from tests.conformance.build import cn, distinct_numbers, number
from tests.conformance.campaigns import Kind
from tests.conformance.case import Call, Case, passing, refusing
from tests.conformance.sentences import PARAMETER_ERROR

SAMPLE = b'{"callerNo":[ {"accessCode":"12345678901234","priority":1}, {"accessCode":"525245","priority":2} ]}'

THE_CAMPAIGN = (
    passing("CN-CAMPAIGN", "of this VDN", cn()),
    passing("CN-CAMPAIGN", "of the other VDN", cn(), kind=Kind.OTHER_VDN),
    *(
        passing("CN-CAMPAIGN", f"{kind.name.lower()}", cn(), kind=kind)
        for kind in (Kind.COMPLETED, Kind.DRAFT, Kind.PAUSED, Kind.FULL)
    ),
    refusing("CN-CAMPAIGN", "unknown", "0200007", cn(), campaign="9"),
    refusing("CN-CAMPAIGN", "of another VDN", "0200007", cn(), vdn="2"),
    refusing("CN-CAMPAIGN", "unknown VDN", "0200007", cn(), vdn="9"),
)

ANY_NUMBER = passing("CN-PROVISIONED", "any number by default", cn())


def twice(label: str, *entries: object) -> Case:
    body = cn(*entries)
    return refusing("CN-DUPLICATE", label, PARAMETER_ERROR, body)


DUPLICATES = (
    passing("CN-DUPLICATE", "two numbers", cn(*distinct_numbers(2))),
    passing("CN-DUPLICATE", "same number but for a leading zero", cn(number(accessCode="1"), number(accessCode="01"))),
    passing(
        "CN-DUPLICATE",
        "again in a later call",
        cn(number(priority=2)),
        before=(Call(body=cn()), Call(body=cn(number(priority=2)))),
    ),
    passing(
        "CN-DUPLICATE", "a number that the seed gave", cn(number(accessCode="10086", priority=5)), kind=Kind.NUMBERED
    ),
    twice("twice", number(), number()),
    twice("twice, priorities differ", number(priority=1), number(priority=2)),
    twice("first and last of 100", *distinct_numbers(99), distinct_numbers(1)[0]),
)


def added(first: int, count: int = 100) -> Call:
    return Call(body=cn(*(number(accessCode=str(first + index)) for index in range(count))))


A_THOUSAND = tuple(added(first) for first in range(1000, 2000, 100))
ONE_LESS = (*A_THOUSAND[:-1], added(1900, 99))
TWO_MORE = cn(number(accessCode="2000"), number(accessCode="2001"))

TOTAL = (
    passing("CN-TOTAL", "the thousandth", cn(number(accessCode="1999")), kind=Kind.EMPTY, before=ONE_LESS),
    passing(
        "CN-TOTAL",
        "a number it has, with a thousand",
        cn(number(accessCode="1000", priority=5)),
        kind=Kind.EMPTY,
        before=A_THOUSAND,
    ),
    refusing(
        "CN-TOTAL",
        "the thousand and first",
        PARAMETER_ERROR,
        cn(number(accessCode="2000")),
        kind=Kind.EMPTY,
        before=A_THOUSAND,
    ),
    refusing("CN-TOTAL", "999 and two", PARAMETER_ERROR, TWO_MORE, kind=Kind.EMPTY, before=ONE_LESS),
    passing(
        "CN-TOTAL",
        "the thousandth, after two were refused",
        cn(number(accessCode="2001")),
        kind=Kind.EMPTY,
        before=(*ONE_LESS, Call(body=TWO_MORE, code=PARAMETER_ERROR)),
    ),
)

ANSWER = (
    passing("CN-ANSWER", "the document's sample", SAMPLE),
    passing("CN-ANSWER", "the sample again", SAMPLE, before=(Call(body=SAMPLE),)),
)

CASES = (*THE_CAMPAIGN, ANY_NUMBER, *DUPLICATES, *TOTAL, *ANSWER)
