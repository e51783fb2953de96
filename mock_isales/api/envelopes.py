"""The documented envelopes: a decision as the bytes that the documents show, key for key."""

from typing import Any

from pydantic_core import to_json

from mock_isales.contract.answers import Description
from mock_isales.contract.clauses import Document
from mock_isales.contract.readings import Readings
from mock_isales.engine.decisions import Added, Decision

MEDIA_TYPE = "application/json; charset=UTF-8"


def envelope(decision: Decision, described: Description) -> bytes:
    """The body that a decision is answered with.

    Args:
        decision: The decision.
        described: Its code and its text, in the language that the call asks for.
    """
    code, text = described
    readings = decision.terms.readings
    if decision.interface.document is Document.CN:
        content = calling_numbers_envelope(code, text)
    else:
        content = outbound_numbers_envelope(code, text, readings, decision.added)
    return to_json(content)


def calling_numbers_envelope(code: str, text: str) -> dict[str, Any]:
    """The envelope of CN: both twins, code before description."""
    return {"resultCode": code, "resultDesc": text, "returnCode": code, "returnDesc": text}


def outbound_numbers_envelope(code: str, text: str, readings: Readings, added: Added | None) -> dict[str, Any]:
    """The envelope of ON: `returnObject` stands second in a success; a failure has none, or null by the reading."""
    content: dict[str, Any] = {"returnCode": code}
    if added is not None:
        content["returnObject"] = {
            "totalSize": added.total_size,
            readings.data_id_key: [
                {"called": number, "dataId": str(data_id)}
                for number, data_id in zip(added.called_numbers, added.data_ids, strict=True)
            ],
        }
    elif readings.failure_return_object == "null":
        content["returnObject"] = None
    return content | {"resultCode": code, "resultDesc": text, "returnDesc": text}
