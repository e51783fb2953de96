"""Adding Outbound Numbers: a record's `called` and its entries' fields. Section 5, Table 5 of the document."""

from tests.conformance.build import ABSENT, BEYOND_BMP, called, on, printed, record
from tests.conformance.case import Case, passing, refusing

EMPTY, CHARACTERS, LENGTH, TYPE, VALUE, FORM = (
    "02000001",
    "02000002",
    "02000003",
    "02000006",
    "02000007",
    "02000008",
)
NO_STRINGS: tuple[tuple[str, object], ...] = (
    ("number", 1),
    ("zero", 0),
    ("fraction", 1.5),
    ("true", True),
    ("no", False),
    ("list", ["1"]),
    ("empty list", []),
    ("object", {}),
)


def taken(clause: str, label: str, *numbers: object) -> Case:
    return passing(clause, label, on(record(*numbers)))


def refused(clause: str, label: str, code: str, *numbers: object) -> Case:
    return refusing(clause, label, code, on(record(*numbers)))


def refused_list(clause: str, label: str, code: str, value: object) -> Case:
    return refusing(clause, label, code, on(record(called=value)))


MANY = [called(str(10_000 + index)) for index in range(1000)]

THE_LIST = (
    taken("ON-CALLED-MANDATORY", "one number", called()),
    taken("ON-CALLED-MANDATORY", "two numbers", called("1"), called("2")),
    taken("ON-CALLED-MANDATORY", "a thousand numbers", *MANY),
    refused_list("ON-CALLED-MANDATORY", "absent", EMPTY, ABSENT),
    refused_list("ON-CALLED-MANDATORY", "null", EMPTY, None),
    refused_list("ON-CALLED-MANDATORY", "empty list", EMPTY, []),
    taken("ON-CALLED-TYPE", "a list", called()),
    *(
        refused_list("ON-CALLED-TYPE", label, TYPE, value)
        for label, value in (("text", "1"), ("empty text", ""), ("number", 1), ("object", called()), ("no", False))
    ),
    taken("ON-CALLED-ENTRY-MANDATORY", "an object", called()),
    refused("ON-CALLED-ENTRY-MANDATORY", "null", EMPTY, None),
    refused("ON-CALLED-ENTRY-MANDATORY", "null second", EMPTY, called(), None),
    taken("ON-CALLED-ENTRY-TYPE", "an object with an unknown field", called(unknown=1)),
    *(
        refused("ON-CALLED-ENTRY-TYPE", label, TYPE, value)
        for label, value in (("text", "1"), ("empty text", ""), ("number", 1), ("list", []), ("true", True))
    ),
)

CALLED_NO = (
    taken("ON-CALLEDNO-MANDATORY", "given", called("1")),
    refused("ON-CALLEDNO-MANDATORY", "absent", EMPTY, called(ABSENT)),
    refused("ON-CALLEDNO-MANDATORY", "null", EMPTY, called(None)),
    refused("ON-CALLEDNO-MANDATORY", "empty", EMPTY, called("")),
    refused("ON-CALLEDNO-MANDATORY", "other case", EMPTY, called(ABSENT, calledno="1")),
    taken("ON-CALLEDNO-TYPE", "a string", called("1")),
    *(refused("ON-CALLEDNO-TYPE", label, TYPE, called(value)) for label, value in NO_STRINGS),
    *(
        refusing("ON-CALLEDNO-TYPE", label, TYPE, printed(on(record(called("@"))), text))
        for label, text in (("5,000 digits", "1" * 5000), ("1e400", "1e400"))
    ),
    taken("ON-CALLEDNO-LENGTH", "1", called("1")),
    taken("ON-CALLEDNO-LENGTH", "23", called("1" * 23)),
    taken("ON-CALLEDNO-LENGTH", "24", called("1" * 24)),
    refused("ON-CALLEDNO-LENGTH", "25", LENGTH, called("1" * 25)),
    refused("ON-CALLEDNO-LENGTH", "13 beyond the BMP", LENGTH, called(BEYOND_BMP * 13)),
    taken("ON-CALLEDNO-CHARACTERS", "every allowed one", called("0123456789*#")),
    *(
        refused("ON-CALLEDNO-CHARACTERS", label, CHARACTERS, called(value))
        for label, value in (
            ("plus", "+4912345"),
            ("hyphen", "0049-1"),
            ("letter", "12a4"),
            ("point", "1.0"),
            ("space", "1 2"),
            ("line feed after", "1\n"),
            ("full-width digit", "１２"),
            ("full-width star", "1＊"),
            ("Arabic digit", "١"),
            ("superscript", "²"),
            ("12 beyond the BMP", BEYOND_BMP * 12),
        )
    ),
)

DELAY_TIME = (
    taken("ON-DELAYTIME-TYPE", "a string", called(delayTime="1")),
    *(taken("ON-DELAYTIME-TYPE", label, called(delayTime=value)) for label, value in (("null", None), ("empty", ""))),
    *(refused("ON-DELAYTIME-TYPE", label, TYPE, called(delayTime=value)) for label, value in NO_STRINGS),
    taken("ON-DELAYTIME-FORM", "digits", called(delayTime="30")),
    taken("ON-DELAYTIME-FORM", "leading zeros", called(delayTime="000030")),
    *(
        refused("ON-DELAYTIME-FORM", repr(value), FORM, called(delayTime=value))
        for value in ("-1", "+1", "1.0", "1e1", " 1", "1 ", "1\n", "x", "１", "١", "²", "1_0", "0x1", " ", "1:00")
    ),
    *(taken("ON-DELAYTIME-RANGE", value, called(delayTime=value)) for value in ("0", "1", "86399", "86400")),
    refused("ON-DELAYTIME-RANGE", "86401", VALUE, called(delayTime="86401")),
    refused("ON-DELAYTIME-RANGE", "5,000 digits", VALUE, called(delayTime="9" * 5000)),
)

TYPE_OF_NUMBER = (
    *(
        taken("ON-TYPE-TYPE", label, called(type=value))
        for label, value in (("text", "SI"), ("null", None), ("no", ""))
    ),
    *(refused("ON-TYPE-TYPE", label, TYPE, called(type=value)) for label, value in NO_STRINGS),
    taken("ON-TYPE-LENGTH", "1", called(type="a")),
    taken("ON-TYPE-LENGTH", "19", called(type="a" * 19)),
    taken("ON-TYPE-LENGTH", "20", called(type="a" * 20)),
    taken("ON-TYPE-LENGTH", "20 of the BMP", called(type="型" * 20)),
    taken("ON-TYPE-LENGTH", "10 beyond the BMP", called(type=BEYOND_BMP * 10)),
    refused("ON-TYPE-LENGTH", "21", LENGTH, called(type="a" * 21)),
    refused("ON-TYPE-LENGTH", "11 beyond the BMP", LENGTH, called(type=BEYOND_BMP * 11)),
    refused("ON-TYPE-LENGTH", "19 and 1 beyond the BMP", LENGTH, called(type="a" * 19 + BEYOND_BMP)),
)

CASES = (*THE_LIST, *CALLED_NO, *DELAY_TIME, *TYPE_OF_NUMBER)
