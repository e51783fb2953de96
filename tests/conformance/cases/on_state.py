"""Adding Outbound Numbers: the campaign, its state and the pace. Section 3, steps 7 to 9."""

from tests.conformance.build import called, distinct_records, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import Call, passing, refusing

UNKNOWN, WRONG_STATE, TOO_SOON = "0200007", "0200019", "0200022"

THE_CAMPAIGN = (
    passing("ON-CAMPAIGN", "of this VDN", on()),
    passing("ON-CAMPAIGN", "of the other VDN", on(), kind=Kind.OTHER_VDN),
    refusing("ON-CAMPAIGN", "unknown", UNKNOWN, on(), campaign="9"),
    refusing("ON-CAMPAIGN", "of another VDN", UNKNOWN, on(), vdn="2"),
    refusing("ON-CAMPAIGN", "unknown VDN", UNKNOWN, on(), vdn="9"),
)

STATE = (
    *(passing("ON-STATE", kind.name.lower(), on(), kind=kind) for kind in (Kind.PLAIN, Kind.DRAFT, Kind.PAUSED)),
    refusing("ON-STATE", "completed", WRONG_STATE, on(), kind=Kind.COMPLETED),
    refusing(
        "ON-STATE",
        "completed, again at once: state comes before pace",
        WRONG_STATE,
        on(),
        kind=Kind.COMPLETED,
        before=(Call(body=on(), code=WRONG_STATE),),
    ),
)

NOT_COUNTED = (
    ("a body that is no JSON", Call(body=b"x", code="02000008")),
    ("no list", Call(body=b"{}", code="02000001")),
    ("too many records", Call(body=on(*distinct_records(21)), code="0200029")),
    ("a wrong batchId", Call(body=on(batchId=1), code="02000006")),
    ("a wrong field of the second record", Call(body=on(record(), record(priority="6")), code="02000007")),
)

COUNTED = (
    ("an accepted call", Kind.PLAIN, Call(body=on())),
    ("duplicates", Kind.PLAIN, Call(body=on(record(), record()), code="0200018")),
    ("a blocklisted number", Kind.PLAIN, Call(body=on(record(called("13900000000"))), code="0200024")),
    ("a full campaign", Kind.FULL, Call(body=on(), code="0200020")),
    ("a missing type, contact policy", Kind.CONTACT, Call(body=on(), code="02000001")),
    ("a missing type, by round", Kind.BY_ROUND, Call(body=on(), code="02000001")),
    ("callData that is no JSON", Kind.IVR, Call(body=on(record(callData="x")), code="0200001")),
)

PACE = (
    passing("ON-PACE", "the first call", on()),
    *(passing("ON-PACE", f"at once after {label}", on(), before=(call,)) for label, call in NOT_COUNTED),
    *(
        refusing("ON-PACE", f"at once after {label}", TOO_SOON, on(), kind=kind, before=(call,))
        for label, kind, call in COUNTED
    ),
    refusing(
        "ON-PACE",
        "the third at once",
        TOO_SOON,
        on(record(called("1"))),
        before=(Call(body=on()), Call(body=on(record(called("2"))), code=TOO_SOON)),
    ),
)

CASES = (*THE_CAMPAIGN, *STATE, *PACE)
