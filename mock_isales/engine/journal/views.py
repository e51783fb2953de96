"""The journal's entries as they are shown: forms that the control interface writes and a client reads."""

import re
from base64 import b64decode, b64encode
from typing import Annotated

from pydantic import Field

from mock_isales.contract.forms import to_digits
from mock_isales.contract.json_text import JsonValue
from mock_isales.engine.faults.injections import Transport
from mock_isales.engine.forms import Form, Time, microseconds_of, time_of
from mock_isales.engine.journal.departures import Departure, departures
from mock_isales.engine.journal.entries import HIGHEST_ID, Entry, Ruling, head_of, header_lines
from mock_isales.engine.journal.signatures import SignatureView, has_signed_headers, signature_ruling, signature_view
from mock_isales.engine.journal.values import readable, shown

_US_PER_MS = 1000
_LONGEST_MS = 1e12
_PLAIN_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,99}")

Headers = list[Annotated[tuple[str, str], Field(strict=False)]]
"""The names and values of headers, in their order."""


class RequestMessage(Form):
    """A request as it was received.

    Attributes:
        method: Its method.
        target: Its address, with its query and the world's prefix.
        headers: Its headers, without what they show of who calls.
        body: Its body as text; None if it is not UTF-8.
        body_base64: Its body in Base64 then, else None.
    """

    method: str
    target: str
    headers: Headers
    body: str | None
    body_base64: str | None = None


class AnswerMessage(Form):
    """An answer as it was sent.

    Attributes:
        status: Its HTTP status.
        headers: Its headers.
        body: Its body as text; None if it is not UTF-8.
        body_base64: Its body in Base64 then, else None.
    """

    status: int
    headers: Headers
    body: str | None
    body_base64: str | None = None


class RulingView(Form):
    """What was decided of a call, or would have been.

    Attributes:
        result_code: The code.
        clause: The id of the clause that refuses; None if none does.
        field: The place that is refused; empty for the body as a whole, and where nothing is refused.
        value: What stands there.
    """

    result_code: str | None = None
    clause: str | None = None
    field: str = ""
    value: JsonValue = None


class JournalEntry(Form):
    """A call and its answer.

    Attributes:
        id: Its number in its world.
        at: When it came, by the world's clock.
        operation: Which documented operation was called, None if the address is not documented.
        vdn: The path's first parameter: a number if it was sent as one and without needless zeros, else as it was sent.
        campaign: The path's second parameter, likewise.
        status: The answer's HTTP status; 0 if there was no answer.
        result_code: The answer's code, None if it has none.
        clause: The id of the clause that refused, None if none did.
        field: The place that was refused; empty for the body as a whole, None if nothing was decided.
        value: What stood there; a number of more than 100 characters is written as a text.
        fault: The id of the fault that was injected.
        transport: What it did to the answer on its way: reset, empty or garbage in its place, cut off, or drip by drip.
        without_fault: What would have been decided if it had not answered; None where it left that as it was.
        signature: Why its C2 token was refused, None if it was not.
        duration_ms: How long it took, in milliseconds of real time.
        departures: What it does otherwise than documented, without being refused for it.
        request: The request.
        answer: The answer.
    """

    id: int = Field(ge=1)
    at: Time
    operation: str | None = None
    vdn: int | str | None = None
    campaign: int | str | None = None
    status: int
    result_code: str | None = None
    clause: str | None = None
    field: str | None = None
    value: JsonValue = None
    fault: str | None = None
    transport: Transport | None = None
    without_fault: RulingView | None = None
    signature: SignatureView | None = None
    duration_ms: float = Field(default=0, ge=0, le=_LONGEST_MS, allow_inf_nan=False)
    departures: tuple[Departure, ...] = ()
    request: RequestMessage
    answer: AnswerMessage


def view_of(entry: Entry, *, with_departures: bool = True) -> JournalEntry:
    """An entry as it is shown.

    Args:
        entry: The entry.
        with_departures: Whether to look for its departures, for which its body is read.
    """
    decision = entry.decision or Ruling()
    return JournalEntry(
        id=entry.id,
        at=time_of(entry.at),
        operation=entry.operation,
        vdn=_parameter(entry.vdn),
        campaign=_parameter(entry.campaign),
        status=entry.status,
        result_code=_text(decision.result_code),
        clause=_text(decision.clause),
        field=None if entry.decision is None else readable(decision.field),
        value=shown(decision.value),
        fault=_text(entry.fault),
        transport=entry.transport,
        without_fault=None if entry.without_fault is None else _ruling_view(entry.without_fault),
        signature=signature_view(entry),
        duration_ms=entry.duration_us / _US_PER_MS,
        departures=tuple(departures(entry)) if with_departures else (),
        request=_request(entry),
        answer=_answer(entry),
    )


def entry_of(view: JournalEntry) -> Entry:
    """The entry that is shown so: the opposite of `view_of`.

    Raises:
        ValueError: A header, a body or a canonical request cannot have been shown so, or the id is above all that can
            be restored.
    """
    if view.id > HIGHEST_ID:
        raise ValueError(f"the id of an entry is at most {HIGHEST_ID}")
    decision = None if view.field is None else Ruling(view.result_code, view.clause, view.field, view.value)
    entry = Entry(
        at=microseconds_of(view.at),
        operation=view.operation,
        vdn=_sent(view.vdn),
        campaign=_sent(view.campaign),
        method=view.request.method,
        target=view.request.target,
        head=head_of(view.request.headers),
        body=_bytes(view.request),
        status=view.answer.status,
        answer_head=head_of(view.answer.headers),
        answer=_bytes(view.answer),
        decision=decision,
        fault=view.fault,
        transport=view.transport,
        without_fault=None if view.without_fault is None else _ruling(view.without_fault),
        signature=signature_ruling(view.signature),
        duration_us=round(view.duration_ms * _US_PER_MS),
        id=view.id,
    )
    if not has_signed_headers(entry):
        raise ValueError("the call lacks a header that its token signs")
    return entry


def _ruling_view(ruling: Ruling) -> RulingView:
    return RulingView(
        result_code=_text(ruling.result_code),
        clause=_text(ruling.clause),
        field=readable(ruling.field),
        value=shown(ruling.value),
    )


def _ruling(view: RulingView) -> Ruling:
    return Ruling(view.result_code, view.clause, view.field, view.value)


def _request(entry: Entry) -> RequestMessage:
    text, base64 = _body(entry.body)
    return RequestMessage(
        method=readable(entry.method),
        target=readable(entry.target),
        headers=header_lines(entry.head),
        body=text,
        body_base64=base64,
    )


def _answer(entry: Entry) -> AnswerMessage:
    text, base64 = _body(entry.answer)
    headers = header_lines(entry.answer_head)
    return AnswerMessage(status=entry.status, headers=headers, body=text, body_base64=base64)


def _body(body: bytes) -> tuple[str | None, str | None]:
    try:
        return body.decode(), None
    except UnicodeDecodeError:
        return None, b64encode(body).decode()


def _bytes(message: RequestMessage | AnswerMessage) -> bytes:
    if message.body is not None:
        return message.body.encode()
    return b64decode(message.body_base64 or "", validate=True)


def _parameter(sent: str | None) -> int | str | None:
    if sent is None:
        return None
    return int(sent) if _PLAIN_INTEGER.fullmatch(sent) else readable(sent)


def _sent(parameter: int | str | None) -> str | None:
    return to_digits(parameter) if isinstance(parameter, int) else parameter


def _text(text: str | None) -> str | None:
    return None if text is None else readable(text)
