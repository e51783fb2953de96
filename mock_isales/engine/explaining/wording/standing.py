"""What the standings of clauses mean."""

from collections.abc import Mapping

from mock_isales.contract.clauses import Standing
from mock_isales.contract.text import Text

STANDINGS: Mapping[Standing, Text] = {
    Standing.DOCUMENTED: Text("documented: the document says so", "文档明确规定"),
    Standing.READING: Text(
        "reading: the document can be read in two ways, and a setting decides", "解读：文档有两种理解，由设置决定"
    ),
    Standing.INFERRED: Text(
        "inferred: the document is silent, this is what servers usually do",
        "推断：文档未作说明，按服务器的惯常做法处理",
    ),
}
