"""Two faults in one request, and which of them decides: section 3, steps 1 to 5 and the step into the entries."""

from tests.conformance.build import ABSENT, cn, distinct_numbers, distinct_records, number, on, record, valid
from tests.conformance.case import Case, Headers, outside, refusing, replaced, without
from tests.conformance.cases.transport import LIMIT
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.sentences import PARAMETER_ERROR

TEXT: Headers = replaced("Content-Type", "text/plain")
NOTHING: Headers = ()
ANONYMOUS: Headers = without("Authorization")


def outside_the_documents(to: Interface) -> tuple[Case, ...]:
    """Of two answers outside the documents, or of one of them and a documented one."""
    body = valid(to)
    other_path = f"{to.path}/extra"
    uri, method, authorization, size = (to.clause(name) for name in ("URI", "METHOD", "AUTHORIZATION", "BODY-SIZE"))
    return (
        outside(uri, "before METHOD", 404, body, path=other_path, method="GET"),
        outside(uri, "before AUTHORIZATION", 404, body, path=other_path, headers=NOTHING),
        outside(method, "before AUTHORIZATION", 405, body, method="PUT", headers=NOTHING),
        outside(method, "before VDNID-TYPE", 405, body, method="GET", vdn="x"),
        outside(authorization, "before BODY-SIZE", 401, body, headers=ANONYMOUS, padded_to=LIMIT + 1),
        outside(authorization, "before CONTENT-TYPE", 401, body, headers=NOTHING),
        outside(authorization, "before everything else", 401, b"", vdn="x", campaign="y", headers=NOTHING),
        outside(size, "before CONTENT-TYPE", 413, body, headers=TEXT, padded_to=LIMIT + 1),
        outside(size, "before VDNID-TYPE", 413, body, vdn="x", padded_to=LIMIT + 1),
    )


def within_the_documents(to: Interface) -> tuple[Case, ...]:
    body = valid(to)
    content_type, vdn_type, vdn_range, campaign_type, campaign_range = (
        to.clause(name) for name in ("CONTENT-TYPE", "VDNID-TYPE", "VDNID-RANGE", "CAMPAIGNID-TYPE", "CAMPAIGNID-RANGE")
    )
    return (
        refusing(
            content_type, "before VDNID-TYPE", PARAMETER_ERROR, body, headers=TEXT, vdn="x", detail="Content-Type"
        ),
        refusing(content_type, "before BODY-EMPTY", PARAMETER_ERROR, b"", headers=TEXT, detail="Content-Type"),
        refusing(vdn_type, "before CAMPAIGNID-RANGE", "02000006", body, vdn="x", campaign="0"),
        refusing(vdn_range, "before CAMPAIGNID-TYPE", "02000007", body, vdn="0", campaign="x"),
        refusing(vdn_type, "before BODY-EMPTY", "02000006", b"", vdn="x"),
        refusing(campaign_type, "before BODY-EMPTY", "02000006", b"", campaign="x"),
        refusing(campaign_range, "before BODY-JSON", "02000007", b"x", campaign="0"),
        refusing(campaign_range, "before BODY-OBJECT", "02000007", b"[]", campaign="-1"),
        refusing(to.clause("BODY-JSON"), "before BODY-OBJECT", "02000008", b"[1,]"),
        refusing(to.clause("BODY-JSON"), "before the list", "02000008", b'{"ignored": NaN}'),
        refusing(to.clause("BODY-EMPTY"), "before CAMPAIGN", "02000001", b"", campaign="9"),
        refusing(to.clause("BODY-OBJECT"), "before CAMPAIGN", "02000006", b"[]", campaign="9"),
    )


LISTS = (
    refusing("CN-CALLERNO-MANDATORY", "before CAMPAIGN", "02000001", b"{}", campaign="9"),
    refusing("CN-CALLERNO-TYPE", "before CAMPAIGN", "02000006", cn(callerNo="x"), campaign="9"),
    refusing("CN-CALLERNO-COUNT", "before CALLERNO-ENTRY-MANDATORY", "02000011", cn(*[None] * 101)),
    refusing("CN-CALLERNO-COUNT", "before CALLERNO-ENTRY-TYPE", "02000011", cn(*[1] * 101)),
    refusing("CN-CALLERNO-COUNT", "before PRIORITY-RANGE", "02000011", cn(*distinct_numbers(100), number(priority=9))),
    refusing("CN-CALLERNO-COUNT", "before CAMPAIGN", "02000011", cn(*distinct_numbers(101)), campaign="9"),
    refusing("CN-CALLERNO-COUNT", "before DUPLICATE", "02000011", cn(*[number()] * 101)),
    refusing("ON-CALLDATALIST-MANDATORY", "before BATCHID-TYPE", "02000001", on(callDataList=ABSENT, batchId=1)),
    refusing("ON-CALLDATALIST-MANDATORY", "before CAMPAIGN", "02000001", b"{}", campaign="9"),
    refusing("ON-CALLDATALIST-TYPE", "before BATCHID-NUL", "02000006", on(callDataList="x", batchId="\x00")),
    refusing("ON-CALLDATALIST-COUNT", "before BATCHID-TYPE", "0200029", on(*distinct_records(21), batchId=1)),
    refusing("ON-CALLDATALIST-COUNT", "before CALLDATALIST-ENTRY-MANDATORY", "0200029", on(*[None] * 21)),
    refusing("ON-CALLDATALIST-COUNT", "before CALLED-MANDATORY", "0200029", on(*[{}] * 21)),
    refusing("ON-CALLDATALIST-COUNT", "before CAMPAIGN", "0200029", on(*distinct_records(21)), campaign="9"),
    refusing("ON-CALLDATALIST-COUNT", "before DUPLICATE", "0200029", on(*[record()] * 21)),
    refusing("ON-BATCHID-TYPE", "before CALLDATALIST-ENTRY-MANDATORY", "02000006", on(None, batchId=1)),
    refusing("ON-BATCHID-TYPE", "before SESSIONID-LENGTH", "02000006", on(record(sessionId="a" * 33), batchId=1)),
    refusing("ON-STRING-NUL", "before CALLDATALIST-ENTRY-TYPE", "02000002", on(1, batchId="\x00")),
)

CASES = (*(case for to in BOTH for case in (*outside_the_documents(to), *within_the_documents(to))), *LISTS)
