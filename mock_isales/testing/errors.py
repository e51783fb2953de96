"""What can go wrong between a client and a double.

ControlError            the server refused what was asked of it
└── NotYet              fewer calls than waited for have come in time
Unreachable             there is no answer
CallsMissed             a follower was too slow, and calls were dropped before they could be told
BadArgument             an embedded server cannot be told this
CannotStart             an embedded server cannot start
"""

from mock_isales.control.forms.journal import JournalPage
from mock_isales.control.forms.problems import BadPlace, ProblemView

_PREFIX = "urn:mock-isales:problem:"


class ControlError(Exception):
    """The server refused: the message says what, where and why, and what to say instead.

    Attributes:
        status: The HTTP status of its answer.
        problem: The problem that it told; None if what answered is not the control interface of a double.
    """

    def __init__(self, message: str, status: int, problem: ProblemView | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.problem = problem

    @property
    def kind(self) -> str:
        """Which problem it is, in a word such as `no-such-world`; empty if none was told."""
        return self.problem.type.removeprefix(_PREFIX) if self.problem else ""

    @property
    def problems(self) -> list[BadPlace]:
        """All that is wrong with what was sent, each with its place, the reason and a hint."""
        return list(self.problem.problems or []) if self.problem else []


class NotYet(ControlError):  # noqa: N818 - it reads as what it says
    """The time is over, and fewer calls than waited for have come.

    Attributes:
        page: Those that have.
    """

    def __init__(self, message: str, status: int, problem: ProblemView, page: JournalPage) -> None:
        super().__init__(message, status, problem)
        self.page = page


class Unreachable(Exception):  # noqa: N818
    """There is no answer; the message names the address, and how to start a server."""


class BadArgument(ValueError):  # noqa: N818
    """A server cannot be told this; the message has a line for each argument that is wrong."""


class CannotStart(Exception):  # noqa: N818
    """A server cannot start as it was told; the message says why."""


class CallsMissed(Exception):  # noqa: N818
    """A follower was too slow: the journal dropped calls before they could be told.

    Attributes:
        count: How many, whether they would have been wanted or not.
    """

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} calls were dropped before they could be told: read faster, or start the server with a higher "
            "--journal-max; on_missed is told instead of this exception"
        )
        self.count = count
