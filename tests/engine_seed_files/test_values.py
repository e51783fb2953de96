"""What a seed file may not say, and what is told of it: the same for both notations, shown in YAML."""

import pytest

from tests.engine_seed_files.conftest import Told

ONE = "vdns:\n  - id: 1\n"
CAMPAIGN = f"{ONE}    campaigns:\n      - id: 1\n"
STRING = "must be a String of 1 to 24 characters"
STATE = "state: must be one of draft, running, paused, completed"
PENDING = "pending: must be a whole number from 0 to 10000000"
UNQUOTE = "write it without quotes:"
ABSENT = "but has no value; leave it out, or give it one"
DECIMAL = "write a number in decimal digits, without zeros before it"
MAPPING = "must be a mapping (key: value)"
LEAST = "id: must be a whole number of at least 1"
ID = "id: must be a whole number from 1 to 9999"
PACE = "settings.pace_interval: must be a number from 0 to 86400"
COUNT = "settings.uncomplate_count: must be true or false"
MAXIMUM = "settings.calldata_max: must be a whole number from 1 to 1000000"
NUMBER_TWICE = "access_code: calling number 7 stands twice, first in line 6"
SETTINGS = (
    "calldata_max, uncomplate_count, callerno_total_max, incomplete_max, pace_interval, unknown_campaigns, deployment, "
    "restrict_vdn_calling_number, c2_window, c2_clock, magic_values"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vdsn: []", "s:1: vdsn: unknown key; did you mean vdns?"),
        ("other: []", "s:1: other: unknown key; known are access_keys, settings, readings, vdns"),
        (f"{ONE}    Blocklist: []", "s:3: vdns[0].Blocklist: unknown key; did you mean blocklist?"),
        (
            f"{CAMPAIGN}        call-mode: none",
            "s:5: vdns[0].campaigns[0].call-mode: unknown key; did you mean call_mode?",
        ),
        ("settings:\n  pace: 1", f"s:2: settings.pace: unknown key; known are {SETTINGS}"),
        ("readings: {totalsize: campaign}", "s:1: readings.totalsize: unknown key; did you mean total_size?"),
    ],
)
def test_an_unknown_key_is_told_with_its_line_and_the_nearest(told: Told, text: str, line: str) -> None:
    assert told(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{ONE}    id: 2", "s:3: vdns[0].id: the key stands twice, first in line 2"),
        ("vdns: []\nvdns: []", "s:2: vdns: the key stands twice, first in line 1"),
        (f"{ONE}  - id: 1", "s:3: vdns[1].id: VDN 1 stands twice, first in line 2"),
        (f"{CAMPAIGN}      - id: 1", "s:5: vdns[0].campaigns[1].id: campaign 1 stands twice, first in line 4"),
        (
            f'{ONE}    blocklist: ["7",\n      "7"]',
            "s:4: vdns[0].blocklist[1]: number 7 stands twice, first in line 3",
        ),
        (
            f'{ONE}    provisioned_numbers:\n    - "7"\n    - "7"',
            "s:5: vdns[0].provisioned_numbers[1]: number 7 stands twice, first in line 4",
        ),
        (
            f"{CAMPAIGN}        calling_numbers:\n        - access_code: '7'\n        - access_code: '7'",
            f"s:7: vdns[0].campaigns[0].calling_numbers[1].{NUMBER_TWICE}",
        ),
    ],
)
def test_what_stands_twice_is_told_with_both_lines(told: Told, text: str, line: str) -> None:
    assert told(text) == [line]


@pytest.mark.parametrize(
    "word",
    [
        "13900000000",
        "0123",
        "-7",
        "1.5",
        "1e3",
        "0x1F",
        "1_000",
        "1:30",
        "yes",
        "Off",
        "true",
        "null",
        "~",
        "2024-01-01",
        ".inf",
        "=",
        "9" * 2000,
    ],
)
def test_an_unquoted_word_where_a_string_stands_is_to_be_quoted_as_it_is_written(told: Told, word: str) -> None:
    shown = word if len(word) <= 60 else f"{word[:60]}…"
    assert told(f"{CAMPAIGN}        name: {word}") == [
        f's:5: vdns[0].campaigns[0].name: must be a String, not {shown}; write it in quotes: "{shown}"'
    ]


def test_an_unquoted_number_in_a_list_is_told_with_its_own_line(told: Told) -> None:
    assert told(f"{ONE}    blocklist:\n    - '1'\n    - 13900000000") == [
        f's:5: vdns[0].blocklist[1]: {STRING}, only digits, * and #, not 13900000000; write it in quotes: "13900000000"'
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("state: runing", f"{STATE}, not runing; did you mean running?"),
        ("state: over", f"{STATE}, not over"),
        ("state: yes", f"{STATE}, not yes"),
        ("call_mode: by-round", "call_mode: must be none or by_round, not by-round; did you mean by_round?"),
        ("pending: -1", f"{PENDING}, not -1"),
        ("pending: 10000001", f"{PENDING}, not 10000001"),
        ("pending: 1.0", f"{PENDING}, not 1.0"),
        ("pending: many", f"{PENDING}, not many"),
        ("pending: '5'", f'{PENDING}, not "5"; {UNQUOTE} 5'),
        ("pending: 'no'", f'{PENDING}, not "no"'),
        ("pending: ''", f'{PENDING}, not ""'),
        ("pending: 010", f"{PENDING}, not 010; {DECIMAL}"),
        ("pending:", f"{PENDING}, {ABSENT}"),
        ("pending: [1]", f"{PENDING}, not a list"),
        ("pending: {a: 1}", f"{PENDING}, not a mapping"),
        ("name:", f"name: must be a String, {ABSENT}"),
    ],
)
def test_a_wrong_value_is_told_with_what_it_must_be(told: Told, written: str, line: str) -> None:
    assert told(f"{CAMPAIGN}        {written}") == [f"s:5: vdns[0].campaigns[0].{line}"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vdns: 0123", "s:1: vdns: must be a list, not 0123"),
        ("vdns: '3'", 's:1: vdns: must be a list, not "3"'),
        ("settings: {uncomplate_count: 'no'}", f's:1: {COUNT}, not "no"; {UNQUOTE} no'),
        ("settings: {pace_interval: '.5'}", f's:1: {PACE}, not ".5"'),
        ("settings: {pace_interval: '0.5'}", f's:1: {PACE}, not "0.5"; {UNQUOTE} 0.5'),
        ("vdns: 3", "s:1: vdns: must be a list, not 3"),
        ("vdns: {id: 1}", "s:1: vdns: must be a list, not a mapping"),
        ("vdns:", f"s:1: vdns: must be a list, {ABSENT}"),
        ("vdns: [3]", f"s:1: vdns[0]: {MAPPING}, not 3"),
        ("vdns:\n- 1", f"s:2: vdns[0]: {MAPPING}, not 1"),
        ("settings: [1]", "s:1: settings: must be a mapping (key: value), not a list"),
        ("settings: {uncomplate_count: 1}", f"s:1: {COUNT}, not 1"),
        ("settings: {pace_interval: -0.5}", f"s:1: {PACE}, not -0.5"),
        ("settings: {pace_interval: 1e999}", f"s:1: {PACE}, not 1e999"),
        ("settings: {calldata_max: true}", f"s:1: {MAXIMUM}, not true"),
        ("vdns: [{id: 10000}]", f"s:1: vdns[0].{ID}, not 10000"),
        ("vdns: [{id: 0}]", f"s:1: vdns[0].{ID}, not 0"),
        ("vdns: [{id: 1, campaigns: [{id: 0}]}]", f"s:1: vdns[0].campaigns[0].{LEAST}, not 0"),
        ("vdns: [{id: 1, blocklist: ['']}]", f's:1: vdns[0].blocklist[0]: {STRING}, only digits, * and #, not ""'),
        ("vdns: [{id: 1, blocklist: [a]}]", f"s:1: vdns[0].blocklist[0]: {STRING}, only digits, * and #, not a"),
        (
            "vdns: [{id: 1, provisioned_numbers: ['*']}]",
            f's:1: vdns[0].provisioned_numbers[0]: {STRING}, only digits, not "*"',
        ),
        (
            f"vdns: [{{id: 1, blocklist: ['{'1' * 25}']}}]",
            f's:1: vdns[0].blocklist[0]: {STRING}, only digits, * and #, not "{"1" * 25}"',
        ),
        (
            "vdns:\n- id: 1\n  blocklist:\n  - #100",
            (f"s:4: vdns[0].blocklist[0]: {STRING}, only digits, * and #, but has no value; "
            "a word that begins with # needs quotes"),
        ),
        ("vdns:\n- blocklist: []", "s:2: vdns[0]: id is missing"),
        ("vdns: [{id: 1, campaigns: [{}]}]", "s:1: vdns[0].campaigns[0]: id is missing"),
        ("- vdns", "s:1: must be a mapping with the keys settings, readings and vdns"),
        ("vdns", "s:1: must be a mapping with the keys settings, readings and vdns"),
    ],
)  # fmt: skip
def test_a_wrong_section_is_told(told: Told, text: str, line: str) -> None:
    assert told(text) == [line]


SK = "sk: must be a String of 1 to 1024 characters"
AK = "ak: must be a String of 1 to 128 characters, printable ASCII without spaces and slashes"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("[{ak: a, sk: 1234567}]", f"[0].{SK}; write it in quotes"),
        ("[{ak: a, sk: }]", f"[0].{SK}; write it in quotes"),
        ("[{ak: a, sk: ''}]", f"[0].{SK}"),
        (f"[{{ak: a, sk: {'7' * 1025}x}}]", f"[0].{SK}"),
        ("[{ak: a, sk: [hush]}]", f"[0].{SK}"),
        ("[{ak: a, sk: {hush: hush}}]", f"[0].{SK}"),
        ("[{ak: 1234567, sk: hush}]", f"[0].{AK}; write it in quotes"),
        ("[{ak: hush/hush, sk: hush}]", f"[0].{AK}"),
        ("['a:hush']", f"[0]: {MAPPING}"),
        ("a:hush", ": must be a list"),
        ("[{ak: a, sk: hush, sks: hush}]", "[0].sks: unknown key; did you mean sk?"),
        ("[{ak: a, secret: hush}]", "[0].secret: unknown key; known are ak, sk, vdns"),
        ("[{ak: a, sk: hush}, {ak: a, sk: hush}]", "[1].ak: access key a stands twice, first in line 1"),
        ("[{ak: a, sk: hush, vdns: 3}]", "[0].vdns: must be a list, not 3"),
        ("[{ak: a, sk: hush, vdns: ['3']}]", f'[0].vdns[0]: {ID[4:]}, not "3"; {UNQUOTE} 3'),
        ("[{ak: a, sk: hush, vdns: [3, 3]}]", "[0].vdns[1]: VDN 3 stands twice, first in line 1"),
    ],
)
def test_a_secret_is_not_repeated(told: Told, written: str, line: str) -> None:
    lines = told(f"access_keys: {written}")
    assert f"s:1: access_keys{line}" in lines
    assert not any(secret in each for each in lines for secret in ("hush", "1234567", "777"))


def test_all_problems_are_told_at_once_in_the_order_of_the_file(told: Told) -> None:
    text = """\
        vdsn: []
        settings: {deployment: sass}
        vdns:
          - id: "1"
            blocklist: [7, "7", "7"]
            campaigns:
              - {id: 1, state: runing}
              - {name: x}
              - {id: 1, id: 2}
          - id: 1
          - 5
          - id: 1
        """
    assert told(text) == [
        "s:1: vdsn: unknown key; did you mean vdns?",
        "s:2: settings.deployment: must be op or saas, not sass; did you mean saas?",
        's:4: vdns[0].id: must be a whole number from 1 to 9999, not "1"; write it without quotes: 1',
        f's:5: vdns[0].blocklist[0]: {STRING}, only digits, * and #, not 7; write it in quotes: "7"',
        "s:5: vdns[0].blocklist[2]: number 7 stands twice, first in line 5",
        (
            "s:7: vdns[0].campaigns[0].state: must be one of draft, running, paused, completed, not runing; "
            "did you mean running?"
        ),
        "s:8: vdns[0].campaigns[1]: id is missing",
        "s:9: vdns[0].campaigns[2].id: campaign 1 stands twice, first in line 7",
        "s:9: vdns[0].campaigns[2].id: the key stands twice, first in line 9",
        "s:11: vdns[2]: must be a mapping (key: value), not 5",
        "s:12: vdns[3].id: VDN 1 stands twice, first in line 10",
    ]


def test_what_stands_twice_keeps_its_place_when_what_stands_before_it_is_wrong(told: Told) -> None:
    text = "vdns:\n- x\n- id: 3\n  blocklist: [a, '5', b, '5']\n- id: 3\n"
    assert [line.partition(": must")[0] for line in told(text)] == [
        "s:2: vdns[0]",
        "s:4: vdns[1].blocklist[0]",
        "s:4: vdns[1].blocklist[2]",
        "s:4: vdns[1].blocklist[3]: number 5 stands twice, first in line 4",
        "s:5: vdns[2].id: VDN 3 stands twice, first in line 3",
    ]
