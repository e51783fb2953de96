"""What to change in a call's envelope: its headers, and its body as a whole."""

from mock_isales.contract.c2.tokens import FORM
from mock_isales.contract.nearest.json_breaks import Break
from mock_isales.contract.text import Text

SEND_AUTHORIZATION = Text(
    f"Send the header Authorization with every call, as {FORM}. This server only looks whether it is there.",
    f"每次调用都要带请求头Authorization，格式为{FORM}。本服务器只检查其是否存在。",
)
SIGN = Text(
    f"Send the header Authorization with every call, as {FORM}. This server verifies it: sign the call.",
    f"每次调用都要带请求头Authorization，格式为{FORM}。本服务器会验证签名，请对调用签名。",
)
SET_CONTENT_TYPE = Text("Send the header Content-Type with this value:", "请求头Content-Type请发送以下值：")
WITHOUT_TYPE = Text(
    "HTTP libraries leave it out when a body is given as bytes or text: set it yourself.",
    "以字节或文本形式提供请求体时，HTTP库不会自动带上该请求头，需要自行设置。",
)
SEND_BODY = Text(
    "Send the JSON as the body of the request. The least that passes its form:", "将JSON作为请求体发送。最简示例："
)
WRAP_LIST = Text("Put the list into an object, under the name of its parameter.", "将列表放入对象中，以参数名为键。")
SERIALISED_TWICE = Text(
    "The body is a String that holds JSON text: serialise it once, not twice.",
    "请求体是内容为JSON文本的String：只需序列化一次，不要序列化两次。",
)
SEND_OBJECT = Text(
    "Send an object, in curly brackets. The least that passes its form:", "发送JSON对象，用花括号括起。最简示例："
)


def smaller(kept: Text) -> Text:
    """The body is too large; `kept` says by what."""
    return Text(
        f"The body has {kept.english}: send fewer entries in each call.",
        f"请求体过大（{kept.chinese}）：请减少每次调用的元素个数。",
    )


def broken(place: Break) -> list[Text]:
    """The body breaks somewhere."""
    if place.offset is None:
        return [place.reason]
    at_end = (", the end of the body.", "（请求体末尾）。")
    found = (f": {place.found}", f"：{place.found}") if place.found else at_end
    where = Text(
        f"The JSON breaks in line {place.line}, column {place.column} (byte {place.offset}){found[0]}",
        f"JSON在第{place.line}行第{place.column}列（第{place.offset}字节）处出错{found[1]}",
    )
    return [where, place.reason]
