"""Magic values: reserved campaign ids and numbers that are answered in a way of their own, with no set-up.

All begin with 99, and end with the result code, the HTTP status or the milliseconds that they stand for. They strike
calls that are valid in themselves, as faults do, where the setting `magic_values` is on. No other server knows them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.forms import to_digits
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call
from mock_isales.contract.outbound_rules import called_numbers
from mock_isales.contract.requests import AddOutboundNumbers
from mock_isales.contract.text import Text
from mock_isales.engine.faults.injections import MAGIC, Injection
from mock_isales.http_status import in_words

_PREFIX = "99"
_CUT = 40
_DRIP = (16, 0.05)


class MagicValue(NamedTuple):
    """One magic value.

    Attributes:
        digits: The campaign id, called number or access code.
        does: What becomes of a call that has it.
        injection: The same, for the wire.
        operations: The operations that know it.
    """

    digits: str
    does: Text
    injection: Injection
    operations: tuple[str, ...]


def magic_values() -> Iterator[MagicValue]:
    """All magic values: those for result codes, for HTTP statuses, for connections, for latencies."""
    every = tuple(interface.operation for interface in INTERFACES)
    for code in ResultCode:
        knowing = tuple(interface.operation for interface in INTERFACES if code in interface.codes)
        yield MagicValue(f"{_PREFIX}{code.value}", _of_code(code), Injection(MAGIC, code=code.value), knowing)
    for digits, does, injection in _others():
        yield MagicValue(digits, does, injection, every)


def magic_of(interface: Interface[Any], call: Call[Any]) -> Injection | None:
    """What the magic values of a call do to it: that of its campaign, else that of the first number; None: nothing."""
    known = _BY_OPERATION[interface.operation]
    for digits in (to_digits(call.campaign), *_numbers(call)):
        if digits in known:
            return known[digits]
    return None


def _numbers(call: Call[Any]) -> list[str]:
    if isinstance(call.request, AddOutboundNumbers):
        return called_numbers(call.request)
    return [number.access_code for number in call.request.calling_numbers]


def _of_code(code: ResultCode) -> Text:
    if code is ResultCode.SUCCESS:
        return Text("Success, though nothing is stored.", "返回成功，但什么都不保存。")
    return code.sentence


def _others() -> Iterator[tuple[str, Text, Injection]]:
    for status in (429, 500, 503):
        yield (
            f"{_PREFIX}0000{status}",
            Text(f"HTTP {in_words(status)}, and nothing is done.", f"返回HTTP {in_words(status)}，不做任何处理。"),
            Injection(MAGIC, status=status),
        )
    for digit, does, what in _ON_THE_WAY:
        yield f"{_PREFIX}000000{digit}", does, what
    for seconds in (1, 5, 30):
        yield (
            f"{_PREFIX}{seconds * 1000:07}",
            Text(f"As it would be else, {seconds} s later.", f"结果不变，但晚{seconds}秒返回。"),
            Injection(MAGIC, delay=float(seconds)),
        )


_ON_THE_WAY = (
    (
        1,
        Text("The connection is reset; nothing is done.", "连接被重置，不做任何处理。"),
        Injection(MAGIC, connection="reset"),
    ),
    (
        2,
        Text(
            "The connection is reset, but the call is done: its answer is lost.",
            "请求已处理，但连接被重置，响应丢失。",
        ),
        Injection(MAGIC, connection="reset", applied=True),
    ),
    (
        3,
        Text("The connection is closed without an answer; nothing is done.", "连接关闭，无响应，不做任何处理。"),
        Injection(MAGIC, connection="empty"),
    ),
    (
        4,
        Text("What comes is no HTTP; nothing is done.", "返回的不是HTTP，不做任何处理。"),
        Injection(MAGIC, connection="garbage"),
    ),
    (
        5,
        Text(f"The answer breaks off after {_CUT} bytes of its body.", f"响应体在{_CUT}字节后中断。"),
        Injection(MAGIC, cut=_CUT),
    ),
    (
        6,
        Text(
            f"The answer's body comes in pieces of {_DRIP[0]} bytes, one every {_DRIP[1]:g} s.",
            f"响应体每{_DRIP[1]:g}秒返回{_DRIP[0]}字节。",
        ),
        Injection(MAGIC, drip=_DRIP),
    ),
)

_BY_OPERATION: Mapping[str, Mapping[str, Injection]] = {
    interface.operation: {
        each.digits: each.injection for each in magic_values() if interface.operation in each.operations
    }
    for interface in INTERFACES
}
