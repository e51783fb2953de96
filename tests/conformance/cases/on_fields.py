"""Adding Outbound Numbers: the list, batchId and the fields of a record. Section 5, Tables 3 and 4 of the document."""

from tests.conformance.build import ABSENT, BEYOND_BMP, distinct_records, on, record
from tests.conformance.case import Case, passing, refusing
from tests.conformance.cases.on_called import NO_STRINGS

EMPTY, LENGTH, TYPE, VALUE, FORM, COUNT, TIME = (
    "02000001",
    "02000003",
    "02000006",
    "02000007",
    "02000008",
    "0200029",
    "0200030",
)


def taken(clause: str, label: str, *records: object, **members: object) -> Case:
    return passing(clause, label, on(*records, **members))


def refused(clause: str, label: str, code: str, *records: object, **members: object) -> Case:
    return refusing(clause, label, code, on(*records, **members))


THE_LIST = (
    taken("ON-CALLDATALIST-MANDATORY", "one record"),
    refused("ON-CALLDATALIST-MANDATORY", "absent", EMPTY, callDataList=ABSENT),
    refused("ON-CALLDATALIST-MANDATORY", "null", EMPTY, callDataList=None),
    refused("ON-CALLDATALIST-MANDATORY", "empty list", EMPTY, callDataList=[]),
    refused("ON-CALLDATALIST-MANDATORY", "other case", EMPTY, callDataList=ABSENT, calldatalist=[record()]),
    taken("ON-CALLDATALIST-TYPE", "a list"),
    *(
        refused("ON-CALLDATALIST-TYPE", label, TYPE, callDataList=value)
        for label, value in (("text", "x"), ("empty text", ""), ("object", record()), ("number", 1), ("no", False))
    ),
    taken("ON-CALLDATALIST-COUNT", "1", *distinct_records(1)),
    taken("ON-CALLDATALIST-COUNT", "19", *distinct_records(19)),
    taken("ON-CALLDATALIST-COUNT", "20", *distinct_records(20)),
    refused("ON-CALLDATALIST-COUNT", "21", COUNT, *distinct_records(21)),
    refused("ON-CALLDATALIST-COUNT", "10,000", COUNT, *distinct_records(10_000)),
    taken("ON-CALLDATALIST-ENTRY-MANDATORY", "an object", record()),
    refused("ON-CALLDATALIST-ENTRY-MANDATORY", "null", EMPTY, None),
    refused("ON-CALLDATALIST-ENTRY-MANDATORY", "null second", EMPTY, record(), None),
    taken("ON-CALLDATALIST-ENTRY-TYPE", "an object with an unknown field", record(unknown={"a": 1})),
    *(
        refused("ON-CALLDATALIST-ENTRY-TYPE", label, TYPE, value)
        for label, value in (("text", "1"), ("empty text", ""), ("number", 1), ("list", []), ("true", True))
    ),
    *(taken("ON-BATCHID-TYPE", label, batchId=value) for label, value in (("text", "1"), ("null", None), ("no", ""))),
    taken("ON-BATCHID-TYPE", "very long", batchId="1" * 5000),
    *(refused("ON-BATCHID-TYPE", label, TYPE, batchId=value) for label, value in NO_STRINGS),
)


def string_field(name: str, sound: str) -> tuple[Case, ...]:
    """An optional String: null and "" count as absent, and nothing that is no string passes."""
    clause = f"ON-{name.upper()}-TYPE"
    return (
        taken(clause, "a string", record(**{name: sound})),
        taken(clause, "null", record(**{name: None})),
        taken(clause, "empty", record(**{name: ""})),
        *(refused(clause, label, TYPE, record(**{name: value})) for label, value in NO_STRINGS),
    )


def length(name: str, limit: int) -> tuple[Case, ...]:
    """`limit` is even and in UTF-16 code units."""
    clause = f"ON-{name.upper()}-LENGTH"
    return (
        *(taken(clause, str(count), record(**{name: "a" * count})) for count in (1, limit - 1, limit)),
        taken(clause, f"{limit} of the BMP", record(**{name: "字" * limit})),
        taken(clause, f"{limit // 2} beyond the BMP", record(**{name: BEYOND_BMP * (limit // 2)})),
        refused(clause, str(limit + 1), LENGTH, record(**{name: "a" * (limit + 1)})),
        refused(clause, f"{limit + 1} of the BMP", LENGTH, record(**{name: "字" * (limit + 1)})),
        refused(clause, f"{limit // 2 + 1} beyond the BMP", LENGTH, record(**{name: BEYOND_BMP * (limit // 2 + 1)})),
        refused(clause, "one beyond the BMP at the end", LENGTH, record(**{name: "a" * (limit - 1) + BEYOND_BMP})),
    )


TIMES = (
    "2025-11-13 00:00:00",
    "2025-12-31 23:59:59",
    "2024-02-29 12:00:00",
    "2000-02-29 12:00:00",
    "1970-01-01 00:00:00",
    "9999-12-31 23:59:59",
)
NO_TIMES = (
    "2025-02-29 00:00:00",
    "1900-02-29 00:00:00",
    "2025-04-31 00:00:00",
    "2025-00-01 00:00:00",
    "2025-13-01 00:00:00",
    "2025-01-00 00:00:00",
    "2025-01-32 00:00:00",
    "2025-01-01 24:00:00",
    "2025-01-01 00:60:00",
    "2025-01-01 00:00:60",
    "2025-1-1 0:0:0",
    "25-01-01 00:00:00",
    "12025-01-01 00:00:00",
    "2025-01-01",
    "2025-01-01 00:00",
    "2025-01-01T00:00:00",
    "2025-01-01  00:00:00",
    "2025/01/01 00:00:00",
    "2025-01-01 00:00:00Z",
    "2025-01-01 00:00:00.0",
    "2025-01-01 00:00:00\n",
    " 2025-01-01 00:00:00",
    "2025-01-01 00:00:00 ",
    "２025-01-01 00:00:00",
    "2025-01-01 00:00:0٠",
    "+025-01-01 00:00:00",
    "2025-01-01 -1:00:00",
    "1735689600",
    "20250101000000",
    "tomorrow",
    " ",
)

RECYCLE_TIME = (
    *string_field("recycleTime", TIMES[0]),
    *(taken("ON-RECYCLETIME-FORM", time, record(recycleTime=time)) for time in TIMES),
    *(refused("ON-RECYCLETIME-FORM", ascii(text), TIME, record(recycleTime=text)) for text in NO_TIMES),
)

PRIORITY = (
    *string_field("priority", "1"),
    taken("ON-PRIORITY-FORM", "digits", record(priority="3")),
    taken("ON-PRIORITY-FORM", "leading zero", record(priority="05")),
    *(
        refused("ON-PRIORITY-FORM", ascii(text), FORM, record(priority=text))
        for text in ("-1", "+1", "1.0", "1e0", " 1", "1 ", "1\n", "high", "１", "١", "²", " ", "0x1")
    ),
    *(taken("ON-PRIORITY-RANGE", text, record(priority=text)) for text in ("1", "2", "3", "4", "5")),
    *(refused("ON-PRIORITY-RANGE", text, VALUE, record(priority=text)) for text in ("0", "6", "00", "10")),
    refused("ON-PRIORITY-RANGE", "5,000 digits", VALUE, record(priority="1" * 5000)),
)

CASES = (
    *THE_LIST,
    *string_field("sessionId", "123456789"),
    *length("sessionId", 32),
    *string_field("caller", "10086"),
    *length("caller", 24),
    *string_field("customField", "blue"),
    *length("customField", 200),
    *RECYCLE_TIME,
    *string_field("callData", "{}"),
    *length("callData", 1024),
    *PRIORITY,
)
