"""Queries: the parameters behind the `?`, held to a form."""

from typing import TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError

from mock_isales.contract.forms import is_integer
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.refusals import bad_request
from mock_isales.control.schemas import expectation_at, keys_at, parts_at
from mock_isales.control.wrong_values import bad_places, shown
from mock_isales.engine.forms import Form
from mock_isales.engine.seed_files.wording import suggestion

F = TypeVar("F", bound=BaseModel)


class NoParameters(Form):
    """A query that says nothing."""


def query_of(query: bytes, form: type[F]) -> F:
    """What a query says.

    Args:
        query: As it was sent, percent-encoded.
        form: The parameters that there are.

    Raises:
        Refused: A parameter is unknown, stands twice, or has a wrong value. All that is wrong is told.
    """
    sent, problems = _gathered(query, form)
    has_lists = any(isinstance(value, list) for value in sent.values())  # which pydantic does not take among texts
    try:
        said = form.model_validate(sent) if has_lists else form.model_validate_strings(sent)
    except ValidationError as error:
        problems += bad_places(error, form, sent)
    if problems:
        raise bad_request(problems)
    return said


def _gathered(query: bytes, form: type[BaseModel]) -> tuple[dict[str, str | list[str]], list[BadPlace]]:
    """The known parameters, those that may stand many times as lists; and what is wrong with the others."""
    known = keys_at(form, ())
    sent: dict[str, str | list[str]] = {}
    problems: dict[str, BadPlace] = {}
    for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
        if name not in known:
            hint = suggestion(name[:60], known) if known else "there are no parameters here"
            problems[name] = BadPlace(place=name, reason="unknown parameter", hint=hint)
        elif any(part.get("type") == "array" for part in parts_at(form, (name,))):
            sent[name] = [*sent.get(name, []), value]
        elif name in sent:
            problems[name] = BadPlace(place=name, reason="stands twice", hint="give it once")
        elif not is_integer(value) and any(part.get("type") == "integer" for part in parts_at(form, (name,))):
            expected = expectation_at(form, (name,))  # pydantic would take 1_0 and 5.0
            problems[name] = BadPlace(place=name, reason=f"must be {expected}, not {shown(value)}")
        else:
            sent[name] = value
    return sent, list(problems.values())
