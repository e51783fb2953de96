"""Random bodies: mostly sound parts with a wrong one among them, their bytes spoiled, or bytes of no sense at all."""

import json

from hypothesis import strategies as st

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=40)  # lone surrogates too
    | st.sampled_from(["", " ", "1\n", "０", "a\x00b", "x" * 2000, "😀" * 200, 10**30, -0.0, 1e300]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def mostly(sound: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.integers(0, 19).flatmap(lambda chance: JUNK if chance == 0 else sound)


def text(alphabet: str, longest: int) -> st.SearchStrategy[object]:
    return st.text(alphabet, min_size=1, max_size=longest + 1)


CALLING_NUMBER = st.fixed_dictionaries(
    {"accessCode": mostly(text("0123456789", 24)), "priority": mostly(st.integers(1, 5))},
    optional={"extra": JUNK},
)
CALLING_NUMBERS = st.fixed_dictionaries(
    {"callerNo": mostly(st.lists(mostly(CALLING_NUMBER), min_size=1, max_size=6))},
    optional={"extra": JUNK},
)

CALLED = st.fixed_dictionaries(
    {"calledNo": mostly(text("0123456789*#", 24))},
    optional={
        "delayTime": mostly(st.integers(0, 90_000).map(str)),
        "type": mostly(text("SI-9字", 20)),
        "extra": JUNK,
    },
)
RECORD = st.fixed_dictionaries(
    {"called": mostly(st.lists(mostly(CALLED), min_size=1, max_size=3))},
    optional={
        "sessionId": mostly(text("ab1", 32)),
        "caller": mostly(text("0123456789", 24)),
        "customField": mostly(text("ab 字_", 30)),
        "recycleTime": mostly(st.datetimes().map(lambda time: f"{time:%Y-%m-%d %H:%M:%S}")),
        "callData": mostly(JUNK.map(json.dumps)),
        "priority": mostly(st.integers(1, 5).map(str)),
        "extra": JUNK,
    },
)
OUTBOUND_NUMBERS = st.fixed_dictionaries(
    {"callDataList": mostly(st.lists(mostly(RECORD), min_size=1, max_size=5))},
    optional={"batchId": mostly(text("0123456789", 40)), "extra": JUNK},
)


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """The same bytes with a slice of them replaced."""
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 8)))
    return whole[:start] + draw(st.binary(max_size=4)) + whole[end:]


@st.composite
def printed(draw: st.DrawFn, values: st.SearchStrategy[object]) -> bytes:
    value = draw(mostly(values))
    whole = json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    return draw(spoiled(whole)) if draw(st.integers(0, 4)) == 0 else whole


def bodies(of: str) -> st.SearchStrategy[bytes]:
    sound = printed(CALLING_NUMBERS if of == "CN" else OUTBOUND_NUMBERS)
    return st.one_of(sound, sound, sound, st.binary(max_size=200))
