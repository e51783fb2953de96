"""The compiled check of a lying declaration accepts nothing that the lying fields refuse, and much that they accept."""

import pytest

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.compiled import CompiledBody
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.lies.catalogue import LIES
from tests.conformance.catalogue import CASES

TERMS = Terms(Readings(), ServiceSettings())
OPERATIONS = {"CN": "add_calling_numbers", "ON": "add_outbound_numbers"}
BODIES = {
    operation: sorted({case.body for case in CASES if case.to.name == document and len(case.body) < 10_000})
    for document, operation in OPERATIONS.items()
}


@pytest.mark.parametrize("name", sorted(name for name in LIES if name.startswith(("skip:", "limit:"))))
def test_what_the_compiled_check_accepts_the_fields_accept(name: str) -> None:
    lie = LIES[name]
    interface = next(each for each in lie.served().interfaces if each.operation == lie.operation)
    judge, compiled = lie.judge(interface, TERMS), CompiledBody(interface, TERMS)
    accepted = [(body, request) for body in BODIES[lie.operation] if (request := compiled.accept(body)) is not None]
    assert [judge.judge_body(body) for body, _ in accepted] == [request for _, request in accepted]
    assert len(accepted) > 5


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("limit:ON-CALLEDNO-LENGTH:+1", b'{"callDataList": [{"called": [{"calledNo": "%s"}]}]}' % (b"8" * 25)),
        ("limit:ON-PRIORITY-RANGE:high+1", b'{"callDataList": [{"called": [{"calledNo": "1"}], "priority": "6"}]}'),
        ("limit:CN-PRIORITY-RANGE:low-1", b'{"callerNo": [{"accessCode": "1", "priority": 0}]}'),
    ],
)
def test_it_is_made_of_the_lying_declaration(name: str, body: bytes) -> None:
    lie = LIES[name]
    interface = next(each for each in lie.served().interfaces if each.operation == lie.operation)
    honest = next(each for each in INTERFACES if each.operation == lie.operation)
    assert CompiledBody(interface, TERMS).accept(body) is not None
    assert CompiledBody(honest, TERMS).accept(body) is None
    assert not isinstance(lie.judge(interface, TERMS).judge_body(body), Refusal)
