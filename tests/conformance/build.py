"""Bodies to send. A builder makes a valid part; a keyword changes a member of it, ABSENT leaves the member out."""

import json
from typing import Any, Final

from tests.conformance.interfaces import CN, Interface

Json = dict[str, Any]  # Any: what is sent is often wrong on purpose

ABSENT: Final = object()
BEYOND_BMP = "😀"  # one character, two UTF-16 code units


def number(**changes: object) -> Json:
    return _changed({"accessCode": "12345678901234", "priority": 1}, changes)


def called(called_no: object = "88888888", **changes: object) -> Json:
    return _changed({"calledNo": called_no}, changes)


def record(*numbers: object, **changes: object) -> Json:
    """One record; without numbers it has the plain one."""
    return _changed({"called": list(numbers) or [called()]}, changes)


def cn(*numbers: object, **members: object) -> bytes:
    return encode(_changed({"callerNo": list(numbers) or [number()]}, members))


def on(*records: object, **members: object) -> bytes:
    return encode(_changed({"callDataList": list(records) or [record()]}, members))


def valid(to: Interface) -> bytes:
    return cn() if to is CN else on()


def distinct_numbers(count: int) -> list[Json]:
    return [number(accessCode=str(1000 + index)) for index in range(count)]


def distinct_records(count: int, **changes: object) -> list[Json]:
    return [record(called(str(70000000 + index)), **changes) for index in range(count)]


def with_ignored(to: Interface, text: str | bytes) -> bytes:
    """A valid body whose first member is one that no document knows; its value is `text` as it stands."""
    value = text.encode() if isinstance(text, str) else text
    return b'{"ignored": ' + value + b", " + valid(to)[1:]


def printed(body: bytes, text: str) -> bytes:
    """`body` with `text` in the place of "@": a number that Python would not print as it is to be sent."""
    return body.replace(b'"@"', text.encode())


def encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _changed(base: Json, changes: Json) -> Json:
    return {name: value for name, value in {**base, **changes}.items() if value is not ABSENT}
