"""Adding Calling Numbers: its shape and its rules (document CN)."""

from collections.abc import Collection, Sequence
from typing import Protocol

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.characters import DIGITS
from mock_isales.contract.clauses import Clause, Document, Refusal, Standing
from mock_isales.contract.codes import VALIDATION_CODES, ResultCode
from mock_isales.contract.fields import List, Shape
from mock_isales.contract.interface import Interface
from mock_isales.contract.limits import Limit
from mock_isales.contract.path_fields import campaign_field, vdn_field
from mock_isales.contract.requests import AddCallingNumbers, CallingNumber
from mock_isales.contract.rules import rule
from mock_isales.contract.scalars import Integer, String
from mock_isales.contract.service import MADE_ON_FIRST_USE, Terms
from mock_isales.contract.text import Text
from mock_isales.contract.wire import Wire

DOCUMENT = Document.CN
MAXIMUM = 100

_BODY = "Table 3 Request body parameters"
_ENTRY = "Table 4 Parameter description of callerNo"
_RESTRICTIONS = "Restrictions"
_PREREQUISITES = "Prerequisites"


class CallingFacts(Protocol):
    """What the rules ask of a campaign."""

    @property
    def campaign(self) -> Campaign | None:
        """The campaign that the call names, if the VDN has it."""

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the VDN has been provisioned with."""

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the campaign has already."""

    def calling_number_count(self) -> int:
        """How many calling numbers the campaign has."""


CN_CAMPAIGN = Clause(
    "CN-CAMPAIGN",
    DOCUMENT,
    _PREREQUISITES,
    Text("The outbound campaign has been created.", "外呼活动已创建。"),
    ResultCode.NO_SUCH_CAMPAIGN,
)
CN_PROVISIONED = Clause(
    "CN-PROVISIONED",
    DOCUMENT,
    _RESTRICTIONS,
    Text(
        "In SaaS, or in OP with Restrict VDN Calling Number off, only numbers provisioned for the VDN can be added.",
        "在SaaS场景，或OP场景且限制VDN主叫号码开关关闭时，只能添加已分配给该VDN的号码。",
    ),
    ResultCode.PARAMETER_ERROR,
)
CN_DUPLICATE = Clause(
    "CN-DUPLICATE",
    DOCUMENT,
    _RESTRICTIONS,
    Text("The calling numbers added each time are unique.", "每次添加的主叫号码不能重复。"),
    ResultCode.PARAMETER_ERROR,
)
CN_TOTAL = Clause(
    "CN-TOTAL",
    DOCUMENT,
    _RESTRICTIONS,
    Text(
        "The total of a campaign's calling numbers does not exceed the configured system parameter.",
        "外呼活动的主叫号码总数不能超过系统参数的配置值。",
    ),
    ResultCode.PARAMETER_ERROR,
)
CN_STORING = Clause(
    "CN-STORING",
    DOCUMENT,
    "Error Codes",
    Text("The numbers can be stored.", "号码可以保存。"),
    ResultCode.PARAMETER_ERROR,
    Standing.INFERRED,
)
CN_ANSWER = Clause(
    "CN-ANSWER",
    DOCUMENT,
    "Response Description",
    Text(
        "The answer has resultCode, resultDesc and their equal twins returnCode, returnDesc; 0200000 is success.",
        "响应包含resultCode、resultDesc及与其相同的returnCode、returnDesc；0200000表示成功。",
    ),
)

ACCESS_CODE = String(
    document=DOCUMENT,
    section=_ENTRY,
    name="accessCode",
    attribute="access_code",
    meaning=Text(
        "Calling number, shown on the customer's phone after a call is connected.", "主叫号码，接通后显示在客户话机上。"
    ),
    mandatory=True,
    max_length=24,
    alphabet=DIGITS,
    example="12345678901234",
)
PRIORITY = Integer(
    document=DOCUMENT,
    section=_ENTRY,
    name="priority",
    attribute="priority",
    meaning=Text(
        "Calling number priority; a smaller value is a higher priority.", "主叫号码优先级，值越小优先级越高。"
    ),
    mandatory=True,
    low=1,
    high=5,
    example=1,
)
CALLER_NO = List(
    document=DOCUMENT,
    section=_BODY,
    name="callerNo",
    attribute="calling_numbers",
    meaning=Text("The calling numbers to be added.", "要添加的主叫号码。"),
    mandatory=True,
    shape=Shape(CallingNumber, (ACCESS_CODE, PRIORITY)),
    maximum=lambda _: MAXIMUM,
    limit=Text(f"has at most {MAXIMUM} numbers", f"每次最多{MAXIMUM}个号码"),
    too_many=ResultCode.TOO_MANY_PARAMETERS,
)


@rule(CN_CAMPAIGN, lifted=MADE_ON_FIRST_USE)
def campaign_exists(request: AddCallingNumbers, facts: CallingFacts, terms: Terms) -> Refusal | None:  # noqa: ARG001
    """The campaign is one of the VDN's."""
    return CN_CAMPAIGN.refuse("campaignId", None) if facts.campaign is None else None


@rule(CN_PROVISIONED)
def provisioned(request: AddCallingNumbers, facts: CallingFacts, terms: Terms) -> Refusal | None:
    """Where only provisioned numbers may call, each of them is provisioned."""
    if not terms.service.only_provisioned:
        return None
    numbers = [entry.access_code for entry in request.calling_numbers]
    allowed = facts.provisioned(numbers)
    for index, number in enumerate(numbers):
        if number not in allowed:
            detail = Text(
                f"The calling number {number} has not been provisioned for the VDN.",
                f"主叫号码{number}未分配给该VDN。",
            )
            return CN_PROVISIONED.refuse(_place(index), number, detail)
    return None


@rule(CN_DUPLICATE)
def unique(request: AddCallingNumbers, facts: CallingFacts, terms: Terms) -> Refusal | None:  # noqa: ARG001
    """No number stands twice in a call."""
    seen: set[str] = set()
    for index, entry in enumerate(request.calling_numbers):
        if entry.access_code in seen:
            detail = Text(
                f"The calling number {entry.access_code} is sent twice.", f"主叫号码{entry.access_code}重复。"
            )
            return CN_DUPLICATE.refuse(_place(index), entry.access_code, detail)
        seen.add(entry.access_code)
    return None


def _total(request: AddCallingNumbers, facts: CallingFacts, terms: Terms) -> int:  # noqa: ARG001
    """How many calling numbers the campaign would have; one that it has already does not count twice."""
    numbers = [entry.access_code for entry in request.calling_numbers]
    return facts.calling_number_count() + len(numbers) - len(facts.calling_numbers_among(numbers))


TOTAL: Limit[AddCallingNumbers, CallingFacts] = Limit(
    setting="callerno_total_max",
    measured=_total,
    bound=lambda terms: terms.service.callerno_total_max,
    meaning=Text("calling numbers of the campaign with those of this call", "包含本次调用在内的外呼活动主叫号码总数"),
)


@rule(CN_TOTAL, limit=TOTAL)
def room(request: AddCallingNumbers, facts: CallingFacts, terms: Terms) -> Refusal | None:
    """The campaign does not come to have too many."""
    total = _total(request, facts, terms)
    limit = terms.service.callerno_total_max
    if total <= limit:
        return None
    detail = Text(
        f"The campaign would have {total} calling numbers, and {limit} are allowed.",
        f"外呼活动的主叫号码总数将为{total}，上限为{limit}。",
    )
    return CN_TOTAL.refuse("callerNo", f"{total} calling numbers", detail)


def _place(index: int) -> str:
    return f"{CALLER_NO.name}[{index}].{ACCESS_CODE.name}"


ADD_CALLING_NUMBERS = Interface(
    operation="add_calling_numbers",
    document=DOCUMENT,
    scenario="Add calling numbers to an outbound campaign.",
    wire=Wire(
        document=DOCUMENT,
        uri_section="URI",
        header_section="Table 2 Request header parameters",
        body_section=_BODY,
        path="/rest/isales/v1/openapi/campaigns/{vdnId}/callerNo/{campaignId}",
        locale_standing=Standing.INFERRED,
    ),
    vdn=vdn_field(DOCUMENT),
    campaign=campaign_field(DOCUMENT),
    entries=CALLER_NO,
    options=(),
    becomes=AddCallingNumbers,
    rules=(campaign_exists, provisioned, unique, room),
    codes=(
        ResultCode.SUCCESS,
        ResultCode.PARAMETER_ERROR,
        ResultCode.NO_SUCH_CAMPAIGN,
        *VALIDATION_CODES,
    ),
    success="create callerNo success",
    storing=CN_STORING,
    answers=(CN_ANSWER,),
    sample={
        "callerNo": [
            {"accessCode": "12345678901234", "priority": 1},
            {"accessCode": "525245", "priority": 2},
        ]
    },
)
