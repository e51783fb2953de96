"""What is kept of a value that is not the value itself, in words."""

import re

from mock_isales.contract.text import Text

_KINDS = (
    (r"([0-9]+) entries", r"\1 entries", r"\1个元素"),
    (r"([0-9]+) incomplete records", r"it would come to have \1 incomplete records", r"追加后未完成的数据将为\1条"),
    (r"([0-9]+) incomplete numbers", r"it would come to have \1 incomplete numbers", r"追加后未完成的被叫号码将为\1个"),
    (r"([0-9]+) calling numbers", r"it would come to have \1 calling numbers", r"追加后主叫号码将为\1个"),
    (r"([0-9.]+) s after the last counted call", r"\1 s after the last counted call", r"距上一次计入的调用\1秒"),
    (r"more than ([0-9]+) bytes", r"more than \1 bytes", r"超过\1字节"),
)


def said(kept: str) -> Text:
    """What was said instead of a value."""
    for pattern, english, chinese in _KINDS:
        found = re.fullmatch(pattern, kept)
        if found is not None:
            return Text(found.expand(english), found.expand(chinese))
    return Text(kept, kept)
