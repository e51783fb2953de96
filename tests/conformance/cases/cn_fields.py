"""Adding Calling Numbers, field by field: the list, its entries, accessCode and priority. Section 4."""

from tests.conformance.build import ABSENT, BEYOND_BMP, Json, cn, distinct_numbers, number, printed
from tests.conformance.case import Case, passing, refusing

EMPTY, CHARACTERS, LENGTH, TYPE, VALUE, COUNT = (
    "02000001",
    "02000002",
    "02000003",
    "02000006",
    "02000007",
    "02000011",
)


def taken(clause: str, label: str, *entries: object, **members: object) -> Case:
    return passing(clause, label, cn(*entries, **members))


def refused(clause: str, label: str, code: str, *entries: object, **members: object) -> Case:
    return refusing(clause, label, code, cn(*entries, **members))


def access_code(value: object) -> Json:
    return number(accessCode=value)


def priority(value: object) -> Json:
    return number(priority=value)


def raw_priority(clause: str, text: str, code: str) -> Case:
    label = text if len(text) < 20 else f"{text[:2]}... ({len(text)} characters)"
    return refusing(clause, label, code, printed(cn(priority("@")), text))


NO_LISTS: tuple[tuple[str, object], ...] = (
    ("text", "x"),
    ("empty text", ""),
    ("object", {}),
    ("number", 1),
    ("zero", 0),
    ("true", True),
    ("no", False),
)

THE_LIST = (
    taken("CN-CALLERNO-MANDATORY", "one entry"),
    refused("CN-CALLERNO-MANDATORY", "absent", EMPTY, callerNo=ABSENT),
    refused("CN-CALLERNO-MANDATORY", "null", EMPTY, callerNo=None),
    refused("CN-CALLERNO-MANDATORY", "empty list", EMPTY, callerNo=[]),
    refused("CN-CALLERNO-MANDATORY", "other case", EMPTY, callerNo=ABSENT, callerno=[number()]),
    taken("CN-CALLERNO-TYPE", "a list"),
    *(refused("CN-CALLERNO-TYPE", label, TYPE, callerNo=value) for label, value in NO_LISTS),
    taken("CN-CALLERNO-COUNT", "1", *distinct_numbers(1)),
    taken("CN-CALLERNO-COUNT", "99", *distinct_numbers(99)),
    taken("CN-CALLERNO-COUNT", "100", *distinct_numbers(100)),
    refused("CN-CALLERNO-COUNT", "101", COUNT, *distinct_numbers(101)),
    refused("CN-CALLERNO-COUNT", "10,000", COUNT, *distinct_numbers(10_000)),
)

ENTRIES = (
    taken("CN-CALLERNO-ENTRY-MANDATORY", "an object", number()),
    refused("CN-CALLERNO-ENTRY-MANDATORY", "null", EMPTY, None),
    refused("CN-CALLERNO-ENTRY-MANDATORY", "null second", EMPTY, number(), None),
    taken("CN-CALLERNO-ENTRY-TYPE", "an object", number()),
    taken("CN-CALLERNO-ENTRY-TYPE", "an unknown field", number(unknown=[1])),
    *(
        refused("CN-CALLERNO-ENTRY-TYPE", label, TYPE, value)
        for label, value in (("text", "1"), ("empty text", ""), ("number", 1), ("true", True), ("list", []))
    ),
    refused("CN-CALLERNO-ENTRY-TYPE", "text second", TYPE, number(), "1"),
)

ACCESS_CODE = (
    taken("CN-ACCESSCODE-MANDATORY", "given", access_code("1")),
    refused("CN-ACCESSCODE-MANDATORY", "absent", EMPTY, access_code(ABSENT)),
    refused("CN-ACCESSCODE-MANDATORY", "null", EMPTY, access_code(None)),
    refused("CN-ACCESSCODE-MANDATORY", "empty", EMPTY, access_code("")),
    refused("CN-ACCESSCODE-MANDATORY", "empty object", EMPTY, {}),
    taken("CN-ACCESSCODE-TYPE", "a string", access_code("1")),
    *(
        refused("CN-ACCESSCODE-TYPE", label, TYPE, access_code(value))
        for label, value in (
            ("number", 12345),
            ("zero", 0),
            ("true", True),
            ("no", False),
            ("list", ["1"]),
            ("empty list", []),
            ("object", {}),
        )
    ),
    *(
        refusing("CN-ACCESSCODE-TYPE", label, TYPE, printed(cn(access_code("@")), text))
        for label, text in (("5,000 digits", "1" * 5000), ("1e400", "1e400"))
    ),
    taken("CN-ACCESSCODE-LENGTH", "1", access_code("7")),
    taken("CN-ACCESSCODE-LENGTH", "23", access_code("7" * 23)),
    taken("CN-ACCESSCODE-LENGTH", "24", access_code("7" * 24)),
    refused("CN-ACCESSCODE-LENGTH", "25", LENGTH, access_code("7" * 25)),
    refused("CN-ACCESSCODE-LENGTH", "13 beyond the BMP", LENGTH, access_code(BEYOND_BMP * 13)),
    taken("CN-ACCESSCODE-CHARACTERS", "every digit", access_code("0123456789")),
    *(
        refused("CN-ACCESSCODE-CHARACTERS", label, CHARACTERS, access_code(value))
        for label, value in (
            ("plus", "+4912345"),
            ("hyphen", "0049-1"),
            ("star", "1*"),
            ("number sign", "#1"),
            ("point", "1.0"),
            ("minus", "-1"),
            ("letter", "12a4"),
            ("space before", " 1"),
            ("space after", "1 "),
            ("space", " "),
            ("line feed after", "1\n"),
            ("NUL", "1\x00"),
            ("full-width digit", "１２"),
            ("Arabic digit", "١"),
            ("superscript", "²"),
            ("12 beyond the BMP", BEYOND_BMP * 12),
        )
    ),
)

PRIORITY = (
    taken("CN-PRIORITY-MANDATORY", "given", priority(1)),
    refused("CN-PRIORITY-MANDATORY", "absent", EMPTY, priority(ABSENT)),
    refused("CN-PRIORITY-MANDATORY", "null", EMPTY, priority(None)),
    refused("CN-PRIORITY-MANDATORY", "empty", EMPTY, priority("")),
    taken("CN-PRIORITY-TYPE", "an integer", priority(3)),
    *(
        refused("CN-PRIORITY-TYPE", label, TYPE, priority(value))
        for label, value in (
            ("text", "1"),
            ("word", "high"),
            ("space", " "),
            ("true", True),
            ("no", False),
            ("list", [1]),
            ("object", {}),
        )
    ),
    *(raw_priority("CN-PRIORITY-TYPE", text, TYPE) for text in ("1.0", "1e0", "1E0", "10e-1", "1.5", "1e400", "0.0")),
    *(taken("CN-PRIORITY-RANGE", str(value), priority(value)) for value in (1, 2, 3, 4, 5)),
    *(refused("CN-PRIORITY-RANGE", str(value), VALUE, priority(value)) for value in (0, 6, -1, 2**31, 2**63)),
    *(raw_priority("CN-PRIORITY-RANGE", text, VALUE) for text in ("-0", "1" * 5000, "-" + "1" * 5000)),
)

CASES = (*THE_LIST, *ENTRIES, *ACCESS_CODE, *PRIORITY)
