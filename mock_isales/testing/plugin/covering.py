"""Coverage of a whole run of pytest: that of its own servers, one a worker, or that of the one that runs already."""

from collections.abc import Generator, Sequence
from typing import Any

import pytest

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.delivering import BadReport, asked_of, deliver
from mock_isales.engine.coverage.views import CoverageView
from mock_isales.testing.errors import ControlError, Unreachable
from mock_isales.testing.plugin.options import COV, COV_FAIL_UNDER, COV_OMIT, COV_REPORT
from mock_isales.testing.plugin.servers import External, external, reached

_OUTPUT = "mock_isales_coverage"


class Covering:
    """Gathers what the servers of a run have covered, and reports it.

    A worker of pytest-xdist hands on what its server has. Of a server that runs already only the first process knows:
    what it covers from the run's beginning to its end.

    Args:
        config: The run's.

    Raises:
        UsageError: What is asked of the report cannot be.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._is_worker = hasattr(config, "workerinput")
        self._coverage = Coverage()
        self._before: Coverage | None = None
        self._notes: list[str] = []
        self._printed: Sequence[str] = ()
        reports = [] if self._is_worker else config.getoption(COV_REPORT)
        try:
            omit = None if self._is_worker else config.getoption(COV_OMIT)
            self._asked = asked_of(reports, config.getoption(COV_FAIL_UNDER), omit)
        except BadReport as error:
            raise pytest.UsageError(f"mock-isales: {error}") from None

    def take(self, view: CoverageView) -> None:
        """Count what a server has covered that ends now."""
        self._coverage.merge(Coverage.of(view))

    def pytest_sessionstart(self) -> None:
        """Remember what a server that runs already has covered before."""
        told = None if self._is_worker else external(self._config)
        if told is None:
            return
        try:
            self._before = _covered_by(told)
        except (ControlError, Unreachable, ValueError) as error:
            raise pytest.UsageError(f"mock-isales: {COV}: the server of {told.source}: {error}") from None

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:  # noqa: ANN401 - a worker of pytest-xdist, which may not be there
        """Count what the server of a worker has covered."""
        said = getattr(node, "workeroutput", {}).get(_OUTPUT)
        if said is None:
            self._notes.append(f"the worker {node.gateway.id} has not told what it covers: it ended too early")
        else:
            self.take(CoverageView.model_validate_json(said))

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, None, None]:
        """Report, once all fixtures have ended, and before the summary is printed."""
        yield
        if self._is_worker:
            self._config.workeroutput[_OUTPUT] = self._coverage.view().model_dump_json()  # type: ignore[attr-defined]
            return
        self._look_again()
        delivered = deliver(self._coverage, self._asked, self._notes)
        self._printed = [*delivered.printed, *delivered.failed]
        if (delivered.is_under or delivered.failed) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the reports that go to no file."""
        if self._printed:
            terminalreporter.section("mock-isales: coverage")
            for text in self._printed:
                terminalreporter.write_line(text)

    def _look_again(self) -> None:
        """Count what a server that runs already has covered since the run began."""
        told = None if self._before is None else external(self._config)
        if told is None or self._before is None:
            return
        try:
            self._coverage.merge(_covered_by(told).since(self._before))
        except (ControlError, Unreachable) as error:
            self._notes.append(f"the server of {told.source} cannot tell any more what was covered: {error}")


def _covered_by(told: External) -> Coverage:
    with reached(told) as control:
        return Coverage.of(control.coverage())
