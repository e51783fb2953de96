"""The readings of section 7 that decide what is accepted; the default of each stands beside its alternative."""

from tests.conformance.build import BEYOND_BMP, called, cn, number, on, record, valid
from tests.conformance.campaigns import Kind
from tests.conformance.case import Case, passing, refusing, replaced
from tests.conformance.cases.on_characters import FULL_WIDTH, HYPHEN, PRINTED, custom_field, name, number_type
from tests.conformance.cases.on_rules import ESCAPED_ONCE, PRINTED_EXAMPLE
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.offers import reading
from tests.conformance.sentences import PARAMETER_ERROR

CHARACTERS, LENGTH, TYPE, VALUE = "02000002", "02000003", "02000006", "02000007"


FIXED = reading("content_type", "fixed")


SAME, OTHER = (
    ("application/json; charset=UTF-8", "application/json;charset=UTF-8", "APPLICATION/json; CHARSET=utf-8"),
    (
        "application/json",
        "application/json; charset=ISO-8859-1",
        'application/json; charset="UTF-8"',
        "application/json; charset=UTF-8; version=1",
        "text/plain; charset=UTF-8",
    ),
)


def fixed_content_type(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("CONTENT-TYPE"), valid(to)
    return (
        *(passing(clause, value, body, headers=replaced("Content-Type", value), offer=FIXED) for value in SAME),
        *(
            refusing(
                clause,
                value,
                PARAMETER_ERROR,
                body,
                headers=replaced("Content-Type", value),
                detail="Content-Type",
                offer=FIXED,
            )
            for value in OTHER
        ),
    )


AS_PRINTED = reading("special_characters", "printed")
SPECIAL_CHARACTERS = (
    *(
        passing("ON-CUSTOMFIELD-CHARACTERS", name(character), custom_field(character), offer=AS_PRINTED)
        for character in FULL_WIDTH
    ),
    *(
        passing("ON-TYPE-CHARACTERS", name(character), number_type(character), offer=AS_PRINTED)
        for character in FULL_WIDTH
    ),
    *(
        refusing("ON-CUSTOMFIELD-CHARACTERS", name(character), CHARACTERS, custom_field(character), offer=AS_PRINTED)
        for character in PRINTED
    ),
    *(
        refusing("ON-TYPE-CHARACTERS", name(character), CHARACTERS, number_type(character), offer=AS_PRINTED)
        for character in PRINTED.replace(HYPHEN, "")
    ),
    passing("ON-TYPE-CHARACTERS", "a hyphen", number_type(HYPHEN), offer=AS_PRINTED),
)

CODE_POINTS = reading("text_length", "codepoints")
LIMITS = (("sessionId", 32), ("caller", 24), ("customField", 200), ("callData", 1024))


def number_type_of(characters: int) -> bytes:
    return on(record(called(type=BEYOND_BMP * characters)))


def access_code_of(characters: int) -> bytes:
    return cn(number(accessCode=BEYOND_BMP * characters))


TEXT_LENGTH = (
    *(
        passing(
            f"ON-{field.upper()}-LENGTH",
            f"{limit} beyond the BMP",
            on(record(**{field: BEYOND_BMP * limit})),
            offer=CODE_POINTS,
        )
        for field, limit in LIMITS
    ),
    *(
        refusing(
            f"ON-{field.upper()}-LENGTH",
            f"{limit + 1} beyond the BMP",
            LENGTH,
            on(record(**{field: BEYOND_BMP * (limit + 1)})),
            offer=CODE_POINTS,
        )
        for field, limit in LIMITS
    ),
    passing("ON-TYPE-LENGTH", "20 beyond the BMP", number_type_of(20), offer=CODE_POINTS),
    refusing("ON-TYPE-LENGTH", "21 beyond the BMP", LENGTH, number_type_of(21), offer=CODE_POINTS),
    passing("CN-ACCESSCODE-LENGTH", "24 beyond the BMP", access_code_of(24), code=CHARACTERS, offer=CODE_POINTS),
    refusing("CN-ACCESSCODE-LENGTH", "25 beyond the BMP", LENGTH, access_code_of(25), offer=CODE_POINTS),
)

COERCE = reading("json_types", "coerce")
JSON_TYPES = (
    passing("CN-ACCESSCODE-TYPE", "a number", cn(number(accessCode=10086)), offer=COERCE),
    refusing("CN-ACCESSCODE-LENGTH", "a number of 25 digits", LENGTH, cn(number(accessCode=10**24)), offer=COERCE),
    refusing("CN-ACCESSCODE-TYPE", "a list", TYPE, cn(number(accessCode=[])), offer=COERCE),
    passing("CN-PRIORITY-TYPE", "text", cn(number(priority="5")), offer=COERCE),
    refusing("CN-PRIORITY-RANGE", "text", VALUE, cn(number(priority="6")), offer=COERCE),
    refusing("CN-PRIORITY-TYPE", "a word", TYPE, cn(number(priority="high")), offer=COERCE),
    refusing("CN-PRIORITY-TYPE", "a list", TYPE, cn(number(priority=[1])), offer=COERCE),
    refusing("CN-CALLERNO-TYPE", "text", TYPE, cn(callerNo="[]"), offer=COERCE),
    passing("ON-CALLEDNO-TYPE", "a number", on(record(called(10086))), offer=COERCE),
    refusing("ON-CALLEDNO-TYPE", "an object", TYPE, on(record(called({}))), offer=COERCE),
    passing("ON-BATCHID-TYPE", "a number", on(batchId=1), offer=COERCE),
    passing("ON-SESSIONID-TYPE", "a number", on(record(sessionId=123456789)), offer=COERCE),
    refusing("ON-SESSIONID-LENGTH", "a number of 33 digits", LENGTH, on(record(sessionId=10**32)), offer=COERCE),
    passing("ON-DELAYTIME-TYPE", "a number", on(record(called(delayTime=30))), offer=COERCE),
    refusing("ON-DELAYTIME-RANGE", "a number", VALUE, on(record(called(delayTime=86401))), offer=COERCE),
    refusing("ON-DELAYTIME-FORM", "a number below zero", "02000008", on(record(called(delayTime=-1))), offer=COERCE),
    passing("ON-TYPE-TYPE", "a number", on(record(called(type=1))), offer=COERCE),
    passing("ON-CALLER-TYPE", "a number", on(record(caller=10086)), offer=COERCE),
    passing("ON-CUSTOMFIELD-TYPE", "a number", on(record(customField=1)), offer=COERCE),
    refusing("ON-CUSTOMFIELD-TYPE", "a list", TYPE, on(record(customField=[])), offer=COERCE),
    refusing("ON-CALLDATA-TYPE", "an object", TYPE, on(record(callData={})), offer=COERCE),
    refusing("ON-RECYCLETIME-FORM", "a number", "0200030", on(record(recycleTime=1735689600)), offer=COERCE),
    passing("ON-PRIORITY-TYPE", "a number", on(record(priority=1)), offer=COERCE),
    refusing("ON-PRIORITY-RANGE", "a number", VALUE, on(record(priority=6)), offer=COERCE),
    passing(
        "ON-DATA-ID-LIST",
        "a number comes back as text",
        on(record(called(10086))),
        called=("10086",),
        offer=COERCE,
    ),
)

JSON_ONLY = reading("ivr_call_data", "json")
IVR_CALL_DATA = (
    passing("ON-CALLDATA-JSON", "an object", on(record(callData='{"a": 1}')), kind=Kind.IVR, offer=JSON_ONLY),
    refusing(
        "ON-CALLDATA-JSON",
        "escaped once more",
        PARAMETER_ERROR,
        on(record(callData=ESCAPED_ONCE)),
        kind=Kind.IVR,
        offer=JSON_ONLY,
    ),
    refusing(
        "ON-CALLDATA-JSON", "the document's example", PARAMETER_ERROR, PRINTED_EXAMPLE, kind=Kind.IVR, offer=JSON_ONLY
    ),
    passing("ON-CALLDATA-JSON", "the document's example, no IVR flow", PRINTED_EXAMPLE, offer=JSON_ONLY),
)

CASES = (
    *(case for to in BOTH for case in fixed_content_type(to)),
    *SPECIAL_CHARACTERS,
    *TEXT_LENGTH,
    *JSON_TYPES,
    *IVR_CALL_DATA,
)
