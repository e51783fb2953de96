"""The fixture `isales`: a world for each test."""

import pytest

from mock_isales.engine.world_names import NAME
from mock_isales.testing import Control, MockIsales
from mock_isales.testing.plugin.naming import world_name
from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"


def names(control: Control) -> list[str]:
    return [each.name for each in control.worlds().worlds]


def test_two_tests_get_worlds_that_know_nothing_of_each_other(run: Run) -> None:
    result = run("""
        import pytest
        from client import add

        @pytest.mark.parametrize("number", [1, 2])
        def test(isales, number):
            assert isales.journal.count() == 0
            assert isales.campaign(1, 1).records().total == 0
            assert isales.settings.get().pace_interval == 1
            isales.settings.change(pace_interval=0)
            assert add(isales) == "0200000"
            assert (isales.journal.count(), isales.campaign(1, 1).records().total) == (1, 1)
    """)
    result.assert_outcomes(passed=2)


def test_a_world_is_what_it_is_typed_as_and_on_the_server(run: Run) -> None:
    result = run("""
        from mock_isales.testing import Control, World

        def test(isales: World, isales_server: Control):
            assert type(isales) is World
            assert type(isales_server) is Control
            assert isales.url == f"{isales_server.url}/w/{isales.name}"
            assert isales.look().clock.mode == "real"
    """)
    result.assert_outcomes(passed=1)


def test_a_world_ends_with_its_test_which_may_have_ended_it_itself(run: Run) -> None:
    with MockIsales() as server:
        source = """
            def test_that_leaves_it(isales):
                pass

            def test_that_ends_it(isales):
                isales.end()

            def test_that_fails(isales):
                raise LookupError
        """
        result = run(source, "--isales-url", server.url)
        result.assert_outcomes(passed=2, failed=1)
        assert names(server.control) == ["default"]


def test_a_world_that_cannot_be_ended_is_told(run: Run) -> None:
    result = run("""
        from mock_isales.testing import ControlError

        def test(isales, monkeypatch):
            def end():
                raise ControlError("The database failed.", 500)
            isales.end = end
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["mock-isales: the world test-* cannot be ended: The database failed."])


def test_a_class_and_unittest_get_worlds_too(run: Run) -> None:
    result = run("""
        import unittest
        import pytest
        from client import add

        class TestOne:
            def test(self, isales):
                assert add(isales) == "0200000"

        class Two(unittest.TestCase):
            @pytest.fixture(autouse=True)
            def world(self, isales):
                self.world = isales

            def test(self):
                self.assertEqual(add(self.world), "0200000")
    """)
    result.assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("test", "begins"),
    [
        ("test_pace", "test_pace-"),
        ("test_pace[a b/ü:1]", "test_pace-a-b-1-"),
        ("test_pace[..]", "test_pace-"),
        ("[—]", "test-"),
        ("t" * 200, "t" * 60 + "-"),
    ],
)
def test_the_name_of_a_world_tells_the_test(test: str, begins: str) -> None:
    name = world_name(test)
    assert NAME.fullmatch(name)
    assert (name[:-8], len(name)) == (begins, len(begins) + 8)


def test_no_two_worlds_have_one_name() -> None:
    assert len({world_name("test") for _ in range(100)}) == 100
