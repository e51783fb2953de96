"""What to change in a call that went where no documented operation lies."""

from mock_isales.contract.text import Text

POST = Text("Use POST: the documented operations know no other method.", "请使用POST方法：文档所述的接口只支持POST。")
SHORTER = Text(
    "Shorten the address: no documented one is as long, whatever the ids.",
    "请缩短地址：无论ID为何，文档所述的地址都不会这么长。",
)
OUTSIDE = Text(
    "The answer is not one of the contract's: its body says why it came. It was about the server or the world, and "
    "not about what was sent.",
    "该响应不属于契约范围，响应体中说明了原因：问题在于服务器或world，与发送的内容无关。",
)


def nearest(address: str, title: str) -> Text:
    """The nearest documented address."""
    return Text(
        f"The nearest documented address is POST {address} ({title}).",
        f"文档中最接近的地址为POST {address}（{title}）。",
    )


def documented(address: str, title: str) -> Text:
    """All documented addresses, where none is like it."""
    return Text(f"Documented is POST {address} ({title}).", f"文档所述的地址有POST {address}（{title}）。")


def differs(sent: str, documented_part: str) -> Text:
    """A part of the address is another."""
    return Text(f"Where it says {sent}, there should be {documented_part}.", f"其中{sent}应为{documented_part}。")


SLASH = Text("Leave out the slash at its end.", "去掉末尾的斜杠。")
