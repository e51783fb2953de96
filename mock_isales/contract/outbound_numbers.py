"""Adding Outbound Numbers (V2): the interface (document ON)."""

from mock_isales.contract.clauses import Clause, Document, Standing
from mock_isales.contract.codes import VALIDATION_CODES, ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_clauses import ON_STORING
from mock_isales.contract.outbound_fields import BATCH_ID, BODY_SECTION, CALL_DATA_LIST
from mock_isales.contract.outbound_rules import AFTER_PACE, UNTIL_PACE
from mock_isales.contract.path_fields import campaign_field, vdn_field
from mock_isales.contract.requests import AddOutboundNumbers
from mock_isales.contract.text import Text
from mock_isales.contract.wire import Wire

DOCUMENT = Document.ON
_RETURN_OBJECT = "Table 7 Parameter description of returnObject"
_DATA_LIST = "Table 8 Parameter description of datalist"

ON_ANSWER = Clause(
    "ON-ANSWER",
    DOCUMENT,
    "Table 6 Response body parameters",
    Text(
        "The answer has resultCode, resultDesc and their equal twins returnCode, returnDesc; 0200000 is success, "
        "and comes with returnObject.",
        "响应包含resultCode、resultDesc及与其相同的returnCode、returnDesc；0200000表示成功，并带有returnObject。",
    ),
    standing=Standing.READING,
    readings=("failure_return_object", "validation_codes"),
)
ON_TOTAL_SIZE = Clause(
    "ON-TOTAL-SIZE",
    DOCUMENT,
    _RETURN_OBJECT,
    Text(
        "totalSize is the number of outbound calls that the system still needs to make.",
        "totalSize为系统还需呼叫的数据总数。",
    ),
    standing=Standing.READING,
    readings=("total_size",),
)
ON_DATA_ID_LIST = Clause(
    "ON-DATA-ID-LIST",
    DOCUMENT,
    _DATA_LIST,
    Text(
        "The list has one entry a record, in the order sent: its first called number and its data ID.",
        "列表按发送顺序每条数据一个元素，包含其首个被叫号码和数据ID。",
    ),
    standing=Standing.READING,
    readings=("data_id_key", "data_id_per"),
)
ON_DATA_ID = Clause(
    "ON-DATA-ID",
    DOCUMENT,
    _DATA_LIST,
    Text(
        "dataId is a String of 19 decimal digits, unique, and increasing within a campaign.",
        "dataId为19位十进制数字的字符串，唯一，且在外呼活动内递增。",
    ),
    standing=Standing.INFERRED,
)

ADD_OUTBOUND_NUMBERS = Interface(
    operation="add_outbound_numbers",
    document=DOCUMENT,
    scenario="Add outbound numbers to an outbound campaign.",
    wire=Wire(
        document=DOCUMENT,
        uri_section="URL",
        header_section="Table 2 Request header parameters",
        body_section=BODY_SECTION,
        path="/rest/isales/v2/openapi/campaigns/{vdnId}/calldata/{campaignId}",
        locale_standing=Standing.DOCUMENTED,
    ),
    vdn=vdn_field(DOCUMENT),
    campaign=campaign_field(DOCUMENT),
    entries=CALL_DATA_LIST,
    options=(BATCH_ID,),
    becomes=AddOutboundNumbers,
    rules=(*UNTIL_PACE, *AFTER_PACE),
    codes=(
        ResultCode.SUCCESS,
        ResultCode.PARAMETER_ERROR,
        ResultCode.DATABASE_ERROR,
        ResultCode.NO_SUCH_CAMPAIGN,
        ResultCode.DUPLICATE_NUMBERS,
        ResultCode.STATE_REFUSES,
        ResultCode.TOO_MANY_INCOMPLETE,
        ResultCode.TOO_FAST,
        ResultCode.BLOCKLISTED,
        ResultCode.TOO_MANY_RECORDS,
        ResultCode.WRONG_TIME_FORMAT,
        *VALIDATION_CODES,
    ),
    success="create data succeeded",
    storing=ON_STORING,
    answers=(ON_ANSWER, ON_TOTAL_SIZE, ON_DATA_ID_LIST, ON_DATA_ID),
    sample={
        "batchId": "174667380880136549777962146073",
        "callDataList": [
            {
                "sessionId": "123456789",
                "called": [
                    {"calledNo": "88888888", "delayTime": "0", "type": "SI"},
                    {"calledNo": "99999999", "delayTime": "1", "type": "SI"},
                ],
            },
            {
                "sessionId": "987654322",
                "called": [{"calledNo": "66666666", "delayTime": "0", "type": "SI"}],
                "priority": "5",
            },
        ],
    },
)
