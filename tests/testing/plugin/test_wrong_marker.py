"""What the marker `isales` cannot say: told beside the test, without a traceback."""

import pytest

from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"

MARKER = "the marker isales is wrong"
SEED = "the seed of this test's world cannot be read"
READINGS = "the readings of this test's world are refused"
SETTINGS = "the settings of this test's world are refused"
CLOCK = "the clock of this test's world cannot be set"


def marked(said: str) -> str:
    return (
        f"import pytest\n\nHELD = {{}}\nHELD['x'] = HELD\n\n@pytest.mark.isales({said})\ndef test(isales):\n    pass\n"
    )


@pytest.mark.parametrize(
    ("said", "what", "reason"),
    [
        ("sed={}", MARKER, "sed: unknown keyword; did you mean seed?"),
        ("x=1", MARKER, "x: unknown keyword; known are seed, readings, settings, clock"),
        ("'s.yaml'", MARKER, "'s.yaml' has no keyword: say seed=…, readings=…, settings=… or clock=…"),
        ("seed='nowhere.yaml'", SEED, "there is no seed file *nowhere.yaml"),
        ("seed='bad.yaml'", SEED, "*bad.yaml:1: vdn: unknown key; did you mean vdns?"),
        ("seed='a\\0b'", SEED, "there is no seed file *a?x00b"),
        ("seed='x' * 5000", SEED, "there is no seed file *xxx…"),
        ("seed=HELD", "the world's seed is refused", "what holds itself, or goes too deep, cannot be said in JSON"),
        ("settings=HELD", SETTINGS, "what holds itself, or goes too deep, cannot be said in JSON"),
        ("settings={'self': 1}", SETTINGS, "self: unknown key; known are *"),
        ("settings={'pase_interval': None}", SETTINGS, "pase_interval: unknown key; did you mean pace_interval?"),
        ("seed={'settings': 3}, settings={'pace_interval': 0}", "the world's seed is refused", "settings: must be *"),
        ("seed={}, settings={'pase': None}", SETTINGS, "pase: unknown key; *"),
        ("seed=3", SEED, "seed must be a seed as a mapping, or the path of a seed file"),
        ("seed={'vdn': []}", "the world's seed is refused", "vdn: unknown key; did you mean vdns?"),
        ("seed={'vdns': {1}, 'x': b''}", "the world's seed is refused", "a bytes cannot be said in JSON"),
        ("readings={'total_sise': 'accepted'}", READINGS, "total_sise: unknown key; did you mean total_size?"),
        ("readings=['total_size']", READINGS, "readings must be a mapping such as {'total_size': 'accepted'}"),
        ("settings={1: 2}", SETTINGS, "settings must be a mapping such as {'pace_interval': 0}"),
        ("settings={'pace_interval': b'1'}", SETTINGS, "a bytes cannot be said in JSON"),
        ("settings={'pace_interval': '1'}", SETTINGS, 'pace_interval: must be a number from 0 to 86400, not "1"'),
        ("clock='frosen'", CLOCK, 'mode: must be one of real, *, not "frosen"; did you mean frozen?'),
        ("clock='2026-11-21 10:00'", CLOCK, "now: must be a time with its zone, as 2026-11-21T10:00:00Z, not *"),
        ("clock={'mode': 'real', 'step': 1}", CLOCK, "step: only the mode manual has a step*"),
        ("clock=3", CLOCK, "clock must be frozen, real, a time such as 2026-11-21T10:00:00Z, or a setting such as *"),
    ],
)
def test_what_a_marker_cannot_say_is_told_in_one_line(
    said: str, what: str, reason: str, run: Run, suite: pytest.Pytester
) -> None:
    suite.path.joinpath("bad.yaml").write_text("vdn: []\n", encoding="utf-8")
    result = run(marked(said))
    result.assert_outcomes(errors=1)
    lines = ["*ERROR at setup of test *", f"mock-isales: {what}: {reason}", "*short test summary*"]
    result.stdout.fnmatch_lines(lines, consecutive=True)


def test_all_that_is_wrong_with_a_seed_is_told_place_by_place(run: Run) -> None:
    result = run(marked("seed={'vdns': [{'id': 1, 'campains': []}], 'settings': {'calldata_max': 0}}"))
    result.assert_outcomes(errors=1)
    lines = [
        "mock-isales: the world's seed is refused:",
        "  settings.calldata_max: must be a whole number from 1 to 1000000, not 0",
        "  vdns[[]0].campains: unknown key; did you mean campaigns?",
        "*short test summary*",
    ]
    result.stdout.fnmatch_lines(lines, consecutive=True)


def test_a_world_that_cannot_begin_as_it_should_is_not_left_behind(run: Run) -> None:
    source = """
def test_after_it(isales_server):
    assert [each.name for each in isales_server.worlds().worlds] == ["default"]
"""
    run(marked("clock='frosen'") + source).assert_outcomes(errors=1, passed=1)
