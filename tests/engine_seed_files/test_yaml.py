import pytest

from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import parse_seed
from mock_isales.engine.seeds import Seed
from tests.docs.pages import blocks_of
from tests.engine_seed_files.conftest import Told

FORM = next(block.text for block in blocks_of("docs/seed-file.md") if block.language == "yaml")


def test_the_published_form_is_a_seed() -> None:
    seed = parse_seed(FORM, "s")
    (vdn,) = seed.vdns
    (campaign,) = vdn.campaigns
    assert (vdn.blocklist, vdn.provisioned_numbers) == (["13900000000"], ["4001"])
    assert (campaign.name, campaign.state, campaign.pending) == ("Demo", "running", 0)
    assert [(number.access_code, number.priority) for number in campaign.calling_numbers] == [("10086", 1)]
    assert seed.readings.model_fields_set == {"total_size"}


def test_only_ids_are_mandatory() -> None:
    (vdn,) = parse_seed("vdns: [{id: 7, campaigns: [{id: 8}]}]", "s").vdns
    assert (vdn.id, vdn.campaigns[0].id, vdn.campaigns[0].state) == (7, 8, "running")


@pytest.mark.parametrize(
    ("text", "seed"),
    [
        ("{}", Seed()),
        ("vdns: []", Seed()),
        ("---\nvdns: []\n...\n", Seed()),
        ("%YAML 1.2\n---\nvdns: []", Seed()),
        ("vdns: []\r\n", Seed()),
        ('"vdns": []', Seed()),
        ("vdns: &unused []", Seed()),
    ],
)
def test_other_ways_to_write_it(text: str, seed: Seed) -> None:
    assert parse_seed(text, "s") == seed


@pytest.mark.parametrize("word", ["yes", "on", "True", "TRUE", "true"])
def test_each_word_of_yaml_for_true_is_read(word: str) -> None:
    assert parse_seed(f"settings: {{uncomplate_count: {word}}}", "s").settings.uncomplate_count is True


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Demo", "Demo"),
        ("Überlauf 中文", "Überlauf 中文"),
        ("'yes'", "yes"),
        ('"a\\tb"', "a\tb"),
        ("|\n         two\n         lines", "two\nlines"),
        (">\n         one\n         line", "one line"),
        ("v1.2.3", "v1.2.3"),
        ("7 campaigns", "7 campaigns"),
    ],
)
def test_a_string_is_read_as_it_is_written(written: str, name: str) -> None:
    seed = parse_seed(f"vdns:\n- id: 1\n  campaigns:\n  - id: 1\n    name: {written}", "s")
    assert seed.vdns[0].campaigns[0].name == name


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n"])
def test_an_empty_file_says_so(told: Told, text: str) -> None:
    assert told(text) == ["s: the file is empty; the smallest seed is {}"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vdns: [1\nreadings: {}", "s:2: column 9: not YAML"),
        ("vdns: 'x", "s:1: column"),
        ("vdns: []\n\tid: 1", "s:2: column 1: not YAML"),
        ("vdns: []\n id: 1", "s:2: column "),
        ("a: @b", "s:1: column 4: not YAML"),
        ("vdns:\n- id: 1\n  blocklist: [*100#]", "s:3: column"),
        ("vdns: []\n\0", "s:2: column 1: the character U+0000 is not allowed in YAML"),
        ("vdns: []  # \x07", "s:1: column 13: the character U+0007 is not allowed in YAML"),
        ("vdns: \ud800", "s:1: column 7: the character U+D800 is not allowed in YAML"),
        ("[" * 101, "s:1: nested deeper than 100"),
        ("{a: " * 50 + "[" * 200_000, "s:1: column"),
        ("- " * 100_000, "s:1: nested deeper than 100"),
        ("? [1]\n: 2", "s:1: a key is not a single word"),
        ("{[1]: 2}: 3", "s:1: column"),
        ("vdns: []\n---\nvdns: []", "s:2: a second document begins here; a seed is one document"),
        ("\ufeffvdns: []", "s:1: begins with a byte-order mark; save the file as UTF-8 without it"),
    ],
)
def test_a_text_that_cannot_be_read_is_told_with_its_line(told: Told, text: str, line: str) -> None:
    (only,) = told(text)
    assert only.startswith(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &a [1]\nb: *a", 2),
        ("vdns: &v\n- *v", 2),
        ("settings: {<<: *base}", 1),
        ("vdns:\n- id: 1\n  blocklist:\n  - *100", 4),
    ],
)
def test_an_alias_is_not_read(told: Told, text: str, line: int) -> None:
    assert told(text) == [
        (
            f"s:{line}: aliases (words that begin with *) and merge keys are not read here; "
            'write the value out; a String that begins with * goes in "quotes"'
        )
    ]


def test_an_alias_that_the_notation_does_not_know_has_the_same_hint(told: Told) -> None:
    (line,) = told("vdns:\n- id: 1\n  blocklist:\n  - *#100")
    assert line.startswith("s:4: column ")
    assert line.endswith('; a String that begins with * goes in "quotes"')


@pytest.mark.parametrize("text", ["vdns: !!python/object:os.system []", "vdns: !!str 1", "! a: 1", "!!set {a}"])
def test_a_tag_is_not_read(told: Told, text: str) -> None:
    assert told(text) == ['s:1: tags (words that begin with !) are not read here; write a String in "quotes"']


def test_a_merge_key_without_an_alias_is_an_unknown_key(told: Told) -> None:
    (line,) = told("<<: {vdns: []}")
    assert line.startswith("s:1: <<: unknown key")


def test_what_was_wrong_before_the_reading_stopped_is_told_too(told: Told) -> None:
    assert told("vdns: []\nvdns: []\nreadings: *r")[0] == "s:2: vdns: the key stands twice, first in line 1"


def test_laughs_by_the_billion_end_at_the_first(told: Told) -> None:
    levels = [f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 10)}]" for n in range(20)]
    (line,) = told("\n".join(["l0: &l0 [ha]", *levels]))
    assert line.startswith("s:2: aliases")


def test_the_message_of_the_exception_is_what_was_told() -> None:
    with pytest.raises(SeedError) as caught:
        parse_seed("vdsn: 1", "name.yaml")
    assert str(caught.value) == "name.yaml:1: vdsn: unknown key; did you mean vdns?"
