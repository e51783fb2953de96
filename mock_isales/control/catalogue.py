"""All operations under `/_mock`, in the order in which the document shows them."""

from mock_isales.control.operations import Operation
from mock_isales.control.routes import (
    blocklists,
    campaigns,
    certificates,
    clock,
    contract,
    counts,
    coverage,
    explanations,
    exports,
    faults,
    journal,
    metrics,
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
        metrics,
        certificates,
        contract,
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
        counts,
        journal,
        coverage,
        explanations,
        replay,
        report,
    )
    for operation in routes.OPERATIONS
)
"""The stream, the HAR and the counts stand before the single call, whose address would fit them too."""
