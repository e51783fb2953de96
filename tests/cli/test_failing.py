import logging

import pytest

from mock_isales import cli
from mock_isales.cli import commands
from mock_isales.cli.failing import told, unexpected


def test_what_is_expected_ends_with_its_message_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, told(KeyError, ValueError):
        raise ValueError("one\ntwo")
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", "mock-isales: one\nmock-isales: two\n")


def test_what_is_not_expected_goes_on() -> None:
    with pytest.raises(TypeError), told(KeyError, ValueError):
        raise TypeError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("two\nlines"), "ValueError: two lines; this is a bug of mock-isales"),
        (OSError(28, "No space"), "[Errno 28] No space"),
    ],
)
def test_a_bug_ends_in_one_line_and_status_1(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, error: Exception, line: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        unexpected(error)
    assert ended.value.code == 1
    assert capsys.readouterr() == ("", f"mock-isales: {line}\n")
    assert caplog.records == []


def test_those_who_debug_see_where_a_bug_came_from(caplog: pytest.LogCaptureFixture) -> None:
    error = ValueError("why")
    with caplog.at_level(logging.DEBUG, "mock_isales"), pytest.raises(SystemExit):
        unexpected(error)
    assert [record.exc_info and record.exc_info[1] for record in caplog.records] == [error]


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (ValueError("bug"), 1)])
def test_no_traceback_leaves_main(monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(commands, "app", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == status
