import json
import sys

import pytest

from mock_isales.engine.seed_files.reading import parse_seed
from tests.engine_seed_files.conftest import Told


def test_a_text_that_begins_with_a_brace_is_json() -> None:
    seed = parse_seed('\n\t{"vdns": [{"id": 1, "blocklist": ["1"], "campaigns": [{"id": 2, "pending": 0}]}]}', "s")
    assert (seed.vdns[0].blocklist, seed.vdns[0].campaigns[0].id) == (["1"], 2)


def test_words_and_numbers_have_their_meaning() -> None:
    settings = parse_seed('{"settings": {"uncomplate_count": false, "pace_interval": 5e-1}}', "s").settings
    assert (settings.uncomplate_count, settings.pace_interval) == (False, 0.5)


def test_strings_may_hold_brackets_and_escapes() -> None:
    name = 'a "b" \\ {c} [d] \u4e2d \U0001f600'
    text = json.dumps({"vdns": [{"id": 1, "campaigns": [{"id": 1, "name": name}]}]})
    assert parse_seed(text, "s").vdns[0].campaigns[0].name == name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{vdns: []}", "s:1: column 2: not JSON: "),
        ('{"vdns": [],\n}', "s:"),
        ("{'vdns': []}", "s:1: column 2: not JSON: "),
        ('{"vdns": []}\n# comment', "s:2: column 1: not JSON: "),
        ('{"vdns": [\n1,\n2', "s:3: column 2: not JSON: "),
        ('{"settings": {"pace_interval":\n NaN}}', "s:2: not JSON: NaN is not a value"),
        ('{"settings": {"pace_interval": -Infinity}}', "s:1: not JSON: -Infinity is not a value"),
        ('{"settings": {"pace_interval": 01}}', "s:1: column"),
        ('{"a": "\t"}', "s:1: column 8: not JSON: "),
    ],
)
def test_what_is_not_json_is_told_with_its_line(told: Told, text: str, line: str) -> None:
    (only,) = told(text)
    assert only.startswith(line)
    assert only.endswith("; a file that begins with { is read as JSON")


@pytest.mark.parametrize("depth", [101, 150, sys.getrecursionlimit() * 200])
def test_deep_nesting_ends_soon(told: Told, depth: int) -> None:
    (line,) = told('{"a": ' + "[" * depth + "]" * depth + "}")
    assert "nested" in line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{\n "vdsn": []\n}', ["s:2: vdsn: unknown key; did you mean vdns?"]),
        ('{"vdns": [],\n "vdns": []}', ["s:2: vdns: the key stands twice, first in line 1"]),
        (
            '{"vdns": [{"id": 1,\n "blocklist": [13900000000]}]}',
            [
                (
                    "s:2: vdns[0].blocklist[0]: must be a String of 1 to 24 characters, only digits, * and #, "
                    'not 13900000000; write it in quotes: "13900000000"'
                )
            ],
        ),
        (
            '{"vdns": [\n{"id": 1},\n{"id": 1}]}',
            ["s:3: vdns[1].id: VDN 1 stands twice, first in line 2"],
        ),
        ('{"vdns": [\n{}]}', ["s:2: vdns[0]: id is missing"]),
        ('{"vdns": null}', ["s:1: vdns: must be a list, not null"]),
        ('{"readings": {\n"total_size": "x"}}', ['s:2: readings.total_size: must be campaign or accepted, not "x"']),
        (
            '{"vdns": [{"id": 1, "campaigns": [{"id": 1, "name": "\\ud800"}]}]}',
            ["s:1: an escape stands for half a character; write both halves, or the character"],
        ),
        (
            '{"vdns": [{"id": ' + "9" * 5000 + "}]}",
            ["s:1: vdns[0].id: must be a whole number from 1 to 9999, not " + "9" * 60 + "…"],
        ),
    ],
)
def test_problems_have_their_lines(told: Told, text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_whatever_json_holds_yaml_reads_alike() -> None:
    content = {"vdns": [{"id": 1, "blocklist": ["1", "*2#"], "campaigns": [{"id": 3, "name": "x: y", "pending": 7}]}]}
    assert parse_seed(json.dumps(content), "s") == parse_seed("---\n" + json.dumps(content), "s")
