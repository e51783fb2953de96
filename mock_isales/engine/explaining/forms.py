"""An explanation as it is told."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from mock_isales.contract.clauses import Document, Standing
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.rendering import rendered
from mock_isales.engine.forms import Form, Time

Outcome = Literal["accepted", "refused", "injected", "undocumented"]
"""What became of a call: `injected` if a fault struck it, `undocumented` if no interface lies where it went."""

Part = Literal["header", "address", "body", "call"]
"""A part of a call; `call` for what is about all of it."""


class Called(Form):
    """What was called."""

    at: Time = Field(description="When, by the world's clock.")
    method: str = Field(description="The HTTP method.")
    target: str = Field(description="The address, shortened.")
    operation: str | None = Field(None, description="The documented operation that lies there.")


class Answered(Form):
    """What was answered."""

    status: int = Field(description="The HTTP status; 0 without an answer.")
    result_code: str | None = Field(None, description="The result code.")
    sentence: str = Field(description="What the documents say of the code, or what the status is called.")
    arrived: bool = Field(description="Whether it has arrived whole, as far as no fault kept it from that.")


class ClauseTold(Form):
    """The clause that decided."""

    id: str = Field(description="Its id.")
    document: Document = Field(strict=False, description="The document that it is from.")
    title: str = Field(description="The document's title.")
    section: str = Field(description="The heading or table that it stands under.")
    sentence: str = Field(description="What it says.")
    standing: Standing = Field(strict=False, description="How sure it is.")
    meaning: str = Field(description="What that means.")
    part: Part = Field(description="In which part of the call that is.")
    field: str = Field(description="The place that departs from it, as on the wire; empty for the body as a whole.")
    value: str | None = Field(
        None, description="What stands there as JSON, shortened, or what is to be said of it; None where nothing does."
    )


class AdviceTold(Form):
    """What to change."""

    sentences: list[str] = Field(description="What to do, step by step.")
    value: JsonValue = Field(
        None,
        description="The nearest value that passes, or the example that the last sentence announces; null without one.",
    )


class StepTold(Form):
    """Clauses that are checked together."""

    step: str = Field(description="What they are about.")
    clauses: list[str] = Field(description="Their ids, in the order of the checks.")


class ChecksTold(Form):
    """How far the checks have come."""

    held: list[StepTold] = Field(description="What was checked before, and held.")
    not_reached: list[StepTold] = Field(description="What comes after, and was not looked at any more.")
    not_asked: list[str] = Field(description="Clauses that the server was told not to ask for.")
    entries: list[str] = Field(description="For a refusal within a list: what of its entries was looked at.")


class AlternativeTold(Form):
    """Another value of a reading."""

    value: str = Field(description="The value.")
    would: Literal["same", "other", "passes", "unknown"] = Field(
        description="How it would have answered: just so, by another clause, not by any that looks at the call alone, "
        "or nobody can tell from this call alone."
    )
    clause: str | None = Field(None, description="With `other`: the id of the clause that would have refused.")
    sentence: str = Field(description="The same in a sentence.")


class ReadingTold(Form):
    """A reading that the clause depends on."""

    name: str = Field(description="Its name.")
    value: str = Field(description="What is in force.")
    is_default: bool = Field(description="Whether that is the default.")
    decides: str = Field(description="What it decides.")
    why: str = Field(description="Why the default is the default.")
    alternatives: list[AlternativeTold] = Field(description="Its other values.")


class SignatureStep(Form):
    """A step of the verification of a token."""

    step: str = Field(description="Its name.")
    result: Literal["held", "failed", "not_reached"] = Field(description="What came of it.")
    sentence: str = Field(description="What it looks at.")


class MistakeTold(Form):
    """A mistake that explains a token."""

    kind: str = Field(description="Its name.")
    sentence: str = Field(description="What the client did.")
    advice: str = Field(description="What it should do instead.")


class SignatureTold(Form):
    """Why a token was refused."""

    steps: list[SignatureStep] = Field(description="The steps in their order.")
    detail: str = Field(description="What failed, in English.")
    mistakes: list[MistakeTold] = Field(description="What the client did, where that was found.")


class FaultTold(Form):
    """What a fault did."""

    id: str = Field(description="The fault's id.")
    settings: dict[str, Any] | None = Field(None, description="What was said of it; None if it is no longer set.")
    done: bool = Field(description="Whether the call was done all the same.")
    sentences: list[str] = Field(description="What it did, and what the contract says of the call.")


class DepartureTold(Form):
    """A departure that was let pass."""

    place: str = Field(description="Where.")
    nearest: str | None = Field(None, description="The documented name that was most likely meant.")
    sentence: str = Field(description="All that in a sentence.")


class Explanation(Form):
    """Why a call was answered as it was, and what to change. `str` of it is the same as text."""

    model_config = ConfigDict(title="Explanation")

    id: int = Field(description="The call's number in its world.")
    language: Language = Field(strict=False, description="The language of its sentences.")
    outcome: Outcome = Field(description="What became of the call.")
    summary: str = Field(description="The same in a sentence.")
    called: Called = Field(description="What was called.")
    answered: Answered = Field(description="What was answered.")
    clause: ClauseTold | None = Field(None, description="The clause that decided; with a fault, that would have.")
    advice: AdviceTold | None = Field(None, description="What to change.")
    signature: SignatureTold | None = Field(None, description="Why the token was refused.")
    fault: FaultTold | None = Field(None, description="What a fault did.")
    checks: ChecksTold | None = Field(None, description="How far the checks have come.")
    readings: list[ReadingTold] = Field([], description="The readings that the clause depends on.")
    departures: list[DepartureTold] = Field([], description="What departs from the document, and was let pass.")
    notes: list[str] = Field([], description="What is to be known besides.")

    def __str__(self) -> str:
        """The explanation as text."""
        return rendered(self)
