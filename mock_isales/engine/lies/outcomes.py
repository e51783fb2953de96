"""Lies about what became of a call: a success that is none, a failure that is none."""

from collections.abc import Iterator
from typing import Any

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.decisions import Decision
from mock_isales.engine.lies.answers import CODES, next_code
from mock_isales.engine.lies.lie import Envelope, Lie
from mock_isales.engine.steps import Step, adds_records, pass_over, pretended
from mock_isales.engine.stores.protocol import Transaction


def outcome_lies(interface: Interface[Any]) -> Iterator[Lie]:
    """Those about the calls of an interface."""
    about = interface.answers[0].id

    def named(kind: str, english: str, chinese: str, **lies: Any) -> Lie:  # noqa: ANN401 - as a lie has them
        sentence = Text(english, chinese)
        return Lie(name=f"{kind}:{about}", about=about, operation=interface.operation, sentence=sentence, **lies)

    def failing(_: Decision, content: Envelope) -> Envelope:
        if content["resultCode"] != ResultCode.SUCCESS:
            return content
        return content | dict.fromkeys(CODES, next_code(interface, ResultCode.SUCCESS))

    def succeeding(decision: Decision, content: Envelope) -> Envelope:
        return content if content["resultCode"] == ResultCode.SUCCESS else _success(decision, content)

    yield named(
        "fails", "What is accepted has a failing code in its answer.", "成功的响应中带有失败的结果码。", answer=failing
    )
    yield named(
        "succeeds",
        "What is refused is answered as a success, though nothing is stored.",
        "被拒绝的请求以成功响应，但没有保存任何数据。",
        answer=succeeding,
    )
    yield named(
        "forgets",
        "What is accepted is not stored, though it is answered as a success.",
        "被接受的请求以成功响应，但没有保存任何数据。",
        step=_forgetful,
    )


def _success(decision: Decision, content: Envelope) -> Envelope:
    """A success that has added nothing."""
    told: Envelope = {"returnCode": ResultCode.SUCCESS.value}
    if adds_records(decision.interface):
        told["returnObject"] = {"totalSize": 0, decision.terms.readings.data_id_key: []}
    text = decision.interface.success
    changed = told | {"resultCode": ResultCode.SUCCESS.value, "resultDesc": text, "returnDesc": text}
    return changed if adds_records(decision.interface) else {name: changed[name] for name in content}


def _forgetful(_: Step) -> Step:
    """A step that does nothing, and says that it has."""

    def take(interface: Interface[Any], terms: Terms, request: Any, campaign: Transaction) -> Decision:  # noqa: ANN401
        decision = pass_over(interface, terms, request, campaign, counts=False)
        if decision.refusal is not None or not adds_records(interface):
            return decision
        return Decision(interface, terms, added=pretended(terms, request, campaign.now))

    return take
