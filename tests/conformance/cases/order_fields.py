"""Two faults in the entries, and which of them decides: section 3, step 6."""

from tests.conformance.build import ABSENT, BEYOND_BMP, called, cn, number, on, record
from tests.conformance.case import Case, refusing

EMPTY, CHARACTERS, LENGTH, TYPE, VALUE, FORM = "02000001", "02000002", "02000003", "02000006", "02000007", "02000008"
TIME, UNKNOWN = "0200030", "0200007"

LONG = "a" * 2000


def first_cn(clause: str, other: str, code: str, *entries: object) -> Case:
    return refusing(clause, f"before {other}", code, cn(*entries))


def first_on(clause: str, other: str, code: str, *records: object, campaign: str = "") -> Case:
    return refusing(clause, f"before {other}", code, on(*records), campaign=campaign)


OF_ONE_CALLING_NUMBER = (
    first_cn("CN-ACCESSCODE-MANDATORY", "PRIORITY-RANGE", EMPTY, number(accessCode="", priority=9)),
    first_cn("CN-ACCESSCODE-TYPE", "PRIORITY-RANGE", TYPE, number(accessCode=1, priority=9)),
    first_cn("CN-ACCESSCODE-TYPE", "PRIORITY-MANDATORY", TYPE, number(accessCode=[], priority=None)),
    first_cn("CN-ACCESSCODE-LENGTH", "ACCESSCODE-CHARACTERS", LENGTH, number(accessCode="x" * 25)),
    first_cn("CN-ACCESSCODE-LENGTH", "PRIORITY-TYPE", LENGTH, number(accessCode="1" * 25, priority="1")),
    first_cn("CN-ACCESSCODE-CHARACTERS", "PRIORITY-MANDATORY", CHARACTERS, number(accessCode="x", priority=ABSENT)),
)

OF_TWO_CALLING_NUMBERS = (
    first_cn("CN-PRIORITY-RANGE", "the second entry's MANDATORY", VALUE, number(priority=6), None),
    first_cn(
        "CN-PRIORITY-TYPE", "the second entry's ACCESSCODE-LENGTH", TYPE, number(priority="1"), {"accessCode": LONG}
    ),
    first_cn("CN-CALLERNO-ENTRY-MANDATORY", "the second entry's TYPE", EMPTY, None, 1),
    first_cn("CN-CALLERNO-ENTRY-TYPE", "the second entry's MANDATORY", TYPE, 1, None),
    first_cn("CN-PRIORITY-RANGE", "DUPLICATE", VALUE, number(), number(priority=6)),
    refusing("CN-PRIORITY-RANGE", "before CAMPAIGN", VALUE, cn(number(priority=6)), campaign="9"),
)

OF_ONE_FIELD = (
    first_on("ON-SESSIONID-LENGTH", "NUL", LENGTH, record(sessionId=LONG + "\x00")),
    first_on("ON-CALLEDNO-LENGTH", "CALLEDNO-CHARACTERS", LENGTH, record(called(LONG))),
    first_on("ON-TYPE-LENGTH", "TYPE-CHARACTERS", LENGTH, record(called(type="!" * 21))),
    first_on("ON-CUSTOMFIELD-LENGTH", "CUSTOMFIELD-CHARACTERS", LENGTH, record(customField="!" * 201)),
    first_on("ON-CUSTOMFIELD-LENGTH", "CHARACTERS beyond the BMP", LENGTH, record(customField=BEYOND_BMP * 100 + "!")),
    first_on("ON-STRING-NUL", "DELAYTIME-FORM", CHARACTERS, record(called(delayTime="x\x00"))),
    first_on("ON-STRING-NUL", "RECYCLETIME-FORM", CHARACTERS, record(recycleTime="x\x00")),
    first_on("ON-STRING-NUL", "PRIORITY-FORM", CHARACTERS, record(priority="x\x00")),
    first_on("ON-DELAYTIME-FORM", "DELAYTIME-RANGE", FORM, record(called(delayTime="-99999"))),
    first_on("ON-PRIORITY-FORM", "PRIORITY-RANGE", FORM, record(priority="-9")),
)

OF_ONE_CALLED_NUMBER = (
    first_on("ON-CALLEDNO-MANDATORY", "DELAYTIME-FORM", EMPTY, record(called("", delayTime="x"))),
    first_on("ON-CALLEDNO-TYPE", "DELAYTIME-FORM", TYPE, record(called(1, delayTime="x"))),
    first_on("ON-CALLEDNO-CHARACTERS", "DELAYTIME-TYPE", CHARACTERS, record(called("x", delayTime=1))),
    first_on("ON-DELAYTIME-TYPE", "TYPE-LENGTH", TYPE, record(called(delayTime=1, type=LONG))),
    first_on("ON-DELAYTIME-FORM", "TYPE-TYPE", FORM, record(called(delayTime="x", type=1))),
    first_on("ON-DELAYTIME-RANGE", "TYPE-CHARACTERS", VALUE, record(called(delayTime="86401", type="!"))),
)

OF_ONE_RECORD = (
    first_on("ON-SESSIONID-TYPE", "CALLED-MANDATORY", TYPE, record(sessionId=1, called=ABSENT)),
    first_on("ON-SESSIONID-LENGTH", "CALLED-MANDATORY", LENGTH, record(sessionId=LONG, called=[])),
    first_on("ON-CALLED-MANDATORY", "CALLER-LENGTH", EMPTY, record(called=None, caller=LONG)),
    first_on("ON-CALLED-TYPE", "CALLER-LENGTH", TYPE, record(called={}, caller=LONG)),
    first_on("ON-CALLED-ENTRY-MANDATORY", "CALLER-TYPE", EMPTY, record(None, caller=1)),
    first_on("ON-CALLED-ENTRY-TYPE", "CALLER-LENGTH", TYPE, record(1, caller=LONG)),
    first_on("ON-TYPE-CHARACTERS", "CALLER-TYPE", CHARACTERS, record(called(type="!"), caller=1)),
    first_on("ON-TYPE-LENGTH", "the second number's MANDATORY", LENGTH, record(called(type=LONG), None)),
    first_on("ON-CALLED-ENTRY-MANDATORY", "the second number's TYPE", EMPTY, record(None, 1)),
    first_on("ON-TYPE-LENGTH", "CALLER-TYPE", LENGTH, record(called(), called("1", type=LONG), caller=1)),
    first_on("ON-CALLER-TYPE", "CUSTOMFIELD-LENGTH", TYPE, record(caller=1, customField=LONG)),
    first_on("ON-CALLER-LENGTH", "CUSTOMFIELD-TYPE", LENGTH, record(caller=LONG, customField=1)),
    first_on("ON-CUSTOMFIELD-TYPE", "RECYCLETIME-FORM", TYPE, record(customField=1, recycleTime="x")),
    first_on("ON-CUSTOMFIELD-CHARACTERS", "RECYCLETIME-TYPE", CHARACTERS, record(customField="!", recycleTime=1)),
    first_on("ON-RECYCLETIME-TYPE", "CALLDATA-LENGTH", TYPE, record(recycleTime=1, callData=LONG)),
    first_on("ON-RECYCLETIME-FORM", "CALLDATA-TYPE", TIME, record(recycleTime="x", callData=1)),
    first_on("ON-CALLDATA-TYPE", "PRIORITY-RANGE", TYPE, record(callData=1, priority="9")),
    first_on("ON-CALLDATA-LENGTH", "PRIORITY-TYPE", LENGTH, record(callData=LONG, priority=9)),
)

OF_TWO_RECORDS = (
    first_on("ON-CALLDATALIST-ENTRY-MANDATORY", "the second record's TYPE", EMPTY, None, 1),
    first_on("ON-CALLDATALIST-ENTRY-TYPE", "the second record's MANDATORY", TYPE, 1, None),
    first_on("ON-PRIORITY-RANGE", "the second record's MANDATORY", VALUE, record(priority="6"), None),
    first_on("ON-PRIORITY-FORM", "the second record's SESSIONID-TYPE", FORM, record(priority="x"), record(sessionId=1)),
    first_on("ON-CALLDATA-LENGTH", "the second record's CALLED-MANDATORY", LENGTH, record(callData=LONG), {}),
)

THEN_THE_CAMPAIGN = (
    first_on("ON-PRIORITY-RANGE", "CAMPAIGN", VALUE, record(priority="6"), campaign="9"),
    first_on("ON-RECYCLETIME-FORM", "CAMPAIGN", TIME, record(recycleTime="x"), campaign="9"),
    first_on("ON-CALLED-ENTRY-MANDATORY", "CAMPAIGN", EMPTY, record(None), campaign="9"),
    first_on("ON-CALLDATALIST-ENTRY-TYPE", "CAMPAIGN", TYPE, 1, campaign="9"),
)

CASES = (
    *OF_ONE_CALLING_NUMBER,
    *OF_TWO_CALLING_NUMBERS,
    *OF_ONE_FIELD,
    *OF_ONE_CALLED_NUMBER,
    *OF_ONE_RECORD,
    *OF_TWO_RECORDS,
    *THEN_THE_CAMPAIGN,
)
