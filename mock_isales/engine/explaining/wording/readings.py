"""What each reading decides, and why its default is the default: the English from its declaration, the Chinese here."""

from collections.abc import Mapping
from typing import NamedTuple

from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Text

CHINESE: Mapping[str, tuple[str, str]] = {
    "data_id_key": (
        "returnObject中标识列表的键：示例的写法，或表格的写法（仍为数组）。",
        "示例取自真实服务器。",
    ),
    "data_id_per": (
        "列表中每条数据一个元素，还是每个被叫号码一个元素。",
        "示例发送2条数据共3个号码，响应中有2个元素。",
    ),
    "total_size": (
        "totalSize统计外呼活动的未完成数据，还是本次调用的数据。",
        "表格原文：系统还需呼叫的总数。",
    ),
    "cap_counts": (
        "200,000的上限统计数据条数，还是被叫号码个数。",
        "英文原文为“未完成外呼”，中文页面写的是数据条数。",
    ),
    "duplicate_scope": (
        "被叫号码在什么范围内不能重复：一次调用的同一sessionId内、一次调用内，还是整个外呼活动内。",
        "约束原文：“每次添加的同一sessionId下”。",
    ),
    "sessionless_records": (
        "一次调用中没有sessionId的数据视为同一组，还是各自一组。",
        "更严格：在此能通过的，在真实服务器上也能通过。",
    ),
    "pace_counts": (
        "哪些调用计入调用间隔：所有到达该检查并通过的，还是最终成功的。",
        "约束原文说的是“调用”接口的间隔。",
    ),
    "refusing_states": (
        "外呼活动在哪些状态下不能追加号码。",
        "最新版文档删去了“进行中”，2025-03版仍有。",
    ),
    "content_type": (
        "Content-Type可以省略charset，还是必须与文档的值完全一致。",
        "两者含义相同（JSON即UTF-8），且多数HTTP库不带charset。",
    ),
    "special_characters": (
        "哪些字符属于特殊字符：中英文两版页面所列的全部，还是仅英文版所印的。",
        "更严格，且两版页面描述的是同一台服务器。",
    ),
    "text_length": (
        "长度按什么计算：UTF-16编码单元（Java的算法），还是码点。",
        "更严格：在此能通过的，在真实服务器上也能通过。",
    ),
    "validation_codes": (
        "参数校验返回各自的八位错误码，还是统一返回0200001并以该错误码的描述作为详情。",
        "错误码表中两者都有。",
    ),
    "failure_return_object": (
        "添加外呼号码失败时不返回returnObject，还是返回null。",
        "失败时没有可返回的内容，文档也未给出。",
    ),
    "json_types": (
        "文档为String的参数可否用数字，文档为Integer的参数可否用数字字符串。",
        "存在“参数值类型不正确”这一错误码。",
    ),
    "description_language": (
        "描述的语言由locale请求头决定，还是始终为英文。",
        "请求头说明的原文如此。",
    ),
    "c2_empty_query_line": (
        "没有查询参数时，C2签名中其所在位置可否为空行。",
        "厂商自己的代码没有这一空行。",
    ),
    "ivr_call_data": (
        "用于智能IVR流程的callData可否是又转义了一次的JSON。",
        "文档自己的示例照原样发送，就是又转义了一次的JSON。",
    ),
}


class ReadingWords(NamedTuple):
    """A reading in words.

    Attributes:
        decides: What it decides.
        why: Why its default is the default.
    """

    decides: Text
    why: Text


def words_of(name: str) -> ReadingWords:
    """A reading in words."""
    declared = Readings.model_fields[name]
    decides, why = CHINESE[name]
    return ReadingWords(Text(declared.title or "", decides), Text(declared.description or "", why))


SAME = Text("the same refusal", "同样被拒绝")
PASSES_CHECK = Text(
    "this clause would let it pass; what comes behind it cannot be told from this call alone",
    "本条款会通过；其后的检查结果无法仅凭本次调用判断",
)
VALID = Text(
    "the call would be valid in itself; what its campaign would say cannot be told from this call alone",
    "调用本身会是合法的；外呼活动的规则如何处理，无法仅凭本次调用判断",
)
UNKNOWN = Text("cannot be told from this call alone", "无法仅凭本次调用判断")
SIGNED = Text("the token would be accepted", "令牌会被接受")


def other(code: str, clause: str, field: str) -> Text:
    """Another clause would refuse."""
    where = (f" ({field})", f"（{field}）") if field else ("", "")
    return Text(f"refused by {clause}{where[0]} with {code}", f"被{clause}{where[1]}拒绝，返回{code}")
