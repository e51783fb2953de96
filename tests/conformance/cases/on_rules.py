"""Adding Outbound Numbers: what depends on the campaign, record by record. Section 3, steps 10 to 13."""

from tests.conformance.build import called, distinct_records, encode, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import Case, passing, refusing
from tests.conformance.sentences import PARAMETER_ERROR

EMPTY, DUPLICATE, FULL, BLOCKED = "02000001", "0200018", "0200020", "0200024"
BLOCKED_NUMBER = "13900000000"

# the document's own example, to the letter
PRINTED_CALL_DATA = (
    rb'"callData":"{\\\"fullName\\\":\\\"Lin Zihang\\\",\\\"date\\\":\\\"March 31, 2022\\\",'
    rb'\\\"riskName\\\":\\\"Compulsory traffic insurance\\\"}"'
)
PRINTED_EXAMPLE = b'{"callDataList": [{"called": [{"calledNo": "88888888"}], ' + PRINTED_CALL_DATA + b"}]}"

SI = called(type="SI")


def taken(clause: str, label: str, *records: object, kind: Kind = Kind.PLAIN) -> Case:
    return passing(clause, label, on(*records), kind=kind)


def refused(clause: str, label: str, code: str, *records: object, kind: Kind = Kind.PLAIN) -> Case:
    return refusing(clause, label, code, on(*records), kind=kind)


def mandatory_type(clause: str, kind: Kind) -> tuple[Case, ...]:
    return (
        taken(clause, "missing where nothing asks for it", record(called())),
        taken(clause, "given", record(SI), kind=kind),
        taken(
            clause, "given with every number", record(SI, called("1", type="a")), record(SI, sessionId="2"), kind=kind
        ),
        refused(clause, "missing", EMPTY, record(called()), kind=kind),
        refused(clause, "null", EMPTY, record(called(type=None)), kind=kind),
        refused(clause, "empty", EMPTY, record(called(type="")), kind=kind),
        refused(clause, "missing with the second number", EMPTY, record(SI, called("1")), kind=kind),
        refused(clause, "missing in the second record", EMPTY, record(SI), record(called("1")), kind=kind),
    )


ESCAPED_ONCE = encode('{"a": "b"}').decode().strip('"')
ESCAPED_TWICE = encode(ESCAPED_ONCE).decode().strip('"')

CALL_DATA = (
    *(
        taken("ON-CALLDATA-JSON", label, record(callData=value), kind=Kind.IVR)
        for label, value in (
            ("an object", '{"a": 1}'),
            ("an empty object", "{}"),
            ("a list", '[{"a": 1}]'),
            ("white space around", ' {"a": 1}\n'),
            ("escaped once more", ESCAPED_ONCE),
            ("null", None),
            ("empty", ""),
        )
    ),
    taken("ON-CALLDATA-JSON", "absent", kind=Kind.IVR),
    taken("ON-CALLDATA-JSON", "text where no IVR flow is driven", record(callData="text")),
    passing("ON-CALLDATA-JSON", "the document's example", PRINTED_EXAMPLE, kind=Kind.IVR),
    *(
        refused("ON-CALLDATA-JSON", label, PARAMETER_ERROR, record(callData=value), kind=Kind.IVR)
        for label, value in (
            ("text", "text"),
            ("a space", " "),
            ("cut", '{"a": 1'),
            ("single quotes", "{'a': 1}"),
            ("trailing text", '{"a": 1} x'),
            ("NaN", '{"a": NaN}'),
            ("trailing comma", '{"a": 1,}'),
            ("escaped twice more", ESCAPED_TWICE),
        )
    ),
    refused(
        "ON-CALLDATA-JSON",
        "text in the second record",
        PARAMETER_ERROR,
        record(callData="{}"),
        record(called("1"), callData="text"),
        kind=Kind.IVR,
    ),
)

ONE, TWO = called("1"), called("2")

DUPLICATES = (
    taken("ON-DUPLICATE", "two numbers under one session", record(ONE, TWO, sessionId="a")),
    taken("ON-DUPLICATE", "one number under two sessions", record(ONE, sessionId="a"), record(ONE, sessionId="b")),
    taken("ON-DUPLICATE", "with and without a session", record(ONE, sessionId="a"), record(ONE)),
    taken("ON-DUPLICATE", "leading zero", record(ONE), record(called("01"))),
    refused("ON-DUPLICATE", "in one record", DUPLICATE, record(ONE, ONE)),
    refused("ON-DUPLICATE", "in one record, types differ", DUPLICATE, record(called("1", type="a"), ONE)),
    refused("ON-DUPLICATE", "in one record with a session", DUPLICATE, record(ONE, TWO, ONE, sessionId="a")),
    refused(
        "ON-DUPLICATE", "one session twice", DUPLICATE, record(ONE, sessionId="a"), record(TWO, ONE, sessionId="a")
    ),
    refused("ON-DUPLICATE", "without sessions", DUPLICATE, record(ONE), record(ONE)),
    refused(
        "ON-DUPLICATE", "empty and null session", DUPLICATE, record(ONE, sessionId=""), record(ONE, sessionId=None)
    ),
    refused("ON-DUPLICATE", "first and last of 20", DUPLICATE, *distinct_records(19), distinct_records(1)[0]),
)

BLOCKLIST = (
    taken("ON-BLOCKLIST", "another number", record(called("13900000001"))),
    taken("ON-BLOCKLIST", "a number that starts with it", record(called(f"{BLOCKED_NUMBER}0"))),
    taken("ON-BLOCKLIST", "another VDN's list", record(called(BLOCKED_NUMBER)), kind=Kind.OTHER_VDN),
    refused("ON-BLOCKLIST", "the only number", BLOCKED, record(called(BLOCKED_NUMBER))),
    refused("ON-BLOCKLIST", "second number", BLOCKED, record(ONE, called(BLOCKED_NUMBER))),
    refused("ON-BLOCKLIST", "second record", BLOCKED, record(ONE), record(TWO, called(BLOCKED_NUMBER))),
)

CAP = (
    passing("ON-CAP", "199,990 and 10", on(*distinct_records(10)), kind=Kind.NEARLY_FULL, total_size=200_000),
    passing(
        "ON-CAP",
        "199,990 and 10 of two numbers each",
        on(*(record(called(str(n)), called(str(n + 50))) for n in range(10, 20))),
        kind=Kind.NEARLY_FULL,
        total_size=200_000,
    ),
    refused("ON-CAP", "199,990 and 11", FULL, *distinct_records(11), kind=Kind.NEARLY_FULL),
    refused("ON-CAP", "200,000 and 1", FULL, record(), kind=Kind.FULL),
)

CASES = (
    *mandatory_type("ON-TYPE-CONTACT-POLICY", Kind.CONTACT),
    *mandatory_type("ON-TYPE-BY-ROUND", Kind.BY_ROUND),
    *CALL_DATA,
    *DUPLICATES,
    *BLOCKLIST,
    *CAP,
)
