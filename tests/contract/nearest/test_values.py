"""The nearest value of a bad one passes, whatever the bad one was."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.fields import List, Scalar, Shape
from mock_isales.contract.json_text import JsonDecimal, JsonInteger
from mock_isales.contract.nearest import sentences
from mock_isales.contract.nearest.lists import calls_for, nearest_entry, nearest_list
from mock_isales.contract.nearest.scalars import nearest_scalar
from mock_isales.contract.outbound_fields import RECYCLE_TIME
from mock_isales.contract.readings import Readings
from mock_isales.contract.scalars import PathInteger
from mock_isales.contract.service import ServiceSettings, Terms
from tests.contract.strategies import plain, text, tricky

TERMS = [
    Terms(Readings(), ServiceSettings()),
    Terms(Readings(json_types="coerce", special_characters="printed"), ServiceSettings(calldata_max=2)),
    Terms(Readings(text_length="codepoints"), ServiceSettings()),
]


def fields_of(shape: Shape) -> list[Scalar | List]:
    found: list[Scalar | List] = []
    for field in shape.fields:
        assert isinstance(field, Scalar | List)
        found.append(field)
        if isinstance(field, List):
            found += fields_of(field.shape)
    return found


FIELDS = [field for interface in INTERFACES for field in fields_of(interface.body)]
SCALARS = [field for field in FIELDS if isinstance(field, Scalar)]
LISTS = [field for field in FIELDS if isinstance(field, List)]
IN_PATH = [field for interface in INTERFACES for field in (interface.vdn, interface.campaign)]

numbers = st.one_of(
    st.integers().map(lambda number: JsonInteger(str(number))),
    st.sampled_from(["1e999999999", "-0.5", "1.5", "3e0", "9" * 5000, "-" + "9" * 5000]).map(JsonDecimal),
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(st.one_of(plain, tricky, st.sampled_from("0123456789-:T/１２")), max_size=40),
    text(1024),
    text(200),
    st.from_regex(r"[0-9]{1,5}[-/.][0-9]{1,2}[-/.][0-9]{1,2}([ T][0-9]{1,2}(:[0-9]{1,2}){0,2})?Z?", fullmatch=True),
    st.from_regex(r"[+-]?[0-9]{1,14}(\.[0-9]*)?(e[0-9]+)?s?", fullmatch=True),
)
member_names = st.sampled_from(["called", "calledNo", "callDataList", "accessCode", "priority", "sessionId", "x"])
odd_objects = st.recursive(
    st.one_of(st.none(), st.booleans(), st.sampled_from(["1", "", "x", JsonInteger("1"), '{"calledNo":"1"}', "[{}]"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(member_names, inner, max_size=3)),
    max_leaves=8,
)
values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    numbers,
    texts,
    odd_objects,
    st.sampled_from([[], {}, [None], {"a": 1, "b": [True, JsonDecimal("1.50")]}, {"x": "y" * 1100}]),
)


@pytest.mark.parametrize("field", SCALARS, ids=lambda field: f"{field.document.value}-{field.name}")
@settings(max_examples=150)
@given(value=values, index=st.integers(0, len(TERMS) - 1))
def test_the_nearest_value_of_a_field_passes_all_its_checks(field: Scalar, value: Any, index: int) -> None:  # noqa: ANN401
    if field.refusal(value, "", TERMS[index]) is not None:
        near = nearest_scalar(field, value, TERMS[index])
        assert field.refusal(near.value, "", TERMS[index]) is None
        assert near.done


@pytest.mark.parametrize("field", IN_PATH, ids=lambda field: f"{field.document.value}-{field.name}")
@settings(max_examples=150)
@given(value=st.one_of(texts, numbers.map(str), st.sampled_from(["{vdnId}", "-1", "0", "00", "+5", "10000"])))
def test_the_nearest_number_of_a_path_passes(field: PathInteger, value: str) -> None:
    near = nearest_scalar(field, value, TERMS[0])
    assert field.refusal(near.value, "", TERMS[0]) is None


@pytest.mark.parametrize("field", LISTS, ids=lambda field: field.name)
@settings(max_examples=100)
@given(value=values)
def test_the_nearest_list_passes_as_a_whole(field: List, value: Any) -> None:  # noqa: ANN401
    if not isinstance(value, list) or not value:
        assert field.refusal(nearest_list(field, value, TERMS[0]).value, "", TERMS[0]) is None


@pytest.mark.parametrize("field", LISTS, ids=lambda field: field.name)
@settings(max_examples=100)
@given(value=values, index=st.integers(0, len(TERMS) - 1))
def test_the_nearest_entry_passes_as_a_whole(field: List, value: Any, index: int) -> None:  # noqa: ANN401
    if not isinstance(value, dict):
        near = nearest_entry(field, value, TERMS[index])
        assert field.entries_refusal([near.value], "", TERMS[index]) is None


@pytest.mark.parametrize(("count", "maximum", "calls"), [(21, 20, 2), (40, 20, 2), (41, 20, 3), (101, 100, 2)])
def test_a_list_that_is_too_long_takes_some_calls(count: int, maximum: int, calls: int) -> None:
    assert calls_for(count, maximum) == calls


BY_NAME = {f"{field.document.value}-{field.name}": field for field in SCALARS}


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("ON-calledNo", "+86 (139) 0000-0000", "8613900000000"),
        ("ON-calledNo", "１３９", "139"),
        ("ON-calledNo", JsonInteger("13900000000"), "13900000000"),
        ("ON-calledNo", "+", "88888888"),
        ("ON-calledNo", True, "88888888"),
        ("ON-calledNo", "13800138000.0", "13800138000"),
        ("ON-calledNo", "13800138000.", "13800138000"),
        ("ON-calledNo", "1.3800138E10", "13800138000"),
        ("ON-calledNo", "1.3800138e+10", "13800138000"),
        ("ON-calledNo", JsonDecimal("13800138000.0"), "13800138000"),
        ("CN-accessCode", "13800138000.00", "13800138000"),
        ("ON-calledNo", "138-0013-8000", "13800138000"),
        ("ON-calledNo", "(010) 1234-5678", "01012345678"),
        ("ON-calledNo", "(+86)138-0013-8000", "8613800138000"),
        ("ON-calledNo", "138.0013.8000", "13800138000"),
        ("ON-calledNo", "\u202a138‑0013–8000\u202c\n", "13800138000"),
        ("ON-calledNo", "+8613800138000", "8613800138000"),
        ("ON-calledNo", "＋８６ １３８００１３８０００", "8613800138000"),
        ("ON-calledNo", "*86 13800138000", "*8613800138000"),
        ("ON-sessionId", "a" * 31 + "😀", "a" * 31),
        ("ON-customField", "a,b c", "ab c"),
        ("ON-customField", "a\0b", "ab"),
        ("ON-customField", "，", "batch 7 of November"),
        ("ON-delayTime", "30s", "30"),
        ("ON-delayTime", "-1", "0"),
        ("ON-delayTime", "86401", "86400"),
        ("ON-delayTime", "soon", "0"),
        ("ON-priority", JsonInteger("9"), "5"),
        ("ON-priority", "1.0", "1"),
        ("ON-recycleTime", "2026/2/30T9:5", "2026-02-28 09:05:00"),
        ("ON-recycleTime", "20261231235959", "2026-12-31 23:59:59"),
        ("ON-recycleTime", "20261231", "2026-12-31 00:00:00"),
        ("ON-recycleTime", "1767225600", "2026-01-01 00:00:00"),
        ("ON-recycleTime", "1767225600000", "2026-01-01 00:00:00"),
        ("ON-recycleTime", "2026-01-01 24:00:00", "2026-01-02 00:00:00"),
        ("ON-recycleTime", "2026-12-31 24:00", "2027-01-01 00:00:00"),
        ("ON-recycleTime", "9999-12-31 24:00:00", "9999-12-31 23:59:59"),
        ("ON-recycleTime", "2026-01-01 25:10:00", "2026-01-01 23:59:59"),
        ("ON-recycleTime", "2026-01-01 10:60:00", "2026-01-01 10:59:59"),
        ("ON-recycleTime", "2026-01-01 10:59:60", "2026-01-01 10:59:59"),
        ("ON-recycleTime", "2026-11-28T23:30-08:00", "2026-11-28 23:30:00"),
        ("ON-recycleTime", "tomorrow", "2026-12-31 23:59:59"),
        ("ON-recycleTime", "31.12.2026", "2026-12-31 23:59:59"),
        ("ON-recycleTime", "0000-00-00 24:60:60", "0001-01-01 23:59:59"),
        ("ON-callData", {"a": [JsonInteger("1"), None, "é"], "b": {}}, '{"a":[1,null,"é"],"b":{}}'),
        ("ON-sessionId", {"a": "b" * 20}, '{"a":"' + "b" * 20 + '"}'),
        ("CN-priority", "5", "5"),
        ("CN-priority", "9", "5"),
        ("CN-priority", JsonDecimal("1.0"), "1"),
        ("CN-priority", True, "1"),
        ("CN-priority", None, "1"),
        ("CN-accessCode", "", "12345678901234"),
    ],
)
def test_the_nearest_value_is_what_was_meant(name: str, value: object, nearest: str) -> None:
    assert nearest_scalar(BY_NAME[name], value, TERMS[0]).value == nearest


@pytest.mark.parametrize(
    "value",
    [
        "1e400",
        "1e4000000000",
        "1.38E+10",
        "1.3800138E5",
        "13800138000.5",
        "138.00138000",
        "400.000",
        "138-0013-8000 ext 5",
        "13800138000x5",
        "138O0138000",
        "010-12345678-801",
        "13800138000 13900139000",
        "13800138000/13900139000",
        "13800138000\n13900139000",
        "13800138000\u200b13900139000",
        "13800138000;",
        "138 0013 8000 139 0013 9000",
        "+44 (0)20 7946 0000",
        "-13800138000",
        "138+13900139000",
        "1" * 25,
        "1-" * 24,
        "1" * 5000,
        "٣٣٣",
        "tel:13800138000",
        JsonDecimal("1e400"),
        JsonInteger("-13800138000"),
    ],
)
@pytest.mark.parametrize("name", ["ON-calledNo", "CN-accessCode"])
def test_no_digits_are_cut_or_joined_to_the_number_of_somebody_else(name: str, value: object) -> None:
    near = nearest_scalar(BY_NAME[name], value, TERMS[0])
    assert near.value == BY_NAME[name].example
    assert near.done == (sentences.FROM_ITS_SOURCE,)


@pytest.mark.parametrize("value", ["1" * 25, JsonInteger("1" * 25), "sip:10086@example.com:5060"])
def test_a_calling_number_is_not_cut_either(value: str) -> None:
    near = nearest_scalar(BY_NAME["ON-caller"], value, TERMS[0])
    assert (near.value, near.done) == ("10086", (sentences.FROM_ITS_SOURCE,))


def test_a_star_is_no_character_of_a_calling_number() -> None:
    assert nearest_scalar(BY_NAME["CN-accessCode"], "*86 139", TERMS[0]).done == (sentences.FROM_ITS_SOURCE,)


def test_what_was_done_to_a_number_is_told() -> None:
    near = nearest_scalar(BY_NAME["ON-calledNo"], JsonDecimal("1.3800138E10"), TERMS[0])
    assert near.done == (sentences.AS_STRING, sentences.IN_DIGITS, sentences.NOT_ROUNDED)


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("callDataList", {"called": [{"calledNo": "1"}]}, [{"called": [{"calledNo": "1"}]}]),
        ("callDataList", {"called": {"calledNo": "1"}}, [{"called": [{"calledNo": "1"}]}]),
        ("callDataList", {"calledNo": "1", "sessionId": "a"}, [{"sessionId": "a", "called": [{"calledNo": "1"}]}]),
        ("callDataList", '[{"called": [{"calledNo": "1"}]}]', [{"called": [{"calledNo": "1"}]}]),
        ("callDataList", '{"called": "[{\\"calledNo\\": \\"1\\"}]"}', [{"called": [{"calledNo": "1"}]}]),
        ("callDataList", {}, [{"called": [{"calledNo": "88888888"}]}]),
        ("callDataList", {"called": {"calledNo": "+"}}, [{"called": [{"calledNo": "88888888"}]}]),
        ("callDataList", "[5]", [{"called": [{"calledNo": "88888888"}]}]),
        ("callDataList", "5", [{"called": [{"calledNo": "88888888"}]}]),
        ("callerNo", {"accessCode": "1"}, [{"accessCode": "12345678901234", "priority": 1}]),
    ],
)
def test_the_nearest_list_is_what_was_meant(name: str, value: object, nearest: object) -> None:
    field = next(each for each in LISTS if each.name == name)
    near = nearest_list(field, value, TERMS[0]).value
    assert json.loads(json.dumps(near).replace('"priority": "1"', '"priority": 1')) == nearest


@pytest.mark.parametrize(
    "value",
    [
        '{"fullName": "' + "x" * 1024 + '"}',
        " [" + "1," * 600 + "1]",
        r"{\"fullName\":\"" + "x" * 1024 + r"\"}",
        {"x": "y" * 1100},
    ],
)
def test_json_is_not_cut(value: object) -> None:
    near = nearest_scalar(BY_NAME["ON-callData"], value, TERMS[0])
    assert near.value is None
    assert "shorten what the JSON holds" in near.done[-1].english


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-28T23:30:00-08:00",
        "2026-11-28T23:30-0800",
        "2026-11-28T23:30:00.123+08",
        "2026-11-28T23:30:00Z",
        "2026-11-28 23:30:00 CST",
        "2026-11-28 23:30 UTC+8",
        "2026-11-28T23:30:00+08:00[Asia/Shanghai]",
    ],
)
def test_a_time_zone_that_was_left_out_is_told(text: str) -> None:
    near = nearest_scalar(BY_NAME["ON-recycleTime"], text, TERMS[0])
    assert near.value == "2026-11-28 23:30:00"
    assert near.done == (sentences.AS_TIME, sentences.WITHOUT_ZONE)


@pytest.mark.parametrize("text", ["2026-11-28T23:30", "2026-11-28", "2026-11-28 23:30 PM", "2026-11-28 23:30:00,5"])
def test_where_no_time_zone_stands_none_is_told(text: str) -> None:
    assert nearest_scalar(BY_NAME["ON-recycleTime"], text, TERMS[0]).done == (sentences.AS_TIME,)


@pytest.mark.parametrize("value", ["1700000000", "1700000000000", JsonInteger("1700000000")])
def test_a_time_since_the_epoch_is_told_to_be_in_utc(value: str) -> None:
    near = nearest_scalar(BY_NAME["ON-recycleTime"], value, TERMS[0])
    assert near.value == "2023-11-14 22:13:20"
    assert near.done[-1] == sentences.SINCE_EPOCH


class Unheard(Scalar):
    """A field of a kind that nobody knows."""

    checks = ()

    def convert(self, value: Any) -> object:  # noqa: ANN401
        return value


def test_a_kind_of_field_that_is_not_known_is_a_mistake_of_ours() -> None:
    known = IN_PATH[0]
    field = Unheard(document=known.document, section="", name="unheard", meaning=known.meaning, attribute="unheard")
    with pytest.raises(TypeError, match="no nearest value for unheard"):
        nearest_scalar(field, 1, TERMS[0])


def test_a_value_that_does_not_pass_after_all_gives_way_to_the_example() -> None:
    field = replace(RECYCLE_TIME, max_length=9, example="none")
    near = nearest_scalar(field, "2026/11/28", TERMS[0])
    assert (near.value, near.done) == ("none", (sentences.OPTIONAL_EXAMPLE,))


def test_what_is_no_text_in_a_path_has_an_example() -> None:
    assert nearest_scalar(IN_PATH[0], None, TERMS[0]).value == "1"
