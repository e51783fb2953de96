"""The contract as a table, and what of it was met."""

from collections.abc import Mapping

from mock_isales.contract.text import Text

TEXTS: Mapping[str, Text] = {
    "title": Text("The contract", "契约"),
    "hint": Text(
        "One sentence of the documents is one clause. It is met when a call of this world was refused by it.",
        "文档中的一句话即一个条款。此世界中有调用因该条款被拒绝，即为触及。",
    ),
    "picture": Text("Clauses met in this world", "此世界中触及的条款"),
    "met_of": Text("{met} of {all} clauses met", "已触及{met}个条款，共{all}个"),
    "tile": Text("{clause}: {n} calls", "{clause}：{n}次调用"),
    "codes": Text("Codes answered in this world", "此世界中返回过的结果码"),
    "counted_journal": Text("Counted from the {n} calls that the journal keeps.", "根据日志中保留的{n}次调用统计。"),
    "counted_coverage": Text(
        "Counted since the world was made: this server runs with --cov.", "自世界创建起统计：此服务器带--cov运行。"
    ),
    "boundaries": Text("Boundaries", "边界值"),
    "outcomes": Text("Outcomes", "结果"),
    "clauses": Text("Clauses", "条款"),
    "share": Text("{kind}: {met} of {all} met", "{kind}：已触及{met}个，共{all}个"),
    "table": Text("Clauses", "条款"),
    "filter": Text("Filter", "筛选"),
    "filter_hint": Text("clause, code, word…", "条款、结果码、词语…"),
    "document": Text("Document", "文档"),
    "standing": Text("Standing", "依据"),
    "met": Text("Met", "触及"),
    "any": Text("All", "全部"),
    "only_met": Text("Met", "已触及"),
    "only_missed": Text("Not met", "未触及"),
    "clause": Text("Clause", "条款"),
    "section": Text("Section", "章节"),
    "sentence": Text("Sentence", "内容"),
    "code": Text("Code", "结果码"),
    "no_code": Text("about the answer", "关于响应"),
    "standing_documented": Text("documented", "有据可查"),
    "standing_reading": Text("reading", "解读"),
    "standing_inferred": Text("inferred", "推断"),
    "shown": Text("Shown: {n}", "显示{n}个"),
    "show_calls": Text("Show the calls refused by {clause}", "显示因{clause}被拒绝的调用"),
}
