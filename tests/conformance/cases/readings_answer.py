"""The readings of section 7 that decide what an answer says; the default of each stands beside its alternative."""

from tests.conformance.build import called, cn, distinct_records, number, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import passing, refusing, with_locale
from tests.conformance.interfaces import CN, ON
from tests.conformance.offers import DEFAULT, reading
from tests.conformance.sentences import PARAMETER_ERROR

DATA_ID_KEY = tuple(
    passing("ON-DATA-ID-LIST", f"{key}", on(), offer=offer, list_key=key, called=("88888888",))
    for key, offer in (("dataIdList", DEFAULT), ("datalist", reading("data_id_key", "datalist")))
)

TWO_RECORDS_OF_TWO = on(record(called("1"), called("2")), record(called("4"), called("3")))
DATA_ID_PER = tuple(
    passing("ON-DATA-ID-LIST", f"{name}", TWO_RECORDS_OF_TWO, offer=offer, called=entries, total_size=2)
    for name, offer, entries in (
        ("record", DEFAULT, ("1", "4")),
        ("number", reading("data_id_per", "number"), ("1", "2", "4", "3")),
    )
)

TOTAL_SIZE = tuple(
    passing(
        "ON-TOTAL-SIZE",
        f"{name}",
        on(*distinct_records(2)),
        kind=Kind.FIVE_PENDING,
        offer=offer,
        total_size=total,
    )
    for name, offer, total in (("campaign", DEFAULT, 7), ("accepted", reading("total_size", "accepted"), 2))
)

NULL_RETURN_OBJECT = reading("failure_return_object", "null")
FAILURE_RETURN_OBJECT = (
    refusing("ON-CALLDATALIST-MANDATORY", "no list", "02000001", b"{}"),
    refusing(
        "ON-CALLDATALIST-MANDATORY",
        "no list",
        "02000001",
        b"{}",
        offer=NULL_RETURN_OBJECT,
        null_return_object=True,
    ),
    refusing(
        "ON-CAP",
        "a full campaign",
        "0200020",
        on(),
        kind=Kind.FULL,
        offer=NULL_RETURN_OBJECT,
        null_return_object=True,
    ),
    passing("ON-ANSWER", "a success", on(), offer=NULL_RETURN_OBJECT),
    refusing("CN-CALLERNO-MANDATORY", "no list", "02000001", b"{}", offer=NULL_RETURN_OBJECT),
)

ALWAYS_ENGLISH = reading("description_language", "english")
DESCRIPTION_LANGUAGE = (
    *(
        passing(
            f"{to.name}-LOCALE",
            f"locale {value or 'absent'}",
            b"",
            code="02000001",
            headers=with_locale(value),
            language="en",
            offer=ALWAYS_ENGLISH,
        )
        for to in (CN, ON)
        for value in ("zh_CN", "en_US", "fr", "")
    ),
    refusing(
        "CN-DUPLICATE",
        "a detail",
        PARAMETER_ERROR,
        cn(number(), number()),
        headers=with_locale("zh_CN"),
        language="en",
        offer=ALWAYS_ENGLISH,
    ),
)

UMBRELLA = reading("validation_codes", "umbrella")
VALIDATION_CODES = tuple(
    refusing(clause, "an eight-digit code", PARAMETER_ERROR, body, vdn=vdn, detail_of=code, offer=UMBRELLA)
    for clause, code, body, vdn in (
        ("CN-VDNID-TYPE", "02000006", cn(), "x"),
        ("CN-BODY-EMPTY", "02000001", b"", ""),
        ("CN-ACCESSCODE-CHARACTERS", "02000002", cn(number(accessCode="x")), ""),
        ("CN-ACCESSCODE-LENGTH", "02000003", cn(number(accessCode="1" * 25)), ""),
        ("CN-PRIORITY-RANGE", "02000007", cn(number(priority=6)), ""),
        ("CN-CALLERNO-COUNT", "02000011", cn(*[number()] * 101), ""),
        ("ON-VDNID-RANGE", "02000007", on(), "0"),
        ("ON-BODY-JSON", "02000008", b"x", ""),
        ("ON-CALLDATALIST-TYPE", "02000006", on(callDataList=1), ""),
        ("ON-CALLEDNO-MANDATORY", "02000001", on(record(called(""))), ""),
        ("ON-CUSTOMFIELD-CHARACTERS", "02000002", on(record(customField="!")), ""),
        ("ON-SESSIONID-LENGTH", "02000003", on(record(sessionId="a" * 33)), ""),
        ("ON-DELAYTIME-FORM", "02000008", on(record(called(delayTime="x"))), ""),
    )
)
SEVEN_DIGITS = (
    refusing(
        "ON-RECYCLETIME-FORM",
        "a seven-digit code stays",
        "0200030",
        on(record(recycleTime="x")),
        offer=UMBRELLA,
    ),
    refusing(
        "ON-TYPE-CONTACT-POLICY",
        "an eight-digit code of the campaign",
        PARAMETER_ERROR,
        on(),
        kind=Kind.CONTACT,
        detail_of="02000001",
        offer=UMBRELLA,
    ),
)

CASES = (
    *DATA_ID_KEY,
    *DATA_ID_PER,
    *TOTAL_SIZE,
    *FAILURE_RETURN_OBJECT,
    *DESCRIPTION_LANGUAGE,
    *VALIDATION_CODES,
    *SEVEN_DIGITS,
)
