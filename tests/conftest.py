"""What all tests share."""

import os
import signal

import pytest
from hypothesis import settings

from tests.conformance.options import pytest_addoption, pytest_configure

__all__ = ["pytest_addoption", "pytest_configure"]

# A shell that runs the tests in the background lets them ignore Ctrl-C, and `nohup` that the terminal closes; so would
# what they start, and be waited for.
for each, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(each) is signal.SIG_IGN:
        signal.signal(each, usual)

# The same examples in every run: a search that may find something new belongs into the soak.
settings.register_profile("same-every-time", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("search" if os.environ.get("SOAK") == "full" else "same-every-time")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skip is for a machine that lacks something; the one that decides whether a change is good lacks nothing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("a test was skipped, and CI is set: that is a failure")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
