"""The marker `isales`: how a test's world begins."""

import pytest

from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"


def test_a_seed_is_a_mapping_a_form_or_a_file(run: Run, suite: pytest.Pytester) -> None:
    suite.path.joinpath("seeds").mkdir()
    suite.path.joinpath("seeds", "mine.yaml").write_text("vdns: [{id: 5, campaigns: [{id: 9}]}]\n", encoding="utf-8")
    result = run("""
        from pathlib import Path
        import pytest
        from mock_isales.engine.seeds import Seed

        SAID = {"vdns": [{"id": 5, "campaigns": [{"id": 9}]}]}
        FILE = Path(__file__).parent / "seeds" / "mine.yaml"

        def check(isales):
            assert [(each.vdn, each.id) for each in isales.campaigns.list()] == [(5, 9)]

        @pytest.mark.isales(seed=SAID)
        def test_mapping(isales):
            check(isales)

        @pytest.mark.isales(seed=Seed.model_validate(SAID))
        def test_form(isales):
            check(isales)

        @pytest.mark.isales(seed=FILE)
        def test_file(isales):
            check(isales)

        @pytest.mark.isales(seed="seeds/mine.yaml")
        def test_relative(isales):
            check(isales)

        @pytest.mark.isales(seed={})
        def test_empty(isales):
            assert isales.campaigns.list() == []
    """)
    result.assert_outcomes(passed=5)


def test_a_seed_file_is_looked_for_beside_the_test_and_then_from_the_root(suite: pytest.Pytester) -> None:
    folder = suite.mkdir("deep")
    suite.path.joinpath("root.yaml").write_text("vdns: [{id: 1, campaigns: []}]\n", encoding="utf-8")
    suite.path.joinpath("both.yaml").write_text("no seed", encoding="utf-8")
    folder.joinpath("both.yaml").write_text("{}\n", encoding="utf-8")
    folder.joinpath("test_deep.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('number', [pytest.param(1, marks=pytest.mark.isales(seed='root.yaml')),"
        " pytest.param(2, marks=pytest.mark.isales(seed='both.yaml'))])\n"
        "def test(isales, number):\n"
        "    assert isales.campaigns.list() == []\n",
        encoding="utf-8",
    )
    suite.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)


def test_settings_and_readings_win_over_the_seed(run: Run) -> None:
    result = run("""
        import pytest

        SEED = {"settings": {"pace_interval": 3, "calldata_max": 7}, "readings": {"total_size": "accepted"}}

        @pytest.mark.isales(seed=SEED, settings={"pace_interval": 0}, readings={"text_length": "codepoints"})
        def test(isales):
            settings, readings = isales.settings.get(), isales.readings.get()
            assert (settings.pace_interval, settings.calldata_max) == (0, 7)
            assert (readings.text_length, readings.total_size) == ("codepoints", "accepted")
    """)
    result.assert_outcomes(passed=1)


def test_a_clock_is_said_in_every_way(run: Run) -> None:
    result = run("""
        from datetime import datetime, timedelta, timezone
        import pytest
        from mock_isales.engine.clocks import ClockMode
        from mock_isales.engine.views.clocks import ClockSetting

        NOON = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)

        @pytest.mark.isales(clock="real")
        def test_real(isales):
            assert isales.clock.get().mode == "real"

        @pytest.mark.isales(clock="frozen")
        def test_frozen(isales):
            assert isales.clock.get().mode == "frozen"
            assert isales.clock.get() == isales.clock.get()

        @pytest.mark.isales(clock="2026-11-21T12:00:00Z")
        def test_text(isales):
            assert (isales.clock.get().mode, isales.clock.get().now) == ("frozen", NOON)

        @pytest.mark.isales(clock=NOON.astimezone(timezone(timedelta(hours=8))))
        def test_time(isales):
            assert (isales.clock.get().mode, isales.clock.get().now) == ("frozen", NOON)

        @pytest.mark.isales(clock={"mode": "manual", "step": 1, "now": NOON})
        def test_mapping(isales):
            assert (isales.clock.get().step, isales.clock.get().now) == (1, NOON)

        @pytest.mark.isales(clock=ClockSetting(mode=ClockMode.OFFSET, offset=60))
        def test_form(isales):
            assert isales.clock.get().offset == 60
    """)
    result.assert_outcomes(passed=6)


def test_the_closest_marker_that_says_a_keyword_decides_on_it(run: Run) -> None:
    result = run("""
        import pytest

        pytestmark = pytest.mark.isales(seed={}, settings={"calldata_max": 5}, clock="frozen")

        def terms(isales):
            settings = isales.settings.get()
            return settings.calldata_max, settings.pace_interval, isales.clock.get().mode, len(isales.campaigns.list())

        def test_of_the_module(isales):
            assert terms(isales) == (5, 1, "frozen", 0)

        @pytest.mark.isales(settings={"pace_interval": 2})
        class TestOfAClass:
            def test_of_the_class(self, isales):
                assert terms(isales) == (20, 2, "frozen", 0)

            @pytest.mark.isales(clock="manual", settings={"calldata_max": 6})
            @pytest.mark.isales(clock="real")
            def test_of_the_test(self, isales):
                assert terms(isales) == (6, 1, "real", 0)

            @pytest.mark.isales(seed=None, settings=None, clock=None)
            def test_that_says_nothing_again(self, isales):
                assert terms(isales)[:3] == (20, 1, "real")
                assert isales.campaigns.list()
    """)
    result.assert_outcomes(passed=4)
