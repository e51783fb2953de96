"""The contract: what the documents say, for pages and programs that show it."""

from collections.abc import Iterator
from typing import Any, get_args

from fastapi import Response

from mock_isales.contract.catalogue import CLAUSES, INTERFACES, unraised_codes
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Language, Text
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.contract import (
    ClauseView,
    CodeView,
    ContractQuery,
    ContractView,
    InterfaceView,
    ReadingView,
)
from mock_isales.control.operations import Operation
from mock_isales.engine.explaining.wording.outcomes import SUCCESS
from mock_isales.engine.explaining.wording.readings import words_of
from mock_isales.engine.explaining.wording.standing import STANDINGS


async def contract_shown(call: Call) -> Response:
    """Show what the documents say."""
    language = Language(call.asked(ContractQuery).language)
    return answer(
        ContractView(
            interfaces=[_interface(each, language) for each in INTERFACES],
            clauses=[_clause(each, language) for each in CLAUSES.values()],
            standings={standing.value: text.of(language) for standing, text in STANDINGS.items()},
            readings=list(_readings(language)),
        )
    )


def _interface(interface: Interface[Any], language: Language) -> InterfaceView:
    only_faults = unraised_codes(interface)
    return InterfaceView(
        operation=interface.operation,
        document=interface.document,
        title=interface.document.heading,
        codes=[
            CodeView(code=str(code), sentence=_sentence(code).of(language), by_faults_only=code in only_faults)
            for code in sorted(interface.codes, key=lambda code: code is not ResultCode.SUCCESS)
        ],
    )


def _sentence(code: ResultCode) -> Text:
    return SUCCESS if code is ResultCode.SUCCESS else code.sentence


def _clause(clause: Clause, language: Language) -> ClauseView:
    return ClauseView(
        id=clause.id,
        document=clause.document,
        operations=[each.operation for each in INTERFACES if clause in each.clauses()],
        section=clause.section,
        sentence=clause.sentence.of(language),
        outcome=None if clause.outcome is None else str(clause.outcome),
        standing=clause.standing,
        readings=list(clause.readings),
    )


def _readings(language: Language) -> Iterator[ReadingView]:
    for name, field in Readings.model_fields.items():
        words = words_of(name)
        yield ReadingView(
            name=name,
            default=field.default,
            values=list(get_args(field.annotation)),
            decides=words.decides.of(language),
            why=words.why.of(language),
        )


OPERATIONS = (
    Operation(
        method="GET",
        path="/contract",
        name="get_contract",
        tag="contract",
        summary="Look at what the documents say",
        description="The interfaces with their codes, the clauses with their sentences and standings, and the "
        "readings with the reason for each. The same for every world; `language` is that of the sentences, en or zh.",
        does=contract_shown,
        answers={200: ContractView},
        query=ContractQuery,
        asked={"language": "zh"},
    ),
)
