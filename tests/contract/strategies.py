"""Bodies that are valid, or valid but for one or two things: what tells a sloppy check from an exact one."""

import json
from typing import Any

from hypothesis import strategies as st

SPECIALS = "`~!@#$%^&*()+=|{}'\":;<>/?.\\[]¥,-！￥…（）—【】‘’“”；：，、？。"
HIDDEN = ["NaN", "-Infinity", "[" * 120 + "]" * 120, '"\\ud800"', '"\\u0000"', "1e999", '{"a":' * 60 + "1" + "}" * 60]

plain = st.sampled_from(["a", "0", "中", "é", "_", " "])
tricky = st.sampled_from(["\0", "\n", "٣", "𝟙", "😀", *SPECIALS])


def text(limit: int) -> st.SearchStrategy[str]:
    """A text around its limit, which counts characters outside the basic plane twice."""
    at_limit = st.sampled_from(["a" * limit, "😀" * (limit // 2), "中" * limit])
    return st.one_of(st.text(plain, max_size=min(limit, 8)), at_limit)


digits = st.text(st.sampled_from("0123456789"), min_size=1, max_size=24)
diallable = st.text(st.sampled_from("0123456789*#"), min_size=1, max_size=24)
times = st.sampled_from(["2026-11-22 10:00:00", "2024-02-29 23:59:59", "0004-02-29 00:00:00"])

called = st.fixed_dictionaries(
    {"calledNo": diallable},
    optional={"delayTime": st.sampled_from(["0", "7", "09", "86399", "86400"]), "type": text(20)},
)
record = st.fixed_dictionaries(
    {"called": st.lists(called, min_size=1, max_size=3)},
    optional={
        "sessionId": text(32),
        "caller": text(24),
        "customField": text(200),
        "recycleTime": times,
        "callData": text(1024),
        "priority": st.sampled_from(["1", "3", "05"]),
    },
)
outbound_bodies = st.fixed_dictionaries(
    {"callDataList": st.lists(record, min_size=1, max_size=4)}, optional={"batchId": text(40)}
)
calling_number = st.fixed_dictionaries({"accessCode": digits, "priority": st.integers(1, 5)})
calling_bodies = st.fixed_dictionaries({"callerNo": st.lists(calling_number, min_size=1, max_size=4)})

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 9),
    st.floats(allow_nan=True),
    st.sampled_from([[], {}, "", "1", "6", "86401", "-1", "+1", "1.0", "٣", "2025-02-29 00:00:00", "a" * 33]),
    st.builds("".join, st.tuples(st.text(plain, max_size=2), tricky)),
)


def places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    """Each place in a JSON value, as its container and its key there."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [place for key in keys for place in [(value, key), *places(value[key])]]


@st.composite
def wire_bodies(draw: st.DrawFn, bodies: st.SearchStrategy[Any]) -> bytes:
    """A body as bytes, in one of the ways to write it, with up to two departures."""
    value = draw(bodies)
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2]))):
        container, key = draw(st.sampled_from(places(value) or [({}, "x")]))
        if isinstance(container, dict) and draw(st.booleans()):
            container["unknown"] = draw(odd_values)
        else:
            container[key] = draw(odd_values)
    written = json.dumps(value, ensure_ascii=draw(st.booleans()))
    if draw(st.sampled_from([False, False, True])):
        key = draw(st.sampled_from([key for _, key in places(value) if isinstance(key, str)] or ["x"]))
        written = written.replace(f'"{key}":', f'"{key}": {draw(st.sampled_from(HIDDEN))}, "{key}":', 1)
    return written.encode()
