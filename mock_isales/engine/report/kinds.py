"""All kinds of findings, in the order in which a report has them."""

from mock_isales.engine.report import (
    charsets,
    large_batches,
    lost_records,
    pace_retries,
    permanent_refusals,
    same_bodies,
    small_batches,
    under_pace,
    unknown_fields,
)
from mock_isales.engine.report.detectors import Kind

KINDS: tuple[Kind, ...] = (
    under_pace.KIND,
    pace_retries.KIND,
    permanent_refusals.KIND,
    lost_records.KIND,
    same_bodies.KIND,
    large_batches.KIND,
    small_batches.KIND,
    charsets.KIND,
    unknown_fields.KIND,
)
