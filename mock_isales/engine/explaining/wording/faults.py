"""What a fault did, in words."""

from collections.abc import Mapping

from mock_isales.contract.text import Text

TRANSPORTS: Mapping[str, Text] = {
    "reset": Text("The connection was reset: no answer came.", "连接被重置，没有返回响应。"),
    "empty": Text("The connection was closed without a byte of an answer.", "连接被关闭，没有返回任何字节。"),
    "garbage": Text("Bytes came that are no HTTP answer.", "返回的字节不是HTTP响应。"),
    "cut": Text(
        "The answer broke off in the middle of its body, and the connection was closed.",
        "响应在响应体中途中断，连接随即关闭。",
    ),
    "drip": Text("The body of the answer came in small pieces.", "响应体被分成小段逐步返回。"),
}
DONE = Text(
    "Otherwise the call was handled as without the fault.",
    "除此之外，调用的处理与没有故障时相同。",
)
DONE_UNSEEN = Text(
    "The call was done all the same, though the client has seen no answer: before sending it again, find out whether "
    "it is stored.",
    "调用仍被执行，但客户端没有收到响应：重发之前，请先确认数据是否已保存。",
)
DONE_CUT = Text(
    "The call was done all the same, though the client has not seen the whole answer: before sending it again, find "
    "out whether it is stored.",
    "调用仍被执行，但客户端没有收到完整的响应：重发之前，请先确认数据是否已保存。",
)
LATE = Text("The answer came later than it would have.", "响应被延迟返回。")
NOT_DONE = Text("Nothing of the call was done.", "调用未执行，没有保存任何数据。")
GONE = Text("The fault is no longer set in the world.", "该故障已不在此world中。")
MAGIC = Text(
    "A magic value of the call, its campaign or a number, stands for that: `mock-isales magic` lists them, and the "
    "setting magic_values lets them be.",
    "调用中的外呼活动ID或号码是magic值，代表该故障：`mock-isales magic`列出全部取值，由设置magic_values启用。",
)
WITHOUT_ACCEPTED = Text(
    "Without the fault the call would have been accepted: nothing in it needs to be changed.",
    "若没有故障，调用会成功：调用本身无需修改。",
)
WITHOUT_UNKNOWN = Text(
    "What the contract says of the call is not known: the database did not tell.",
    "无法得知契约对该调用的判断：数据库没有给出结果。",
)


def said(code: str, sentence: Text) -> Text:
    """It answered a code."""
    if not sentence.english:
        return Text(f"It answered {code}, which is not documented.", f"返回{code}，文档中没有该结果码。")
    return Text(f"It answered {code}: {sentence.english}", f"返回{code}：{sentence.chinese}")


def answered_status(status: int, phrase: str) -> Text:
    """It answered a status."""
    return Text(f"It answered HTTP {status} {phrase}".rstrip() + ".", f"返回HTTP {status} {phrase}".rstrip() + "。")


def without(clause: str, code: str) -> Text:
    """A clause would have refused."""
    return Text(
        f"Without the fault, {clause} would have refused the call with {code}.",
        f"若没有故障，调用会被{clause}拒绝，返回{code}。",
    )
