"""A report as text, for people."""

from collections.abc import Iterator

from mock_isales.contract.text import Language, Text
from mock_isales.engine.printable import printable
from mock_isales.engine.report.forms import Finding, FoundCalls, InjectedAnswer, Report

_INDENT = " " * 4
_CALLS = Text("calls", "调用")
_MADE_OF = Text("{world}: made of {calls} calls", "{world}：依据{calls}次调用")
_MADE_OF_ONE = Text("{world}: made of 1 call", "{world}：依据1次调用")
_DROPPED = Text(
    "{dropped} more had no room in the journal: nothing is known of them",
    "另有{dropped}次调用因日志空间不足未保留，情况未知",
)
_UNREAD = Text("{unread} had a body too large to be looked into", "其中{unread}次的请求体过大，未作检查")
_INJECTED = Text("{calls} got {answer} from fault {fault}", "{calls}次由故障{fault}应答{answer}")
_NOTHING = Text("nothing was found", "未发现问题")
_LEFT_OUT = Text(
    "there was no room for what calls show {left_out} times more",
    "另有{left_out}处问题未列出",
)


def text_of(report: Report) -> str:
    """The report as text, a few lines a finding."""
    return "".join(f"{line}\n" for line in _lines(report, Language(report.language)))


def lines_of(finding: Finding, language: Language) -> Iterator[str]:
    """A finding: what was done, what is asked for, what to do, and the calls."""
    yield finding.text
    yield f"{', '.join(finding.clauses)}: {finding.asked}" if finding.clauses else finding.asked
    yield finding.advice
    yield f"{_CALLS.of(language)}: {_ids(finding.calls)}"


def _lines(report: Report, language: Language) -> Iterator[str]:
    made_of = _MADE_OF_ONE if report.calls == 1 else _MADE_OF
    yield made_of.of(language).format(world=report.world, calls=report.calls)
    if report.dropped:
        yield _DROPPED.of(language).format(dropped=report.dropped)
    if report.unread:
        yield _UNREAD.of(language).format(unread=report.unread)
    for each in report.injected:
        yield _INJECTED.of(language).format(calls=each.calls, answer=_answer(each), fault=printable(each.fault))
    for finding in report.findings:
        yield f"{finding.severity} {finding.kind}  {finding.place}"
        yield from (f"{_INDENT}{line}" for line in lines_of(finding, language))
    if report.left_out:
        yield _LEFT_OUT.of(language).format(left_out=report.left_out)
    if not report.findings:
        yield _NOTHING.of(language)


def _answer(injected: InjectedAnswer) -> str:
    return f"HTTP {injected.status}" if injected.result_code is None else printable(injected.result_code)


def _ids(calls: FoundCalls) -> str:
    ids = ", ".join(map(str, calls.first))
    return f"{ids}, … ({calls.total})" if calls.total > len(calls.first) else ids
