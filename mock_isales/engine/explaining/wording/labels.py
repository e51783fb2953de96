"""The headings of an explanation as text."""

from mock_isales.contract.text import Text

CALL = Text("Call", "调用")
ANSWER = Text("Answer", "响应")
WHERE = Text("Where", "位置")
VALUE = Text("Value", "当前值")
NEAREST = Text("Nearest that passes", "最接近的合法值")
CHANGE = Text("What to change:", "如何修改：")
FAULT = Text("Fault", "故障")
TOKEN = Text("The token, step by step:", "令牌逐步验证：")
CHECKS = Text("Checked before, and fine", "此前已检查并通过")
AHEAD = Text("Not looked at any more", "未再检查")
UNASKED = Text("This server is told not to ask for", "服务器设置为不检查")
READINGS = Text("Read so:", "解读：")
DEPARTURES = Text("Let pass, but not as documented:", "予以通过，但与文档不符：")
BODY = Text("the body as a whole", "请求体整体")
ABSENT = Text("(nothing)", "（无）")
DEFAULT = Text("the default", "默认值")
NOT_DEFAULT = Text("set so; not the default", "已设置，非默认值")
WHY = Text("Why the default", "默认的理由")
IF = Text("with {}: {}", "若为{}：{}")
CLAUSES = Text("{} clauses", "{}项条款")
SETTINGS = Text("Set as: {}", "设置：{}")

RESULTS = {
    "held": Text("ok    ", "通过  "),
    "failed": Text("FAILED", "失败  "),
    "not_reached": Text("-     ", "未检查"),
}
