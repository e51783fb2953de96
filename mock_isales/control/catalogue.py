"""All operations under `/_mock`, in the order in which the document shows them."""

from mock_isales.control.operations import Operation
from mock_isales.control.routes import (
    blocklists,
    campaigns,
    certificates,
    clock,
    coverage,
    faults,
    journal,
    probes,
    records,
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
        journal,
        coverage,
    )
    for operation in routes.OPERATIONS
)
"""The stream stands before the single call, whose address would fit it too."""
