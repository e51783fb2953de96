"""What is kept of a value that is not the value itself, in Chinese too."""

import re

from mock_isales.contract.text import Text

_CHINESE = (
    (re.compile(r"([0-9]+) entries"), r"\1个元素"),
    (re.compile(r"([0-9]+) incomplete records"), r"追加后未完成的数据将为\1条"),
    (re.compile(r"([0-9]+) incomplete numbers"), r"追加后未完成的被叫号码将为\1个"),
    (re.compile(r"([0-9]+) calling numbers"), r"追加后主叫号码将为\1个"),
    (re.compile(r"([0-9.]+) s after the last counted call"), r"距上一次计入的调用\1秒"),
    (re.compile(r"more than ([0-9]+) bytes"), r"超过\1字节"),
)


def said(kept: str) -> Text:
    """What was said instead of a value."""
    for pattern, chinese in _CHINESE:
        if pattern.fullmatch(kept):
            return Text(kept, pattern.sub(chinese, kept))
    return Text(kept, kept)
