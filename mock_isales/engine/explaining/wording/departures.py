"""What a call departs in without being refused, in words."""

from mock_isales.contract.text import Text

NO_CHARSET = Text(
    "Content-Type has no charset; documented is application/json; charset=UTF-8.",
    "Content-Type缺少charset；文档规定的值为application/json; charset=UTF-8。",
)


def unknown(place: str, nearest: str | None) -> Text:
    """A field that the document does not have."""
    meant_english = f" Did you mean {nearest}?" if nearest else " It was ignored."
    meant_chinese = f"是否想写{nearest}？" if nearest else "已被忽略。"
    return Text(f"The document has no field {place}.{meant_english}", f"文档中没有字段{place}，{meant_chinese}")
