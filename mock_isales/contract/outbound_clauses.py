"""Adding Outbound Numbers: the clauses about what depends on the campaign (document ON)."""

from mock_isales.contract.clauses import Clause, Document, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.outbound_fields import CALLED_SECTION, RECORD_SECTION
from mock_isales.contract.text import Text

DOCUMENT = Document.ON
_RESTRICTIONS = "Restrictions"
_PREREQUISITES = "Prerequisites"

ON_CAMPAIGN = Clause(
    "ON-CAMPAIGN",
    DOCUMENT,
    _PREREQUISITES,
    Text("The outbound campaign has been created.", "外呼活动已创建。"),
    ResultCode.NO_SUCH_CAMPAIGN,
)
ON_STATE = Clause(
    "ON-STATE",
    DOCUMENT,
    "Table 9 Error code description",
    Text(
        "The campaign is in a state in which numbers can be added: it is not completed.",
        "外呼活动的状态允许追加号码：未结束。",
    ),
    ResultCode.STATE_REFUSES,
    Standing.READING,
    ("refusing_states",),
)
ON_PACE = Clause(
    "ON-PACE",
    DOCUMENT,
    _RESTRICTIONS,
    Text(
        "Calls for one campaign are at least 1 second apart.",
        "同一外呼活动的接口调用间隔不小于1秒。",
    ),
    ResultCode.TOO_FAST,
    Standing.READING,
    ("pace_counts",),
)
ON_TYPE_CONTACT_POLICY = Clause(
    "ON-TYPE-CONTACT-POLICY",
    DOCUMENT,
    CALLED_SECTION,
    Text(
        "type is mandatory when Policy Type under OUTBOUND CALL RESULT POLICY is Contact Policy.",
        "外呼结果策略的策略类型为联络策略时，type必填。",
    ),
    ResultCode.EMPTY,
)
ON_TYPE_BY_ROUND = Clause(
    "ON-TYPE-BY-ROUND",
    DOCUMENT,
    CALLED_SECTION,
    Text(
        "type is mandatory when Call Mode under CALL POLICY is By round.",
        "呼叫策略的呼叫方式为按轮次时，type必填。",
    ),
    ResultCode.EMPTY,
)
ON_CALLDATA_JSON = Clause(
    "ON-CALLDATA-JSON",
    DOCUMENT,
    RECORD_SECTION,
    Text(
        "callData is JSON when the campaign involves an intelligent IVR flow.",
        "外呼涉及智能IVR流程时，callData必须为JSON格式。",
    ),
    ResultCode.PARAMETER_ERROR,
    Standing.READING,
    ("ivr_call_data",),
)
ON_DUPLICATE = Clause(
    "ON-DUPLICATE",
    DOCUMENT,
    _RESTRICTIONS,
    Text(
        "The called numbers added each time under the same session ID are unique.",
        "每次添加的同一sessionId下的被叫号码不能重复。",
    ),
    ResultCode.DUPLICATE_NUMBERS,
    Standing.READING,
    ("duplicate_scope", "sessionless_records"),
)
ON_BLOCKLIST = Clause(
    "ON-BLOCKLIST",
    DOCUMENT,
    _RESTRICTIONS,
    Text("No called number is on the VDN's blocklist.", "被叫号码不在VDN的黑名单中。"),
    ResultCode.BLOCKLISTED,
)
ON_CAP = Clause(
    "ON-CAP",
    DOCUMENT,
    _RESTRICTIONS,
    Text(
        "A campaign has at most 200,000 incomplete outbound calls.",
        "外呼活动的未完成外呼数据不超过200,000条。",
    ),
    ResultCode.TOO_MANY_INCOMPLETE,
    Standing.READING,
    ("cap_counts",),
)
ON_STORING = Clause(
    "ON-STORING",
    DOCUMENT,
    "Table 9 Error code description",
    Text("The records can be stored.", "外呼数据可以保存。"),
    ResultCode.DATABASE_ERROR,
)
