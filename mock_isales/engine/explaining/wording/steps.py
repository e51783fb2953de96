"""What the clauses that are checked together are about."""

from enum import Enum

from mock_isales.contract.text import Text


class Step(Enum):
    """The steps of the checks, in their order."""

    ADDRESS = Text("address and method", "地址和方法")
    CALLER = Text("authorization and size of the body", "鉴权和请求体大小")
    HEADERS = Text("headers", "请求头")
    PATH = Text("path", "路径参数")
    BODY = Text("body as a whole", "请求体整体")
    LIST = Text("list", "列表")
    OPTIONS = Text("other parameters", "其他参数")
    ENTRIES = Text("entries of the list", "列表元素")
    CAMPAIGN = Text("campaign rules", "外呼活动规则")
    STORING = Text("storing", "保存")
