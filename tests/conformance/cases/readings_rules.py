"""The readings of section 7 about the campaign, its pace, its duplicates and its cap; and the edition of 2025-03.

The defaults are told apart in on_state.py and on_rules.py, by the same requests.
"""

from tests.conformance.build import called, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import Call, passing, refusing
from tests.conformance.offers import Offer, reading
from tests.conformance.sentences import PARAMETER_ERROR

EMPTY, DUPLICATE, WRONG_STATE, FULL, TOO_SOON, BLOCKED = (
    "02000001",
    "0200018",
    "0200019",
    "0200020",
    "0200022",
    "0200024",
)
NO_PACE = ("pace_interval", "0")


TEN_OF_ONE = on(*(record(called(str(n))) for n in range(10, 20)))
FIVE_OF_TWO = on(*(record(called(str(n)), called(str(n + 50))) for n in range(10, 15)))
TEN_OF_ONE_AND_TWO = on(*(record(called(str(n))) for n in range(10, 19)), record(called("19"), called("20")))

NUMBERS = reading("cap_counts", "number")
CAP_COUNTS = (
    passing("ON-CAP", "10 records of one", TEN_OF_ONE, kind=Kind.NEARLY_FULL, offer=NUMBERS),
    passing("ON-CAP", "5 records of two", FIVE_OF_TWO, kind=Kind.NEARLY_FULL, offer=NUMBERS),
    refusing("ON-CAP", "10 records, 11 numbers", FULL, TEN_OF_ONE_AND_TWO, kind=Kind.NEARLY_FULL, offer=NUMBERS),
    passing("ON-CAP", "10 records, 11 numbers", TEN_OF_ONE_AND_TWO, kind=Kind.NEARLY_FULL),
)

ONE = called("1")
TWO_SESSIONS = on(record(ONE, sessionId="a"), record(ONE, sessionId="b"))
ONCE, AGAIN = Call(body=on(record(ONE, sessionId="a"))), on(record(called("2"), ONE, sessionId="b"))
WHOLE_CALL = reading("duplicate_scope", "call", NO_PACE)
WHOLE_CAMPAIGN = reading("duplicate_scope", "campaign", NO_PACE)
DUPLICATE_SCOPE = (
    refusing("ON-DUPLICATE", "two sessions", DUPLICATE, TWO_SESSIONS, offer=WHOLE_CALL),
    passing("ON-DUPLICATE", "two numbers", on(record(ONE), record(called("2"))), offer=WHOLE_CALL),
    passing("ON-DUPLICATE", "a later call", AGAIN, before=(ONCE,), offer=WHOLE_CALL),
    refusing("ON-DUPLICATE", "two sessions", DUPLICATE, TWO_SESSIONS, offer=WHOLE_CAMPAIGN),
    refusing("ON-DUPLICATE", "a later call", DUPLICATE, AGAIN, before=(ONCE,), offer=WHOLE_CAMPAIGN),
    passing("ON-DUPLICATE", "another number later", on(record(called("2"))), before=(ONCE,), offer=WHOLE_CAMPAIGN),
    passing(
        "ON-DUPLICATE",
        "a later call after a refused one",
        on(record(called("2"))),
        before=(ONCE, Call(body=AGAIN, code=DUPLICATE)),
        offer=WHOLE_CAMPAIGN,
    ),
)

SEPARATE = reading("sessionless_records", "separate")
SESSIONLESS = (
    passing("ON-DUPLICATE", "two records", on(record(ONE), record(ONE, sessionId="")), offer=SEPARATE),
    refusing("ON-DUPLICATE", "in one record", DUPLICATE, on(record(ONE, ONE)), offer=SEPARATE),
    refusing("ON-DUPLICATE", "one session", DUPLICATE, on(*[record(ONE, sessionId="a")] * 2), offer=SEPARATE),
)

ACCEPTED = reading("pace_counts", "accepted")
PACE_COUNTS = (
    refusing("ON-PACE", "after an accepted call", TOO_SOON, on(), before=(Call(body=on()),), offer=ACCEPTED),
    *(
        passing("ON-PACE", f"after {label}", body, kind=kind, before=(Call(body=refused, code=code),), offer=ACCEPTED)
        for label, kind, refused, code, body in (
            ("duplicates", Kind.PLAIN, on(record(), record()), DUPLICATE, on()),
            ("a blocklisted number", Kind.PLAIN, on(record(called("13900000000"))), BLOCKED, on()),
            ("a missing type", Kind.CONTACT, on(), EMPTY, on(record(called(type="SI")))),
            ("callData that is no JSON", Kind.IVR, on(record(callData="x")), PARAMETER_ERROR, on()),
        )
    ),
    passing(
        "ON-PACE",
        "after the cap",
        TEN_OF_ONE,
        kind=Kind.NEARLY_FULL,
        before=(Call(body=on(*(record(called(str(n))) for n in range(11))), code=FULL),),
        offer=ACCEPTED,
    ),
)

RUNNING_REFUSES = tuple(
    case
    for offer in (reading("refusing_states", "completed_running"), Offer(edition="2025-03"))
    for case in (
        refusing("ON-STATE", "running", WRONG_STATE, on(), offer=offer),
        refusing("ON-STATE", "completed", WRONG_STATE, on(), kind=Kind.COMPLETED, offer=offer),
        passing("ON-STATE", "paused", on(), kind=Kind.PAUSED, offer=offer),
        passing("ON-STATE", "draft", on(), kind=Kind.DRAFT, offer=offer),
    )
)

CASES = (*CAP_COUNTS, *DUPLICATE_SCOPE, *SESSIONLESS, *PACE_COUNTS, *RUNNING_REFUSES)
