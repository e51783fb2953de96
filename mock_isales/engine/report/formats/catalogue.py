"""All formats of a report."""

from collections.abc import Callable, Mapping
from typing import Literal

from mock_isales.engine.report.formats.junit import junit_of
from mock_isales.engine.report.formats.lines import text_of
from mock_isales.engine.report.formats.sarif import sarif_of
from mock_isales.engine.report.forms import Report

FormatName = Literal["json", "text", "sarif", "junit"]

WRITERS: Mapping[FormatName, Callable[[Report], str]] = {
    "json": lambda report: report.model_dump_json(indent=2) + "\n",
    "text": text_of,
    "sarif": sarif_of,
    "junit": junit_of,
}
"""Writes a report in a format."""

MEDIA_TYPES: Mapping[FormatName, str] = {
    "json": "application/json",
    "text": "text/plain; charset=utf-8",
    "sarif": "application/sarif+json",
    "junit": "application/xml",
}
"""What a format is called on the wire."""
