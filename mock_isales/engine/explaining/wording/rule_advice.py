"""What to change where the campaign decides."""

from collections.abc import Sequence

from mock_isales.contract.text import Text

NUMBER_BY_NUMBER = Text(
    "Only the first such number is told: others of the call may be like it.",
    "只指出第一个这样的号码，本次调用中可能还有其他同样的号码。",
)
PACE_GOES_ON = Text(
    "This refused call does not count: the time runs on from the last one that did. A test moves the world's clock on "
    "instead of waiting.",
    "被拒绝的调用不计入，时间仍从上一次计入的调用算起。测试中可以拨快world的时钟，无需等待。",
)
NO_ROOM = Text(
    "No more fit until records of the campaign are dialled to an end. A test completes records of the campaign, or "
    "sets incomplete_max.",
    "在外呼活动的数据呼叫完成之前无法再追加。测试中可以将外呼活动的数据置为完成，或设置incomplete_max。",
)
NO_NUMBER_LEFT = Text(
    "The campaign takes no new calling numbers: send only those that it has already, or set callerno_total_max.",
    "外呼活动不能再添加新的主叫号码：只能发送已有的号码，或设置callerno_total_max。",
)
IN_SESSIONS = Text(
    "If it is meant for two customers, give their records different sessionIds.",
    "如果确实是两位客户，请为各自的数据设置不同的sessionId。",
)
WHOLE_RECORD = Text(
    "The record has no other number: leave the whole record out.", "该条数据没有其他号码，请去掉整条数据。"
)
STORE_AGAIN = Text(
    "Nothing in the call is wrong: send it again once the database works. Nothing was stored.",
    "调用本身没有问题：数据库恢复后重发即可，本次没有保存任何数据。",
)
GIVE_TYPE = Text(
    "Nothing but the campaign's settings makes type mandatory. Change them, or give every called number of every "
    "record its type. An example:",
    "type是否必填仅取决于外呼活动的设置。请修改该设置，或为每条数据的每个被叫号码填写type。示例：",
)
AS_JSON = Text(
    "Leave callData out, or put JSON there, serialised to a String. What was sent, as a JSON text:",
    "不填写callData，或填写序列化为字符串的JSON。将所发内容改为JSON文本：",
)
EMPTY_OBJECT = Text(
    "Leave callData out, or put JSON there, serialised to a String. The least:",
    "不填写callData，或填写序列化为字符串的JSON。最简示例：",
)


def split(count: int, maximum: int, calls: int) -> Text:
    """A list is too long."""
    return Text(
        f"Split the {count} entries into {calls} calls of at most {maximum} each.",
        f"将{count}个元素分为{calls}次调用，每次最多{maximum}个。",
    )


def wait(seconds: str, interval: str) -> Text:
    """The pace is not over."""
    return Text(
        f"Wait at least {seconds} s more: counted calls for one campaign are at least {interval} s apart.",
        f"至少再等待{seconds}秒：同一外呼活动计入的调用间隔不小于{interval}秒。",
    )


def wait_unknown(interval: str) -> Text:
    """The same, where nobody kept how long it has lasted."""
    return Text(
        f"Leave at least {interval} s between two calls for one campaign.",
        f"同一外呼活动的两次调用间隔不小于{interval}秒。",
    )


def use_campaign(vdn: str, ids: Sequence[int], count: int) -> Text:
    """The VDN has other campaigns."""
    listed, more = ", ".join(map(str, ids)), "" if count == len(ids) else " …"
    return Text(
        f"Use a campaign that VDN {vdn} has. Now it has {count}, the nearest ids first: {listed}{more}",
        f"改用VDN {vdn}已有的外呼活动。目前共{count}个，按ID由近及远：{listed}{more}",
    )


def check_campaign(vdn: str) -> Text:
    """The VDN does not have the campaign; what it has, nobody knows."""
    return Text(
        f"Use a campaign that VDN {vdn} has, or check vdnId. Which ones it has cannot be told now.",
        f"改用VDN {vdn}已有的外呼活动，或检查vdnId。目前无法得知其有哪些外呼活动。",
    )


def no_campaign(vdn: str) -> Text:
    """The VDN has none."""
    return Text(
        f"VDN {vdn} has no campaign at all now: create one, or check vdnId.",
        f"VDN {vdn}目前没有任何外呼活动：请先创建，或检查vdnId。",
    )


def other_vdns(campaign: str, vdns: Sequence[int]) -> Text:
    """Another VDN has a campaign of that id."""
    listed = ", ".join(map(str, vdns))
    return Text(
        f"A campaign {campaign} is in VDN {listed}: is vdnId the right one?",
        f"VDN {listed}中有ID为{campaign}的外呼活动：vdnId是否填错？",
    )


def states(state: str, allowed: Sequence[str]) -> Text:
    """A campaign's state refuses."""
    return Text(
        f"The campaign is {state}; numbers can be added while it is {', '.join(allowed)}. Use a campaign in such a "
        "state, or bring this one there.",
        f"外呼活动处于{state}状态；在{'、'.join(allowed)}状态下可以追加号码。请改用处于这些状态的外呼活动，"
        "或变更该外呼活动的状态。",
    )


def leave_out(place: str, number: str) -> Text:
    """A number must go."""
    return Text(f"Leave out {place}: {number}", f"去掉{place}：{number}")


def stands_at(place: str) -> Text:
    """The number is there already."""
    return Text(f"The same number stands at {place} already.", f"同一号码已出现在{place}。")


ADDED_BEFORE = Text(
    "The campaign has a record with this number from an earlier call.", "外呼活动中已有先前调用添加的该号码的数据。"
)


def blocked(vdn: str) -> Text:
    """A number is on the blocklist."""
    return Text(
        f"Or take the number off the blocklist of VDN {vdn}. The whole call is refused because of it: the other "
        "records pass without it.",
        f"或将该号码移出VDN {vdn}的黑名单。整个调用因该号码被拒绝，去掉后其他数据可以通过这一检查。",
    )


def provisioned(vdn: str, numbers: Sequence[str]) -> Text:
    """A number has not been provisioned."""
    listed = ", ".join(numbers)
    if not listed:
        return Text(
            f"VDN {vdn} has no provisioned calling number now: have some provisioned first.",
            f"VDN {vdn}目前没有任何已分配的主叫号码：请先分配。",
        )
    return Text(
        f"Use a number that VDN {vdn} has been provisioned with; now among others: {listed}",
        f"使用已分配给VDN {vdn}的号码，目前有（部分）：{listed}",
    )


def fit(room: int, limit: int, what: Text) -> Text:
    """Some fit still."""
    return Text(
        f"Send at most {room} {what.english}: so many still fit under the {limit} incomplete ones that the campaign "
        "may have.",
        f"最多还能追加{room}{what.chinese}：外呼活动的未完成上限为{limit}{what.chinese}。",
    )


def too_many_numbers(over: int, limit: int) -> Text:
    """A campaign comes to have too many calling numbers."""
    return Text(
        f"Leave out {over} of the numbers that the campaign does not have yet: it may have {limit} in all "
        "(callerno_total_max).",
        f"去掉{over}个外呼活动尚未拥有的号码：其主叫号码总数上限为{limit}（callerno_total_max）。",
    )


RECORDS = Text("records", "条数据")
NUMBERS = Text("called numbers", "个被叫号码")


def rename(sent: str, name: str) -> Text:
    """A field stands there under another name."""
    return Text(
        f"Rename {sent} to {name}: names are taken to the letter, upper and lower case too.",
        f"将{sent}改名为{name}：字段名须完全一致，区分大小写。",
    )
