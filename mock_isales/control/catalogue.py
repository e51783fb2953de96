"""All operations under `/_mock`, in the order in which the document shows them."""

from mock_isales.control.operations import Operation
from mock_isales.control.routes import (
    blocklists,
    campaigns,
    certificates,
    clock,
    coverage,
    explanations,
    exports,
    faults,
    journal,
    probes,
    records,
    replay,
    report,
    snapshots,
    stream,
    terms,
    worlds,
)

OPERATIONS: tuple[Operation, ...] = tuple(
    operation
    for routes in (
        probes,
        certificates,
        worlds,
        snapshots,
        clock,
        campaigns,
        records,
        blocklists,
        terms,
        faults,
        stream,
        exports,
        journal,
        coverage,
        explanations,
        replay,
        report,
    )
    for operation in routes.OPERATIONS
)
"""The stream and the HAR stand before the single call, whose address would fit them too."""
