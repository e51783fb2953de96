"""What stands in charts."""

from collections.abc import Mapping

from mock_isales.contract.text import Text

TEXTS: Mapping[str, Text] = {
    "records": Text("records", "数据"),
    "incomplete": Text("Incomplete", "未完成"),
    "completed": Text("Completed", "已完成"),
    "pending": Text("Simply there", "初始数据"),
    "priority": Text("Priority {n}", "优先级{n}"),
}
