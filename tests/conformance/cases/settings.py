"""The settings of section 8; their defaults are told apart in the modules of their subjects."""

from tests.conformance.build import called, cn, distinct_numbers, distinct_records, number, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import Call, passing, refusing
from tests.conformance.offers import setting
from tests.conformance.sentences import PARAMETER_ERROR

DUPLICATE, FULL, TOO_SOON, TOO_MANY = "0200018", "0200020", "0200022", "0200029"


# Each of these sets one thing for either interface, which the other cannot see: a server less to start.
RAISED_AND_SAAS = setting("calldata_max", "2000", ("deployment", "saas"))
THREE = setting("calldata_max", "3", ("callerno_total_max", "3"))
FIFTEEN_AND_RESTRICTED = setting("incomplete_max", "15", ("restrict_vdn_calling_number", "false"))

CALLDATA_MAX = (
    passing("ON-CALLDATALIST-COUNT", "21", on(*distinct_records(21)), total_size=21, offer=RAISED_AND_SAAS),
    passing("ON-CALLDATALIST-COUNT", "2000", on(*distinct_records(2000)), total_size=2000, offer=RAISED_AND_SAAS),
    refusing("ON-CALLDATALIST-COUNT", "2001", TOO_MANY, on(*distinct_records(2001)), offer=RAISED_AND_SAAS),
    passing("ON-CALLDATALIST-COUNT", "3", on(*distinct_records(3)), offer=THREE),
    refusing("ON-CALLDATALIST-COUNT", "4", TOO_MANY, on(*distinct_records(4)), offer=THREE),
)

NOT_COUNTED = setting("uncomplate_count", "false")
UNCOMPLATE_COUNT = (
    passing("ON-CAP", "11", on(*distinct_records(11)), kind=Kind.NEARLY_FULL, total_size=11, offer=NOT_COUNTED),
    passing(
        "ON-TOTAL-SIZE",
        "five pending and two",
        on(*distinct_records(2)),
        kind=Kind.FIVE_PENDING,
        total_size=2,
        offer=NOT_COUNTED,
    ),
)

SECOND_PAIR = cn(*distinct_numbers(4)[2:])
CALLERNO_TOTAL_MAX = (
    passing("CN-TOTAL", "3 at once", cn(*distinct_numbers(3)), offer=THREE),
    refusing("CN-TOTAL", "4 at once", PARAMETER_ERROR, cn(*distinct_numbers(4)), offer=THREE),
    refusing(
        "CN-TOTAL",
        "2 and 2",
        PARAMETER_ERROR,
        SECOND_PAIR,
        before=(Call(body=cn(*distinct_numbers(2))),),
        offer=THREE,
    ),
    passing(
        "CN-TOTAL",
        "2 and 2, one of them known",
        cn(*distinct_numbers(3)[1:]),
        before=(Call(body=cn(*distinct_numbers(2))),),
        offer=THREE,
    ),
    passing(
        "CN-TOTAL",
        "a refused call stores nothing",
        cn(number(accessCode="7")),
        before=(Call(body=cn(*distinct_numbers(2))), Call(body=SECOND_PAIR, code=PARAMETER_ERROR)),
        offer=THREE,
    ),
    passing("CN-TOTAL", "one of the seed and 2", cn(*distinct_numbers(2)), kind=Kind.NUMBERED, offer=THREE),
    refusing(
        "CN-TOTAL",
        "one of the seed and 3",
        PARAMETER_ERROR,
        cn(*distinct_numbers(3)),
        kind=Kind.NUMBERED,
        offer=THREE,
    ),
)

INCOMPLETE_MAX = (
    passing("ON-CAP", "15", on(*distinct_records(15)), total_size=15, offer=FIFTEEN_AND_RESTRICTED),
    refusing("ON-CAP", "16", FULL, on(*distinct_records(16)), offer=FIFTEEN_AND_RESTRICTED),
    passing(
        "ON-CAP",
        "five pending and 10",
        on(*distinct_records(10)),
        kind=Kind.FIVE_PENDING,
        total_size=15,
        offer=FIFTEEN_AND_RESTRICTED,
    ),
    refusing(
        "ON-CAP",
        "five pending and 11",
        FULL,
        on(*distinct_records(11)),
        kind=Kind.FIVE_PENDING,
        offer=FIFTEEN_AND_RESTRICTED,
    ),
)

NO_PACE = setting("pace_interval", "0")
EARLIER, LATER = Call(body=on(record(called("1"), sessionId="a"))), on(record(called("1"), sessionId="a"))
PACE_INTERVAL = (
    passing("ON-PACE", "again at once", on(), before=(Call(body=on()),), total_size=2, offer=NO_PACE),
    passing(
        "ON-CAP",
        "refused whole: the eleven store nothing",
        on(*distinct_records(10)),
        kind=Kind.NEARLY_FULL,
        before=(Call(body=on(*distinct_records(11)), code=FULL),),
        total_size=200_000,
        offer=NO_PACE,
    ),
    refusing(
        "ON-CAP",
        "ten and then one",
        FULL,
        on(record(called("1"))),
        before=(Call(body=on(*distinct_records(10))),),
        kind=Kind.NEARLY_FULL,
        offer=NO_PACE,
    ),
    passing(
        "ON-DUPLICATE",
        "again in a later call, duplicates stored nothing",
        on(),
        before=(Call(body=on()), Call(body=on(record(), record()), code=DUPLICATE)),
        total_size=2,
        offer=NO_PACE,
    ),
    passing("ON-DUPLICATE", "one session's number in a later call", LATER, before=(EARLIER,), offer=NO_PACE),
    passing(
        "ON-TOTAL-SIZE",
        "three calls",
        on(*distinct_records(3)),
        before=(Call(body=on()), Call(body=on(*distinct_records(20)))),
        total_size=24,
        offer=NO_PACE,
    ),
)

CREATE = setting("unknown_campaigns", "create")
UNKNOWN_CAMPAIGNS = (
    passing("ON-CAMPAIGN", "created", on(), campaign="9", offer=CREATE, total_size=1),
    passing("ON-CAMPAIGN", "VDN too", on(), vdn="77", campaign="1", offer=CREATE),
    passing("CN-CAMPAIGN", "created", cn(), campaign="10", offer=CREATE),
    passing("CN-CAMPAIGN", "VDN too", cn(), vdn="78", campaign="1", offer=CREATE),
    refusing(
        "ON-PACE",
        "a created campaign has one",
        TOO_SOON,
        on(),
        vdn="79",
        campaign="1",
        offer=CREATE,
        before=(Call(body=on()),),
        language="zh",
    ),
)

PROVISIONED, OTHER = number(accessCode="4001"), number(accessCode="4002")
DEPLOYMENT = tuple(
    case
    for offer in (RAISED_AND_SAAS, FIFTEEN_AND_RESTRICTED)
    for case in (
        passing("CN-PROVISIONED", "provisioned", cn(PROVISIONED), offer=offer),
        refusing("CN-PROVISIONED", "not provisioned", PARAMETER_ERROR, cn(OTHER), offer=offer),
        refusing("CN-PROVISIONED", "the second is not", PARAMETER_ERROR, cn(PROVISIONED, OTHER), offer=offer),
        refusing(
            "CN-PROVISIONED", "in another VDN", PARAMETER_ERROR, cn(PROVISIONED), kind=Kind.OTHER_VDN, offer=offer
        ),
    )
)

CASES = (
    *CALLDATA_MAX,
    *UNCOMPLATE_COUNT,
    *CALLERNO_TOTAL_MAX,
    *INCOMPLETE_MAX,
    *PACE_INTERVAL,
    *UNKNOWN_CAMPAIGNS,
    *DEPLOYMENT,
)
