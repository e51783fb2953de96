"""An opened call."""

from collections.abc import Mapping

from mock_isales.contract.text import Text

TEXTS: Mapping[str, Text] = {
    "title": Text("Call {id}", "调用{id}"),
    "gone": Text("The journal keeps no call {id} any more.", "日志中已没有调用{id}。"),
    "newer": Text("Newer call", "较新的调用"),
    "older": Text("Older call", "较早的调用"),
    "copy_curl": Text("Copy as curl", "复制为curl"),
    "copy_pytest": Text("Copy as pytest", "复制为pytest"),
    "copied": Text("Copied.", "已复制。"),
    "not_copied": Text(
        "The browser does not let this page copy: here is the text.", "浏览器不允许此页面复制：请手动复制以下文本。"
    ),
    "text": Text("Text to copy", "待复制的文本"),
    "why": Text("Why", "原因"),
    "to_do": Text("What to change", "如何修改"),
    "nearest": Text("Nearest value that passes:", "最接近的可通过的值："),
    "says": Text("What the document says", "文档的规定"),
    "where": Text("Where", "位置"),
    "stands_there": Text("What stands there", "实际的值"),
    "whole_body": Text("the body as a whole", "整个消息体"),
    "fault": Text("The fault", "故障"),
    "signature": Text("The signature", "签名"),
    "readings": Text("Readings it depends on", "相关的解读"),
    "reading_default": Text("(the default)", "（默认）"),
    "departures": Text("Let pass, but not as documented", "虽被放行，但与文档不符"),
    "checks": Text("How far the checks came", "检查进行到哪一步"),
    "held": Text("Held", "已通过"),
    "not_reached": Text("Not looked at any more", "未再检查"),
    "not_asked": Text("Not asked for", "未要求"),
    "notes": Text("To be known besides", "其他说明"),
    "request": Text("Request", "请求"),
    "answer": Text("Answer", "响应"),
    "view": Text("How bodies are shown", "消息体的显示方式"),
    "pretty": Text("Pretty", "美化"),
    "raw": Text("Raw", "原文"),
    "headers": Text("Headers ({n})", "消息头（{n}）"),
    "body": Text("Body", "消息体"),
    "no_body": Text("No body", "没有消息体"),
    "base64": Text("Not UTF-8; here it is in Base64.", "不是UTF-8；以下为Base64。"),
    "shortened": Text("The first {n} characters.", "前{n}个字符。"),
    "missing": Text("missing", "缺失"),
    "refused_here": Text("refused here", "此处被拒绝"),
    "no_answer": Text("There was no answer.", "没有响应。"),
}
