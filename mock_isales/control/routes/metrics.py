"""The metrics. What writes them is imported when they are first asked for."""

from importlib import import_module

from fastapi import Response

from mock_isales.control.calls import Call
from mock_isales.control.operations import Operation

TEXT = "text/plain; version=0.0.4; charset=utf-8"
OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8"


async def metrics_told(call: Call) -> Response:
    """Tell what is counted."""
    accept = ",".join(call.request.headers.getlist("accept"))
    told: tuple[bytes, str] = import_module("mock_isales.control.metrics").exposition(call.double, accept)
    content, media_type = told
    return Response(content, media_type=media_type)


OPERATIONS = (
    Operation(
        method="GET",
        path="/metrics",
        name="get_metrics",
        tag="probes",
        summary="Metrics for Prometheus",
        description="Calls by operation and result code, how long they took, worlds, journals, faults, the process: "
        "docs/operations.md tells of each. In the text format, or as OpenMetrics where the header Accept names that.",
        does=metrics_told,
        answers={200: TEXT},
        other_media=(OPEN_METRICS,),
    ),
)
