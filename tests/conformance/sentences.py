"""The result codes and their sentences, typed from the two documents and from the Chinese edition of their pages."""

from typing import Literal

Language = Literal["zh", "en"]

SUCCESS = "0200000"
PARAMETER_ERROR = "0200001"

ENGLISH = {
    "0200001": "Parameter error. For details about the error, see resultDesc.",
    "0200006": "Database operation error.",
    "0200007": "The outbound campaign does not exist.",
    "0200018": "Duplicate numbers exist.",
    "0200019": "The number cannot be added in the current state.",
    "0200020": "The number quantity exceeds the upper limit 200,000.",
    "0200022": "The interface invoking time is short.",
    "0200024": "The number to be added is in the blocklist.",
    "0200029": "The maximum number of numbers that can be added each time is exceeded.",
    "0200030": "The time format is incorrect.",
    "02000001": "Empty parameter.",
    "02000002": "The parameter contains invalid characters.",
    "02000003": "The parameter length cannot exceed the maximum length.",
    "02000004": "The parameter length cannot be less than the minimum length.",
    "02000005": "The parameter length must be within the specified range.",
    "02000006": "Incorrect parameter type.",
    "02000007": "Incorrect parameter value.",
    "02000008": "Parameter conversion error. Check the request parameters.",
    "02000009": "Incorrect parameter combination. Check the request parameters.",
    "02000010": "The hour and minute parameters must be set at the same time.",
    "02000011": "The number of parameters cannot exceed the specified number.",
}

CHINESE = {
    "0200001": "参数异常，异常详情在resultDesc中描述。",
    "0200006": "数据库操作异常。",
    "0200007": "外呼活动不存在。",
    "0200018": "存在重复的号码。",
    "0200019": "当前状态不允许追加号码。",
    "0200020": "号码数量超过了最大规格20w条。",
    "0200022": "接口调用太快。",
    "0200024": "添加的号码中存在黑名单号码。",
    "0200029": "超过了每次添加允许的最大值。",
    "0200030": "时间格式不正确。",
    "02000001": "参数值为空",
    "02000002": "参数包含非法字符",
    "02000003": "参数长度不能大于规定长度",
    "02000004": "参数长度不能小于规定长度",
    "02000005": "参数长度需要介于规定长度之间",
    "02000006": "参数值类型不正确",
    "02000007": "参数值大小不正确",
    "02000008": "参数转换异常，请检查请求参数",
    "02000009": "参数组合不正确，请检查请求参数",
    "02000010": "hour和minute必须同时存在",
    "02000011": "参数个数不能大于规定个数",
}


def sentence(code: str, language: Language) -> str:
    return (ENGLISH if language == "en" else CHINESE)[code]
