"""Decisions: what became of a call, and why. Whoever wants to know why something happened reads one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mock_isales.contract.answers import Description, describe, describe_code
from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Language
from mock_isales.engine.faults.injections import Injection


@dataclass(frozen=True, slots=True)
class Added:
    """What an ON call added.

    Attributes:
        total_size: What `totalSize` is answered, by the reading.
        called_numbers: The called numbers of the answer's list, by the reading.
        data_ids: The data id that each of them is answered with.
    """

    total_size: int
    called_numbers: Sequence[str]
    data_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Decision:
    """A call accepted, or refused by a clause at a field with a value.

    Attributes:
        interface: The interface that was called.
        terms: What it was judged under.
        refusal: Why it was refused, None when it was accepted.
        added: What an accepted ON call added.
        injection: What a fault did to it.
        without_fault: What would have been decided if a fault had not answered; None where none did, or where the
            database failed.
        measured: How near the call came to the limits of its campaign: what their rules judge, each by the id of its
            clause. None where no campaign was asked, or nobody counts coverage.
    """

    interface: Interface[Any]
    terms: Terms
    refusal: Refusal | None = None
    added: Added | None = None
    injection: Injection | None = None
    without_fault: "Decision | None" = None
    measured: tuple[tuple[str, int], ...] | None = None

    @property
    def clause(self) -> Clause | None:
        """The clause that refused."""
        return self.refusal.clause if self.refusal else None

    def describe(self, language: Language) -> Description:
        """The code and the text of the answer: those of a fault, or what the contract says."""
        if self.injection is not None and self.injection.code is not None:
            return describe_code(self.injection.code, self.interface.success, self.terms.readings, language)
        return describe(self.refusal, self.interface.success, self.terms.readings, language)
