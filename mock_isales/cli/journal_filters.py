"""The flags that say which calls of a journal are wanted."""

import inspect
from typing import Annotated, Any

from mock_isales.cli.control_flags import named
from mock_isales.cli.gathering import Command, gathering

_Text = str | None
_Number = int | None

_FILTERS: dict[str, Any] = {
    "operation": Annotated[_Text, named("--operation", "NAME", "add_calling_numbers or add_outbound_numbers.")],
    "vdn": Annotated[_Number, named("--vdn", "ID", "Calls of this VDN.")],
    "campaign": Annotated[_Number, named("--campaign", "ID", "Calls for this campaign.")],
    "result_code": Annotated[_Text, named("--code", "CODE", "Calls with this result code.")],
    "clause": Annotated[_Text, named("--clause", "ID", "Calls that this clause refused.")],
    "session": Annotated[_Text, named("--session", "ID", "Calls with a record of this sessionId.")],
    "called_number": Annotated[_Text, named("--called-number", "NUMBER", "Calls with this called number.")],
    "status": Annotated[_Number, named("--status", "STATUS", "Calls answered with this HTTP status.")],
    "fault": Annotated[_Text, named("--fault", "ID", "Calls that this fault struck.")],
    "since": Annotated[_Text, named("--since", "TIME", "Calls from then on, as 2026-11-21T10:00:00Z.")],
    "until": Annotated[_Text, named("--until", "TIME", "Calls until then.")],
}
"""By what a filter is called elsewhere, the flag."""


def filtered(command: Command) -> Command:
    """Give a command the flags that say which calls are wanted; it gets them as `wanted`."""
    flags = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=flag)
        for name, flag in _FILTERS.items()
    ]
    return gathering(command, "wanted", flags, dict)
