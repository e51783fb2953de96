"""The lines of an explanation as text."""

from mock_isales.contract.text import Text

CALL = Text("Call {}: {}{}", "调用{}：{}{}")
OPERATION = Text(" ({})", "（{}）")
ANSWER = Text("Answer: {}", "响应：{}")
LOST_ANSWER = Text("Answer, which did not arrive whole: {}", "响应（未完整到达）：{}")
STATUS = Text("HTTP {}, {}", "HTTP {}，{}")
CODE = Text("{}: {}", "{}：{}")
CLAUSE = Text("{}: {}", "{}：{}")
SECTION = Text("{}, {} ({})", "{}，{}（{}）")
WHERE = Text("Where: {}", "位置：{}")
VALUE = Text("Value: {}", "当前值：{}")
CHANGE = Text("What to change:", "如何修改：")
FAULT = Text("Fault {}:", "故障{}：")
TOKEN = Text("The token, step by step:", "令牌逐步验证：")
CHECKS = Text("Checked before, and fine: {} ({})", "此前已检查并通过：{}（{}）")
AHEAD = Text("Not looked at any more: {} ({})", "未再检查：{}（{}）")
READINGS = Text("Read so:", "相关解读：")
DEPARTURES = Text("Not as documented, though not refused for it:", "与文档不符，但未因此拒绝：")
FOUND = Text("Found: {}", "发现问题：{}")
DETAIL = Text("{}", "服务器的说明（英文）：{}")
BODY = Text("the body as a whole", "请求体整体")
CALL_AS_A_WHOLE = Text("the call as a whole", "整个调用")
HEADER = Text("header {}", "请求头{}")
IN_PATH = Text("{} in the address", "地址中的{}")
ABSENT = Text("(nothing)", "（无）")
DEFAULT = Text("{} = {} (the default). {}", "{} = {}（默认值）。{}")
NOT_DEFAULT = Text("{} = {} (set so; not the default). {}", "{} = {}（已设置，非默认值）。{}")
WHY = Text("Why the default: {}", "默认的理由：{}")
IF = Text("with {}: {}", "若为{}：{}")
ONE_CLAUSE = Text("1 clause", "1项条款")
CLAUSES = Text("{} clauses", "{}项条款")
COMMA = Text(", ", "，")
SETTINGS = Text("Set as: {}", "设置：{}")
MORE = Text("… and {} more.", "……另有{}处。")

RESULTS = {
    "held": Text("ok     {}: {}", "通过   {}：{}"),
    "failed": Text("FAILED {}: {}", "失败   {}：{}"),
    "not_reached": Text("-      {}: {}", "未检查 {}：{}"),
}
