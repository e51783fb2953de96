"""The check of ours that stands in the place of two of Schemathesis's own.

This API answers refusals with HTTP 200, so that "negative data is rejected" has to be read off the result code.
"""

from typing import Any

import schemathesis
from schemathesis.checks import CheckContext
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.checks import negative_data_rejection

SUCCESS = b'"resultCode":"0200000"'


@schemathesis.check
def negative_data_never_succeeds(ctx: CheckContext, response: Response, case: Case[Any]) -> bool | None:
    """What the schema does not allow is never answered with 0200000."""
    return negative_data_rejection(ctx, response, case) if SUCCESS in response.content else None
