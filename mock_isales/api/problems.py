"""Answers outside the documents: `application/problem+json` (RFC 9457), which none can take for an envelope."""

import json
from collections.abc import Mapping

from fastapi import Response

from mock_isales.http_status import phrase_of

MEDIA_TYPE = "application/problem+json"


def problem(
    kind: str, status: int, detail: str, headers: Mapping[str, str] | None = None, **members: object
) -> Response:
    """A problem, as RFC 9457 has it.

    Args:
        kind: Ends its type, `urn:mock-isales:problem:{kind}`.
        status: The HTTP status.
        detail: A sentence for the client's developer.
        headers: What the status asks for besides.
        members: What else it tells, for programs.
    """
    content = {
        "type": f"urn:mock-isales:problem:{kind}",
        "title": phrase_of(status) or f"Status {int(status)}",
        "status": int(status),
        "detail": detail,
    } | members
    return Response(json.dumps(content, ensure_ascii=False), int(status), headers, MEDIA_TYPE)
