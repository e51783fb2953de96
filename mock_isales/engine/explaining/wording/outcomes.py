"""How a call ended, in words."""

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.text import Text

SUCCESS = Text("Success.", "成功。")
NOT_DOCUMENTED = Text("", "")
NO_ANSWER = Text("No answer.", "没有响应。")
PRESENT_TERMS = Text(
    "What the call was judged under is not known (it came with a snapshot): the world's present readings and settings "
    "stand in.",
    "无法得知该调用当时所依据的解读和设置（来自快照），此处以world当前的解读和设置代替。",
)
LONG_BODY = Text(
    "The body has more than 65,536 bytes and is not read again: what only it could tell is left out.",
    "请求体超过65,536字节，不再重新解析，仅凭请求体才能得知的内容从略。",
)
UMBRELLA = Text(
    "The reading validation_codes is umbrella: the clause's own code stands as a sentence behind that of 0200001.",
    "解读validation_codes为umbrella：条款自身错误码的描述附在0200001的描述之后。",
)


def sentence_of(code: str) -> Text:
    """What the documents say of a code; empty for one that they do not have."""
    if code == ResultCode.SUCCESS:
        return SUCCESS
    return next((each.sentence for each in ResultCode if each == code), NOT_DOCUMENTED)


def accepted(what: Text) -> Text:
    """A call was accepted."""
    return Text(f"Accepted: {what.english}", f"调用成功：{what.chinese}")


def refused(clause: str) -> Text:
    """A clause refused."""
    return Text(f"Refused by {clause}; nothing was stored.", f"被{clause}拒绝，没有保存任何数据。")


def injected(fault: str) -> Text:
    """A fault struck."""
    return Text(f"Fault {fault} struck the call.", f"故障{fault}作用于该调用。")


UNDOCUMENTED = Text("No documented operation answered the call.", "该调用没有到达文档所述的任何接口。")
WITHOUT_REASON = Text("Why it was answered so is not kept.", "journal中没有保存这样响应的原因。")


def added_records(records: int, numbers: int, total: int | None) -> Text:
    """Records were stored."""
    sum_english = "" if total is None else f"; totalSize is {total}"
    sum_chinese = "" if total is None else f"；totalSize为{total}"
    return Text(
        f"{_count(records, 'record')} with {_count(numbers, 'called number')} stored as incomplete{sum_english}.",
        f"已保存{records}条未完成的数据，共{numbers}个被叫号码{sum_chinese}。",
    )


def added_numbers(count: int) -> Text:
    """Calling numbers were stored."""
    return Text(
        f"{_count(count, 'calling number')} stored; one that the campaign had already has its new priority.",
        f"已保存{count}个主叫号码；外呼活动已有的号码更新为新的优先级。",
    )


STORED = Text("what it asked for is stored.", "所请求的内容已保存。")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
