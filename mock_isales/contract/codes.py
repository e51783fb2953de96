"""The documented result codes, each with its sentence (contract table "Error Codes" of both documents)."""

from enum import StrEnum
from typing import Self

from mock_isales.contract.text import Text


class ResultCode(StrEnum):
    """A `resultCode`, with its documented sentence in both languages.

    Seven digits are outcomes of the business, eight digits (`0200` + `0001`…) are validations of a parameter:
    `0200001` and `02000001` are two different codes.
    """

    sentence: Text

    def __new__(cls, code: str, english: str = "", chinese: str = "") -> Self:
        """Hold the code as the string value, the sentence beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = Text(english, chinese)
        return member

    SUCCESS = "0200000"
    PARAMETER_ERROR = (
        "0200001",
        "Parameter error. For details about the error, see resultDesc.",
        "参数异常，异常详情在resultDesc中描述。",
    )
    DATABASE_ERROR = "0200006", "Database operation error.", "数据库操作异常。"
    NO_SUCH_CAMPAIGN = "0200007", "The outbound campaign does not exist.", "外呼活动不存在。"
    DUPLICATE_NUMBERS = "0200018", "Duplicate numbers exist.", "存在重复的号码。"
    STATE_REFUSES = "0200019", "The number cannot be added in the current state.", "当前状态不允许追加号码。"
    TOO_MANY_INCOMPLETE = (
        "0200020",
        "The number quantity exceeds the upper limit 200,000.",
        "号码数量超过了最大规格20w条。",
    )
    TOO_FAST = "0200022", "The interface invoking time is short.", "接口调用太快。"
    BLOCKLISTED = "0200024", "The number to be added is in the blocklist.", "添加的号码中存在黑名单号码。"
    TOO_MANY_RECORDS = (
        "0200029",
        "The maximum number of numbers that can be added each time is exceeded.",
        "超过了每次添加允许的最大值。",
    )
    WRONG_TIME_FORMAT = "0200030", "The time format is incorrect.", "时间格式不正确。"
    EMPTY = "02000001", "Empty parameter.", "参数值为空"
    INVALID_CHARACTERS = "02000002", "The parameter contains invalid characters.", "参数包含非法字符"
    TOO_LONG = (
        "02000003",
        "The parameter length cannot exceed the maximum length.",
        "参数长度不能大于规定长度",
    )
    TOO_SHORT = (
        "02000004",
        "The parameter length cannot be less than the minimum length.",
        "参数长度不能小于规定长度",
    )
    LENGTH_OUT_OF_RANGE = (
        "02000005",
        "The parameter length must be within the specified range.",
        "参数长度需要介于规定长度之间",
    )
    WRONG_TYPE = "02000006", "Incorrect parameter type.", "参数值类型不正确"
    WRONG_VALUE = "02000007", "Incorrect parameter value.", "参数值大小不正确"
    NOT_CONVERTIBLE = (
        "02000008",
        "Parameter conversion error. Check the request parameters.",
        "参数转换异常，请检查请求参数",
    )
    WRONG_COMBINATION = (
        "02000009",
        "Incorrect parameter combination. Check the request parameters.",
        "参数组合不正确，请检查请求参数",
    )
    HOUR_WITHOUT_MINUTE = (
        "02000010",
        "The hour and minute parameters must be set at the same time.",
        "hour和minute必须同时存在",
    )
    TOO_MANY_PARAMETERS = (
        "02000011",
        "The number of parameters cannot exceed the specified number.",
        "参数个数不能大于规定个数",
    )

    @property
    def is_validation(self) -> bool:
        """Whether this is one of the eight-digit codes, which are about a parameter's form."""
        return len(self.value) == len("02000001")


VALIDATION_CODES = tuple(code for code in ResultCode if code.is_validation)
