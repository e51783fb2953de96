"""The calls of a failing test, in its report."""

import pytest

from mock_isales.testing import MockIsales
from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"

REFUSED = """
import pytest
from client import add

@pytest.fixture
def called(isales):
    assert add(isales) == "0200000"
    assert add(isales, "1" * 25) == "02000003"
    return isales
"""

FAILING = (
    REFUSED
    + """
def test(called):
    raise LookupError
"""
)
REFUSAL = 'ON-CALLEDNO-LENGTH: callDataList[[]0].called[[]0].calledNo = "1111111111111111111111111"'
CALLS = [
    "*- mock-isales: calls of world test-* -*",
    "1  *Z  add_outbound_numbers  1/1  0200000 Success.  * ms",
    f"2  *Z  add_outbound_numbers  1/1  02000003 The parameter length *  {REFUSAL}  * ms",
    "    calledNo has at most 24 characters.",
]
NONE = "*mock-isales: calls of world*"


def test_a_failing_test_has_its_calls_with_clause_value_and_sentence(run: Run) -> None:
    result = run(FAILING)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([*CALLS, "*short test summary*"], consecutive=True)


def test_a_fixture_that_fails_has_them_too(run: Run) -> None:
    result = run(
        REFUSED
        + """
@pytest.fixture
def broken(called):
    raise LookupError

def test(broken):
    pass
"""
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(CALLS, consecutive=True)


CHECKED = (
    REFUSED
    + """
@pytest.fixture
def checked(called):
    yield called
    assert called.journal.count() == 0

def test_1(checked):
    pass
"""
)


@pytest.mark.parametrize("next_one", ["", "def test_2(isales):\n    assert isales.journal.count() == 0\n"])
def test_a_fixture_that_fails_when_it_is_torn_down_has_them_too(run: Run, next_one: str) -> None:
    with MockIsales() as server:
        for arguments in ([], ["--isales-url", server.url]):
            result = run(CHECKED + next_one, *arguments)
            result.assert_outcomes(passed=2 if next_one else 1, errors=1)
            result.stdout.fnmatch_lines(["*ERROR at teardown of test_1*", "*calls of world test_1-*"])
            result.stdout.fnmatch_lines([*CALLS[1:], "*short test summary*"], consecutive=True)
        assert [each.name for each in server.control.worlds().worlds] == ["default"]


def test_a_test_and_the_teardown_after_it_may_both_fail(run: Run) -> None:
    result = run(CHECKED.replace("    pass\n", "    raise LookupError\n") + "\ndef test_2():\n    pass\n")
    result.assert_outcomes(passed=1, failed=1, errors=1)
    assert sum("mock-isales: calls of world" in line for line in result.outlines) == 2


def test_the_worlds_of_tests_that_pass_are_not_asked_for_their_calls(run: Run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.parametrize("number", range(3))
        def test(isales, isales_server, number):
            def entries(**_):
                print("HEARD", number)
            isales.journal.entries = entries

        def test_that_only_the_last_world_is_left(isales_server):
            assert [each.name for each in isales_server.worlds().worlds] == ["default"]
    """,
        "-s",
    )
    result.assert_outcomes(passed=4)
    result.stdout.no_fnmatch_line("*HEARD*")


def test_a_test_that_does_not_fail_has_none(run: Run) -> None:
    result = run(
        REFUSED
        + """
def test(called):
    pass

@pytest.mark.xfail
def test_that_is_expected_to_fail(called):
    raise LookupError

def test_that_is_skipped(called):
    pytest.skip()

def test_without_a_world(isales_server):
    raise LookupError
""",
        "-rA",
    )
    result.assert_outcomes(passed=1, xfailed=1, skipped=1, failed=1)
    result.stdout.no_fnmatch_line(NONE)


def test_a_test_that_passes_although_it_must_not_has_them(run: Run) -> None:
    result = run(REFUSED + "@pytest.mark.xfail(strict=True)\ndef test(called):\n    pass\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(CALLS, consecutive=True)


def test_each_of_two_tests_has_its_own(run: Run) -> None:
    result = run("""
        from client import add

        def test_1(isales):
            add(isales, "1")
            raise LookupError

        def test_2(isales):
            raise LookupError
    """)
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*world test_1-*", "1  *", "*world test_2-*", "no calls were made"])


def test_only_the_newest_calls_are_shown(run: Run) -> None:
    result = run("""
        from client import add

        def test(isales):
            isales.settings.change(pace_interval=0)
            for _ in range(53):
                add(isales)
            raise LookupError
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["earlier calls that are not shown: 3", "4  *", "5  *"], consecutive=True)
    result.stdout.fnmatch_lines(["52  *", "53  *", "*short test summary*"], consecutive=True)


def test_calls_that_the_journal_had_no_room_for_are_counted(run: Run) -> None:
    result = run("""
        import pytest
        from client import add

        @pytest.fixture(scope="session")
        def isales_settings():
            return {"journal_max": 0}

        def test(isales):
            add(isales)
            raise LookupError
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*mock-isales: calls of world*", "earlier calls that the journal had no room for in 0 bytes: 1", "*short*"],
        consecutive=True,
    )


def test_a_refused_signature_is_explained(run: Run) -> None:
    result = run("""
        import pytest
        from client import add

        @pytest.fixture(scope="session")
        def isales_settings():
            return {"auth": "c2", "access_keys": ["ak:sk"]}

        def test(isales):
            add(isales)
            raise LookupError
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            '1  *  401 Unauthorized  ON-SIGNATURE: Authorization = "form"  * ms',
            "    Authorization is a C2 token of this request, signed with an access key that may call for the VDN.",
            "    form: The token does not begin with auth-v2/; *",
        ],
        consecutive=True,
    )


def test_the_likely_mistake_of_a_signature_is_told_with_what_to_do(run: Run) -> None:
    result = run("""
        import pytest
        from client import add
        from mock_isales.testing import C2Auth

        @pytest.fixture(scope="session")
        def isales_settings():
            return {"auth": "c2", "access_keys": ["ak:sk"]}

        def test(isales):
            add(isales, auth=C2Auth("ak", "sk "))
            raise LookupError
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["    signature: *", "    * *white space*"])


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("isales.end()", "the test ended this world, and its calls with it"),
        ("isales_server.close()", "the calls cannot be told: *closed*"),
        ("server.stop()", "the calls cannot be told: nothing answers at http://127.0.0.1:* (connection refused): *"),
        (
            "isales.journal.entries = lambda **_: isales_server.make_world('é')",
            "the calls cannot be told: * is no world's name*",
        ),
        ("isales.journal = None", "the calls cannot be told: *"),
    ],
)
def test_calls_that_cannot_be_told_do_not_hide_the_failure(what: str, told: str, run: Run) -> None:
    result = run(f"""
        import pytest
        from mock_isales.testing import Control, MockIsales

        @pytest.fixture(scope="session")
        def server():
            with MockIsales() as server:
                yield server

        @pytest.fixture(scope="session")
        def isales_server(server):
            with Control(server.url) as control:
                yield control

        def test(isales, isales_server, server):
            {what}
            raise LookupError("as it is")
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E       LookupError: as it is", "*mock-isales: calls of world*", told])
