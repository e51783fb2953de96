"""The catalogue: all interfaces, and all clauses by their ids."""

from collections.abc import Mapping
from typing import Any

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS

INTERFACES: tuple[Interface[Any], ...] = (ADD_CALLING_NUMBERS, ADD_OUTBOUND_NUMBERS)

CLAUSES: Mapping[str, Clause] = {clause.id: clause for interface in INTERFACES for clause in interface.clauses()}


def unraised_codes(interface: Interface[Any]) -> tuple[ResultCode, ...]:
    """The codes that an interface lists and no clause can raise: a client must survive them all the same."""
    raised = {ResultCode.SUCCESS} | {clause.code for clause in interface.clauses()}
    return tuple(code for code in interface.codes if code not in raised)
