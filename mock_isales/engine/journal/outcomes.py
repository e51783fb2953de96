"""How a call ended, for people."""

from typing import NamedTuple

from mock_isales.contract.codes import ResultCode
from mock_isales.http_status import phrase_of


class Outcome(NamedTuple):
    """What calls have in common that are counted together.

    Attributes:
        operation: Which documented operation was called, None if the address is not documented.
        result_code: The code of the answer, None for an answer by HTTP status.
        status: The answer's HTTP status; 0 without an answer.
    """

    operation: str | None
    result_code: str | None
    status: int

    @property
    def code(self) -> str:
        """The result code; without one, the HTTP status. A fault may have said any text."""
        return str(int(self.status)) if self.result_code is None else self.result_code

    @property
    def sentence(self) -> str:
        """What the code says, or what the status is called; empty for a status that is not registered."""
        code = self.result_code
        if code is None:
            return phrase_of(self.status) if self.status else "No answer."
        if code == ResultCode.SUCCESS:
            return "Success."
        return ResultCode(code).sentence.english if code in ResultCode.__members__.values() else "not documented"
