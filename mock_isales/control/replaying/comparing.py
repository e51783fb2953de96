"""In what an answer differs from the recorded one. Data ids are always others, so that only their number counts."""

import json
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from mock_isales.contract.json_text import JsonValue
from mock_isales.control.forms.hars import HarResponse
from mock_isales.control.forms.replays import Difference, Part, ReplayedAnswer
from mock_isales.control.replaying.in_process import Answer
from mock_isales.engine.journal.values import kept, shown

_LISTS = ("dataIdList", "datalist")
"""What the list of data ids is called, by either reading."""


def at_a_glance(status: int, body: bytes | None) -> ReplayedAnswer:
    """The status and the result code of an answer."""
    code = _object(body).get("resultCode")
    return ReplayedAnswer(status=status, result_code=_fit(code) if isinstance(code, str) else None)


def differences(response: HarResponse, answer: Answer) -> Iterator[Difference]:
    """In what an answer differs; of a body that was not recorded, in nothing."""
    recorded = recorded_body(response)
    if response.status != answer.status:
        yield Difference(part="status", recorded=response.status, answered=answer.status)
    if recorded is None:
        return
    before, now = _parts(_object(recorded)), _parts(_object(answer.body))
    for part in before:
        if before[part] != now[part]:
            yield Difference(part=part, recorded=_fit(before[part]), answered=_fit(now[part]))


def recorded_body(response: HarResponse) -> bytes | None:
    """The body of a recorded answer; None if it was not recorded, or cannot be read."""
    content = response.content
    if content is None or content.text is None:
        return None
    if content.encoding is None:
        return content.text.encode()
    try:
        return b64decode(content.text, validate=True)
    except ValueError:
        return None


def _parts(body: dict[str, Any]) -> dict[Part, JsonValue]:
    returned = body.get("returnObject")
    held: dict[str, Any] = returned if isinstance(returned, dict) else {}
    listed = next((held[name] for name in _LISTS if name in held), None)
    return {
        "resultCode": body.get("resultCode"),
        "resultDesc": body.get("resultDesc"),
        "totalSize": held.get("totalSize"),
        "dataIds": len(listed) if isinstance(listed, list) else None,
    }


def _object(body: bytes | None) -> dict[str, Any]:
    """The object that a body holds; an empty one if it holds none."""
    try:
        value = json.loads(body or b"null")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _fit(value: JsonValue) -> JsonValue:
    """A value as it can be told: whoever recorded it was free to write anything."""
    return shown(kept(value))
