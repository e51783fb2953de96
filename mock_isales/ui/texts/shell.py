"""What stands around everything: the head of the page, its token, its messages."""

from collections.abc import Mapping

from mock_isales.contract.text import Text

TEXTS: Mapping[str, Text] = {
    "title": Text("mock-isales: what happens in the double", "mock-isales：测试替身中正在发生什么"),
    "skip": Text("Skip to the content", "跳到正文"),
    "pages": Text("Pages", "页面"),
    "calls": Text("Calls", "调用"),
    "campaigns": Text("Campaigns", "外呼活动"),
    "knobs": Text("Knobs", "调节"),
    "contract": Text("Contract", "契约"),
    "world": Text("World", "世界"),
    "live": Text("Live", "实时"),
    "connecting": Text("Connecting…", "正在连接…"),
    "no_world": Text("No such world", "没有这个世界"),
    "theme_auto": Text("Colours: as the system's", "配色：跟随系统"),
    "theme_light": Text("Colours: light", "配色：浅色"),
    "theme_dark": Text("Colours: dark", "配色：深色"),
    "other_language": Text("中文", "English"),
    "interface": Text("The control interface", "控制接口"),
    "close": Text("Close", "关闭"),
    "cancel": Text("Cancel", "取消"),
    "messages": Text("Messages", "消息"),
    "dismiss": Text("Dismiss", "知道了"),
    "unreachable": Text("The server does not answer.", "服务器没有响应。"),
    "token_title": Text("This server asks for its token", "此服务器需要令牌"),
    "token_why": Text(
        "It can be reached from other machines. The token is that of MOCK_ISALES_CONTROL_TOKEN or, if that is not set, "
        "the one that was printed at start. This tab keeps it until it is closed.",
        "它可以被其他机器访问。令牌是MOCK_ISALES_CONTROL_TOKEN的值；如果没有设置，则是启动时打印的那个。"
        "令牌只保存在此标签页中，关闭后即清除。",
    ),
    "token": Text("Token", "令牌"),
    "token_wrong": Text("That was not the right one.", "令牌不正确。"),
    "token_use": Text("Use it", "使用"),
    "noscript": Text("This page needs JavaScript.", "此页面需要JavaScript。"),
    "seconds": Text("{n} s", "{n} 秒"),
}
