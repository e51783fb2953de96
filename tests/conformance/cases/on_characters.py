"""The characters that customField and type may not hold, one by one, and U+0000 in every documented String."""

import unicodedata

from tests.conformance.build import called, on, record
from tests.conformance.case import passing, refusing

INVALID = "02000002"

PRINTED = "`~!@#$%^&*()+=|{}'\":;<>/?.\\[]¥,-"  # as the English page prints them
FULL_WIDTH = "！￥…（）—【】‘’“”；：，、？。"  # what the Chinese page adds
HYPHEN = "-"  # number types are letters, digits and this
ALLOWED = " _aZ09éß字型\u3000·°€\u2013～＋＠％＆\t"


def name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control')}"


def custom_field(character: str) -> bytes:
    return on(record(customField=f"a{character}b"))


def number_type(character: str) -> bytes:
    return on(record(called(type=f"a{character}b")))


FORBIDDEN = (
    *(
        refusing("ON-CUSTOMFIELD-CHARACTERS", name(character), INVALID, custom_field(character))
        for character in PRINTED + FULL_WIDTH
    ),
    *(
        refusing("ON-TYPE-CHARACTERS", name(character), INVALID, number_type(character))
        for character in (PRINTED + FULL_WIDTH).replace(HYPHEN, "")
    ),
)

PERMITTED = (
    *(passing("ON-CUSTOMFIELD-CHARACTERS", name(character), custom_field(character)) for character in ALLOWED),
    *(passing("ON-TYPE-CHARACTERS", name(character), number_type(character)) for character in ALLOWED + HYPHEN),
)

NUL = "a\x00b"
PLACES_OF_NUL = (
    ("batchId", on(batchId=NUL)),
    ("sessionId", on(record(sessionId=NUL))),
    ("calledNo", on(record(called(NUL)))),
    ("delayTime", on(record(called(delayTime=NUL)))),
    ("type", on(record(called(type=NUL)))),
    ("caller", on(record(caller=NUL))),
    ("customField", on(record(customField=NUL))),
    ("recycleTime", on(record(recycleTime=NUL))),
    ("callData", on(record(callData=NUL))),
    ("priority", on(record(priority=NUL))),
)

NULS = (
    passing("ON-STRING-NUL", "other controls", on(record(callData="\x01\x1f\x7f"))),
    passing("ON-STRING-NUL", "unknown field", on(record(unknown=NUL), other=NUL)),
    passing("ON-STRING-NUL", "unknown key", on(record(**{NUL: 1}))),
    passing("ON-STRING-NUL", "six characters", on(record(callData=r"\u0000"))),
    *(refusing("ON-STRING-NUL", field, INVALID, body) for field, body in PLACES_OF_NUL),
)

CASES = (*FORBIDDEN, *PERMITTED, *NULS)
