"""The page about the control interface, written from the operations that the double serves."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from mock_isales.control.catalogue import OPERATIONS
from mock_isales.control.operations import Operation


def control_page() -> str:
    """Every operation under `/_mock`: what it does, what it takes, an example."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The control interface"
    yield ""
    yield "Written by `make docs` from the operations that the double serves under `/_mock`. A server shows the same,"
    yield "with all forms, at `/_mock/docs`. What cannot be done is answered as `application/problem+json`, with the"
    yield "place, the reason and the nearest right value, and has changed nothing."
    for tag, operations in groupby(OPERATIONS, attrgetter("tag")):
        yield ""
        yield f"## {tag.capitalize()}"
        for operation in operations:
            yield from _operation(operation)


def _operation(operation: Operation) -> Iterator[str]:
    yield ""
    yield f"### {operation.summary}"
    yield ""
    yield f"`{operation.method} /_mock{operation.path}` answers {_answers(operation)}. {operation.description}"
    if operation.query is not None:
        yield ""
        yield f"Parameters: {', '.join(f'`{name}`' for name in operation.query.model_fields)}."
    for summary, example in operation.examples.items():
        yield ""
        yield f"{summary}:"
        yield ""
        yield f"```json\n{json.dumps(example, ensure_ascii=False)}\n```"


def _answers(operation: Operation) -> str:
    return ", ".join(str(status) for status in (*operation.answers, *operation.problems))
