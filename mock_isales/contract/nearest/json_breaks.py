"""Where a body stops being JSON, and what to do about it."""

import re
from dataclasses import dataclass
from string import digits

from mock_isales.contract.json_text import MAX_DEPTH, lone_surrogate_in
from mock_isales.contract.text import Text

_PLACE = re.compile(r"line ([0-9]+) column ([0-9]+) \(char ([0-9]+)\)")
_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|(-?Infinity|NaN)')
_ZERO = re.compile(r"(?:^|[^0-9.eE+-])-?0\Z")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|([\[{])|([\]}])')
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SHOWN = 20
_LONGEST_SEARCHED = 65_536

_REASONS = (
    ("Extra data", Text("The JSON value has ended; nothing may follow it.", "JSON值已结束，其后不能再有内容。")),
    ("Expecting ',' delimiter", Text("A comma or a closing bracket is missing.", "缺少逗号或右括号。")),
    ("Expecting ':' delimiter", Text("A colon is missing behind the key.", "键之后缺少冒号。")),
    (
        "Expecting property name",
        Text(
            "A key in double quotes is missing: no single quotes, no comma at the end.",
            "缺少加双引号的键：不能用单引号，末尾不能有多余的逗号。",
        ),
    ),
    ("Illegal trailing comma", Text("A comma stands at the end: take it out.", "末尾有多余的逗号，请去掉。")),
    (
        "Unterminated string",
        Text("A String that begins here has no closing double quote.", "从此处开始的字符串缺少右双引号。"),
    ),
    (
        "Invalid control character",
        Text(
            r"A control character stands in a String: write it as \n, \t or \u0000.",
            r"字符串中有控制字符，请写成\n、\t或\u0000的形式。",
        ),
    ),
    (
        "Invalid \\",
        Text(
            r"An escape is not one of \" \\ \/ \b \f \n \r \t \uXXXX.",
            r"转义无效，只能是\" \\ \/ \b \f \n \r \t \uXXXX。",
        ),
    ),
    (
        "Expecting value",
        Text(
            "A value is missing, or is none that JSON knows: text needs double quotes.",
            "缺少值，或不是JSON的值：文本须加双引号。",
        ),
    ),
)
_NOT_UTF8 = Text("The bytes are not UTF-8: encode the body in UTF-8.", "字节不是UTF-8编码，请以UTF-8编码发送请求体。")
_MARK = Text(
    "The body begins with a byte-order mark: send it without.", "请求体以BOM（字节顺序标记）开头，请去掉BOM再发送。"
)
_NO_CONSTANT = Text("JSON has no NaN and no Infinity.", "JSON没有NaN和Infinity。")
_LONE = Text(
    "Half of a surrogate pair is escaped: send the whole character, or both halves.",
    "只转义了代理对的一半：请发送完整字符，或同时写出两半。",
)
_TOO_DEEP = Text(f"Brackets are nested deeper than {MAX_DEPTH}.", f"括号嵌套超过{MAX_DEPTH}层。")
_TOO_EARLY = Text(
    "The body ends too early: something is missing, a closing bracket at least.",
    "请求体过早结束：缺少内容，至少缺少右括号。",
)
_LEADING_ZERO = Text(
    "A number begins with a zero that has digits behind it: leave the zero out, or write a String.",
    "数字不能以0开头：请去掉开头的0，或改为String类型。",
)
_NO_JSON = Text("It is not JSON.", "不是合法的JSON。")


@dataclass(frozen=True, slots=True)
class Break:
    """Where a body stops being JSON.

    Attributes:
        reason: Why, and what to do.
        line: In which line, from 1; None where no place can be told.
        column: At which character of it, from 1.
        offset: Before which byte of the body, from 0.
        found: What stands there, shortened; empty at the body's end.
    """

    reason: Text
    line: int | None = None
    column: int | None = None
    offset: int | None = None
    found: str = ""


def break_of(body: bytes, message: str) -> Break:
    """Where a body breaks that was refused as no JSON.

    Args:
        body: The body.
        message: Why it was refused, as `NotJson` said it.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return _at(body[: error.start].decode(), error.start, _NOT_UTF8, f"0x{body[error.start]:02x}")
    if body.startswith(_BYTE_ORDER_MARK):
        return _at("", 0, _MARK, "U+FEFF")
    place = _PLACE.search(message)
    if place is not None:
        return _in_text(text, int(place[3]), _reason(text, int(place[3]), message))
    return _searched(text, message)


def _reason(text: str, position: int, message: str) -> Text:
    if not text[position:].strip():
        return _TOO_EARLY
    if text[position] in digits and _ZERO.search(text[max(position - 3, 0) : position]):
        return _LEADING_ZERO
    return next((reason for start, reason in _REASONS if message.startswith(start)), _NO_JSON)


def _searched(text: str, message: str) -> Break:
    """Where it breaks, when the message names no place; a long text is not searched for it."""
    if len(text) > _LONGEST_SEARCHED:
        text = ""
    if message.endswith("is not JSON"):
        constant = next((found for found in _CONSTANT.finditer(text) if found[1]), None)
        return Break(_NO_CONSTANT) if constant is None else _in_text(text, constant.start(), _NO_CONSTANT)
    if message.startswith("nested"):
        depth = 0
        for found in _BRACKET.finditer(text):
            depth += bool(found[1]) - bool(found[2])
            if depth > MAX_DEPTH:
                return _in_text(text, found.start(), _TOO_DEEP)
        return Break(_TOO_DEEP)
    lone = lone_surrogate_in(text)
    is_lone = "surrogate" in message
    return Break(_LONE if is_lone else _NO_JSON) if lone is None else _in_text(text, lone, _LONE)


def _in_text(text: str, position: int, reason: Text) -> Break:
    before = text[:position]
    return _at(before, len(before.encode()), reason, text[position : position + _SHOWN])


def _at(before: str, offset: int, reason: Text, found: str) -> Break:
    return Break(reason, before.count("\n") + 1, len(before) - before.rfind("\n"), offset, found)
