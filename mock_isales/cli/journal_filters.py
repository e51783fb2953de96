"""The flags that say which calls of a journal are wanted."""

from typing import Annotated

from mock_isales.cli.control_flags import named

_Text = str | None
_Number = int | None

OfOperation = Annotated[_Text, named("--operation", "NAME", "add_calling_numbers or add_outbound_numbers.")]
OfVdn = Annotated[_Number, named("--vdn", "ID", "Calls of this VDN.")]
OfCampaign = Annotated[_Number, named("--campaign", "ID", "Calls for this campaign.")]
OfCode = Annotated[_Text, named("--code", "CODE", "Calls with this result code.")]
OfClause = Annotated[_Text, named("--clause", "ID", "Calls that this clause refused.")]
OfSession = Annotated[_Text, named("--session", "ID", "Calls with a record of this sessionId.")]
OfCalledNumber = Annotated[_Text, named("--called-number", "NUMBER", "Calls with this called number.")]
OfStatus = Annotated[_Number, named("--status", "STATUS", "Calls answered with this HTTP status.")]
OfFault = Annotated[_Text, named("--fault", "ID", "Calls that this fault struck.")]
Since = Annotated[_Text, named("--since", "TIME", "Calls from then on, as 2026-11-21T10:00:00Z.")]
Until = Annotated[_Text, named("--until", "TIME", "Calls until then.")]
