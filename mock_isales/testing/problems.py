"""Makes exceptions of answers that are refusals."""

from pydantic import ValidationError

from mock_isales.control.forms.journal import JournalPage
from mock_isales.control.forms.problems import ProblemView
from mock_isales.http_status import in_words
from mock_isales.testing.errors import ControlError, NotYet


def error_of(url: str, status: int, content: bytes) -> ControlError:
    """The exception of a refusal.

    Args:
        url: The address that was called.
        status: The HTTP status.
        content: The body.
    """
    try:
        problem = ProblemView.model_validate_json(content)
    except ValidationError:
        return not_ours(url, status)
    if problem.entries is not None:
        page = JournalPage.model_construct(**{name: getattr(problem, name) for name in JournalPage.model_fields})
        return NotYet(_message(problem), status, problem, page)
    return ControlError(_message(problem), status, problem)


def not_ours(url: str, status: int) -> ControlError:
    """The exception of an answer that no control interface gives."""
    told = in_words(status)
    return ControlError(f"what answers at {url} is not the control interface of this mock-isales ({told})", status)


def _message(problem: ProblemView) -> str:
    """All that a problem says, in a line for each thing that is wrong."""
    if not problem.problems:
        return problem.detail
    lines = []
    for each in problem.problems:
        told = ": ".join(part for part in (each.place, each.reason) if part)
        lines.append(f"{told}; {each.hint}" if each.hint else told)
    return "\n".join(lines)
