"""Adding Outbound Numbers: its fields (document ON, Tables 3 to 5)."""

from mock_isales.contract.characters import DIALLABLE, NO_SPECIALS, NO_SPECIALS_BUT_HYPHEN
from mock_isales.contract.clauses import Clause, Document, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import List, Shape
from mock_isales.contract.forms import Time, WholeNumber
from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.contract.scalars import String
from mock_isales.contract.text import Text

DOCUMENT = Document.ON
BODY_SECTION = "Table 3 Request body parameters"
RECORD_SECTION = "Table 4 Parameter description of callDataList"
CALLED_SECTION = "Table 5 Parameter description of called"

ON_STRING_NUL = Clause(
    "ON-STRING-NUL",
    DOCUMENT,
    "Tables 3 to 5",
    Text("No String holds the character U+0000.", "String类型的参数不能包含字符U+0000。"),
    ResultCode.INVALID_CHARACTERS,
    Standing.INFERRED,
)

BATCH_ID = String(
    document=DOCUMENT,
    section=BODY_SECTION,
    name="batchId",
    attribute="batch_id",
    meaning=Text("Batch ID.", "批次ID。"),
    nul=ON_STRING_NUL,
    example="174667380880136549777962146073",
)
CALLED_NO = String(
    document=DOCUMENT,
    section=CALLED_SECTION,
    name="calledNo",
    attribute="called_no",
    meaning=Text("Called number of a customer.", "客户的被叫号码。"),
    mandatory=True,
    max_length=24,
    alphabet=DIALLABLE,
    example="88888888",
)
DELAY_TIME = String(
    document=DOCUMENT,
    section=CALLED_SECTION,
    name="delayTime",
    attribute="delay_time",
    meaning=Text("Call interval of each customer number, in seconds.", "各客户号码的呼叫间隔，单位为秒。"),
    default="0",
    form=WholeNumber(0, 86400),
    nul=ON_STRING_NUL,
    example="0",
)
TYPE = String(
    document=DOCUMENT,
    section=CALLED_SECTION,
    name="type",
    attribute="type",
    meaning=Text(
        "Customer number type; mandatory under the contact policy and when calling by round.",
        "客户号码类型；采用联络策略或按轮次呼叫时必填。",
    ),
    max_length=20,
    alphabet=NO_SPECIALS_BUT_HYPHEN,
    nul=ON_STRING_NUL,
    example="SI",
)
SESSION_ID = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="sessionId",
    attribute="session_id",
    meaning=Text("ID of a subscriber, sent back in the outbound call result.", "用户ID，在外呼结果中带回。"),
    max_length=32,
    nul=ON_STRING_NUL,
    example="123456789",
)
CALLED = List(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="called",
    attribute="called",
    meaning=Text("Customer number information.", "客户号码信息。"),
    mandatory=True,
    shape=Shape(CalledNumber, (CALLED_NO, DELAY_TIME, TYPE)),
)
CALLER = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="caller",
    attribute="caller",
    meaning=Text("Calling number.", "主叫号码。"),
    max_length=24,
    nul=ON_STRING_NUL,
    example="10086",
)
CUSTOM_FIELD = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="customField",
    attribute="custom_field",
    meaning=Text("User-defined field.", "用户自定义字段。"),
    max_length=200,
    alphabet=NO_SPECIALS,
    nul=ON_STRING_NUL,
    example="batch 7 of November",
)
RECYCLE_TIME = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="recycleTime",
    attribute="recycle_time",
    meaning=Text("Recycling time, as yyyy-mm-dd hh:mm:ss.", "回收时间，格式为yyyy-mm-dd hh:mm:ss。"),
    form=Time(),
    nul=ON_STRING_NUL,
    example="2026-12-31 23:59:59",
)
CALL_DATA = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="callData",
    attribute="call_data",
    meaning=Text("Call-associated data, preferably JSON.", "随路数据，建议使用JSON格式。"),
    max_length=1024,
    nul=ON_STRING_NUL,
    # As the document prints it: JSON escaped once more.
    example=r"{\"fullName\":\"Lin Zihang\",\"date\":\"March 31, 2022\",\"riskName\":\"Compulsory traffic insurance\"}",
)
PRIORITY = String(
    document=DOCUMENT,
    section=RECORD_SECTION,
    name="priority",
    attribute="priority",
    meaning=Text(
        "Records are taken for dialling by priority: 1 is the highest, 5 the lowest.",
        "外呼数据按优先级抽取：1最高，5最低。",
    ),
    default="3",
    form=WholeNumber(1, 5),
    nul=ON_STRING_NUL,
    example="5",
)
CALL_DATA_LIST = List(
    document=DOCUMENT,
    section=BODY_SECTION,
    name="callDataList",
    attribute="records",
    meaning=Text("The records to be added, one a customer.", "要添加的数据，每位客户一条。"),
    mandatory=True,
    shape=Shape(
        Record,
        (SESSION_ID, CALLED, CALLER, CUSTOM_FIELD, RECYCLE_TIME, CALL_DATA, PRIORITY),
    ),
    maximum=lambda terms: terms.service.calldata_max,
    limit=Text(
        "has at most isales.api.calldata.max records, 20 by default",
        "每次最多isales.api.calldata.max条数据，默认20条",
    ),
    too_many=ResultCode.TOO_MANY_RECORDS,
)
