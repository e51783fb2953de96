"""What was done to a bad value to come to the nearest one that passes, in words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.text import Text

_MOST_SHOWN = 6

AS_STRING = Text("Write it as a String, in double quotes.", "改为String类型，加双引号。")
AS_JSON_STRING = Text(
    "Write the object as JSON text in a String: serialise it once more.", "将该对象序列化为JSON文本，以String类型发送。"
)
AS_INTEGER = Text(
    "Write it as a JSON number without quotes, point and exponent.", "改为JSON整数，不加引号，不带小数点和指数。"
)
IN_DIGITS = Text("Write it in the digits 0-9 and nothing else.", "只用数字0-9书写，不带其他字符。")
NOT_ROUNDED = Text(
    "It was written with an exponent: make sure that no digit of it was rounded off.",
    "原值为科学计数法：请确认没有任何一位被舍入。",
)
FROM_ITS_SOURCE = Text(
    "Correct the number where it comes from: shortened, or with characters taken out, it could be somebody else's. An "
    "example of its form:",
    "请在号码的来源处更正：截短或去掉字符后可能变成他人的号码。格式示例：",
)
AS_TIME = Text(
    "Bring it into the form yyyy-mm-dd hh:mm:ss, as a time that the calendar has.",
    "改为yyyy-mm-dd hh:mm:ss格式，且为真实存在的时间。",
)
WITHOUT_ZONE = Text(
    "A time zone cannot be sent and was left out: convert the time first to the zone that the service counts in.",
    "时间不能带时区，示例已去掉时区：请先换算为服务所用时区的时间。",
)
SINCE_EPOCH = Text(
    "It was taken as a time since 1970 and is told in UTC: convert it to the zone that the service counts in.",
    "原值按1970年以来的时间戳解读，示例为UTC时间：请换算为服务所用时区的时间。",
)
INTO_LIST = Text("Put it into a list, in square brackets.", "放入列表中，用方括号括起。")
NOT_SERIALISED = Text(
    "Send the list itself, not a String that holds it as JSON text.", "直接发送列表，而不是将其序列化为String。"
)
MORE_AMISS = Text("What is in it would not pass yet. An example that does:", "其中的内容仍不合法。合法示例：")
INTO_OBJECT = Text("Put it into an object, under the name of its field.", "放入对象中，以字段名为键。")
WITHOUT_NUL = Text("Take out the character U+0000.", "去掉字符U+0000。")
EXAMPLE = Text("Nothing like it would pass. An example instead:", "没有与之接近的合法值。示例：")
OPTIONAL_EXAMPLE = Text(
    "Nothing like it would pass. Leave the field out, since it is optional, or send one like this:",
    "没有与之接近的合法值。该字段可选，可以不填，或参考示例：",
)
PLACEHOLDER = Text(
    "The placeholder in the address was not filled in: put the id there. An example:",
    "地址中的占位符没有替换：请填入ID。示例：",
)
GIVEN = Text("Send the field, with a value. An example:", "填写该字段。示例：")
NO_ENTRY = Text("Leave the empty entry out, or fill it. An example:", "删除该空元素，或填写其内容。示例：")


@dataclass(frozen=True, slots=True)
class Nearest:
    """A value that passes, and how to come to it.

    Attributes:
        value: The value, as JSON has it; None where an optional field has no value to tell.
        done: What was done to the bad one, step by step.
    """

    value: JsonValue
    done: tuple[Text, ...]


def into_entry(names: Iterable[str], list_name: str) -> Text:
    """Fields stand outside of the list to whose entries they belong."""
    listed = list(names)
    return Text(
        f"Put {', '.join(listed)} into an object of the list {list_name}.",
        f"将{'、'.join(listed)}放入列表{list_name}的对象中。",
    )


def shorten_json(limit: int, length: int, unit: Text) -> Text:
    """A JSON text is too long."""
    return Text(
        f"It has {length} {unit.english}: shorten what the JSON holds, to {limit} in all. A JSON text that is cut is "
        "none any more.",
        f"长度为{length}{unit.chinese}：请精简JSON的内容，使总长不超过{limit}；截断后不再是合法的JSON。",
    )


def cut(limit: int, length: int, unit: Text) -> Text:
    """A text was cut."""
    return Text(f"It has {length} {unit.english}: cut it to {limit}.", f"长度为{length}{unit.chinese}，截短到{limit}。")


def taken_out(characters: Iterable[str]) -> Text:
    """Characters were taken out, or written otherwise."""
    distinct = list(dict.fromkeys(characters))
    shown = " ".join(f'"{each}"' if each.isprintable() else json.dumps(each) for each in distinct[:_MOST_SHOWN])
    more = "" if len(distinct) <= _MOST_SHOWN else " …"
    return Text(
        f"Take out or replace what may not stand there: {shown}{more}", f"去掉或替换不允许的字符：{shown}{more}"
    )


def clamped(low: int, high: int | None) -> Text:
    """A number was brought into its range."""
    if high is None:
        return Text(f"Use a number of at least {low}.", f"改为不小于{low}的数。")
    return Text(f"Use a number from {low} to {high}.", f"改为{low}~{high}之间的数。")
