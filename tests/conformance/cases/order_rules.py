"""Two faults once the fields are sound, and which of them decides: section 3, steps 7 to 13."""

from tests.conformance.build import called, cn, distinct_records, number, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import Call, Case, refusing
from tests.conformance.cases.on_rules import BLOCKED_NUMBER
from tests.conformance.sentences import PARAMETER_ERROR

UNKNOWN, DUPLICATE, WRONG_STATE, FULL, TOO_SOON, BLOCKED = (
    "0200007",
    "0200018",
    "0200019",
    "0200020",
    "0200022",
    "0200024",
)
EMPTY = "02000001"

TWICE = (record(), record())
BLOCKED_RECORD = record(called(BLOCKED_NUMBER))
SI = called(type="SI")
ACCEPTED = Call(body=on(record(called("1", type="SI"))))


def first(clause: str, other: str, code: str, kind: Kind, *records: object, before: tuple[Call, ...] = ()) -> Case:
    return refusing(clause, f"before {other}", code, on(*records), kind=kind, before=before)


def nowhere(other: str, *records: object) -> Case:
    return refusing("ON-CAMPAIGN", f"before {other}", UNKNOWN, on(*records), campaign="9")


def too_soon(other: str, kind: Kind, *records: object) -> Case:
    return first("ON-PACE", other, TOO_SOON, kind, *records, before=(ACCEPTED,))


CAMPAIGN = (
    nowhere("DUPLICATE", *TWICE),
    nowhere("BLOCKLIST", BLOCKED_RECORD),
    refusing("CN-CAMPAIGN", "before DUPLICATE", UNKNOWN, cn(number(), number()), campaign="9"),
)

COMPLETED, ALL_COMPLETED = Kind.COMPLETED, Kind.COMPLETED_IVR_CONTACT
STATE = (
    first("ON-STATE", "TYPE-CONTACT-POLICY", WRONG_STATE, ALL_COMPLETED, record()),
    first("ON-STATE", "CALLDATA-JSON", WRONG_STATE, ALL_COMPLETED, record(SI, callData="text")),
    first("ON-STATE", "DUPLICATE", WRONG_STATE, COMPLETED, *TWICE),
    first("ON-STATE", "BLOCKLIST", WRONG_STATE, COMPLETED, BLOCKED_RECORD),
)

PACE = (
    too_soon("TYPE-CONTACT-POLICY", Kind.CONTACT, record()),
    too_soon("TYPE-BY-ROUND", Kind.BY_ROUND, record()),
    too_soon("CALLDATA-JSON", Kind.IVR, record(callData="text")),
    too_soon("DUPLICATE", Kind.PLAIN, *TWICE),
    too_soon("BLOCKLIST", Kind.PLAIN, BLOCKED_RECORD),
    too_soon("CAP", Kind.NEARLY_FULL, *distinct_records(11)),
)

IVR_CONTACT = Kind.IVR_CONTACT
OF_THE_CAMPAIGN = (
    first("ON-TYPE-CONTACT-POLICY", "CALLDATA-JSON", EMPTY, IVR_CONTACT, record(callData="text")),
    first(
        "ON-CALLDATA-JSON",
        "the second record's TYPE-CONTACT-POLICY",
        PARAMETER_ERROR,
        IVR_CONTACT,
        record(SI, callData="text"),
        record(),
    ),
    first(
        "ON-TYPE-CONTACT-POLICY",
        "the second record's CALLDATA-JSON",
        EMPTY,
        IVR_CONTACT,
        record(),
        record(SI, callData="text"),
    ),
    first("ON-TYPE-CONTACT-POLICY", "DUPLICATE", EMPTY, Kind.CONTACT, *TWICE),
    first("ON-TYPE-BY-ROUND", "DUPLICATE", EMPTY, Kind.BY_ROUND, *TWICE),
    first("ON-TYPE-CONTACT-POLICY", "BLOCKLIST", EMPTY, Kind.CONTACT, BLOCKED_RECORD),
    first("ON-CALLDATA-JSON", "DUPLICATE", PARAMETER_ERROR, Kind.IVR, record(), record(callData="text")),
    first("ON-CALLDATA-JSON", "BLOCKLIST", PARAMETER_ERROR, Kind.IVR, BLOCKED_RECORD, record(callData="text")),
)

ELEVEN_AND_ONE_BLOCKED = (*distinct_records(10), BLOCKED_RECORD)
LAST = (
    first("ON-DUPLICATE", "BLOCKLIST", DUPLICATE, Kind.PLAIN, BLOCKED_RECORD, BLOCKED_RECORD),
    first("ON-DUPLICATE", "BLOCKLIST in an earlier record", DUPLICATE, Kind.PLAIN, BLOCKED_RECORD, *TWICE),
    first("ON-DUPLICATE", "CAP", DUPLICATE, Kind.NEARLY_FULL, *distinct_records(10), distinct_records(1)[0]),
    first("ON-BLOCKLIST", "CAP", BLOCKED, Kind.NEARLY_FULL, *ELEVEN_AND_ONE_BLOCKED),
    first("ON-CAP", "nothing else", FULL, Kind.FULL, record()),
)

CASES = (*CAMPAIGN, *STATE, *PACE, *OF_THE_CAMPAIGN, *LAST)
