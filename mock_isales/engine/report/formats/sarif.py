"""A report as SARIF 2.1.0, which code hosts show beside the code."""

import json
from typing import Any

from mock_isales import __version__
from mock_isales.contract.text import Language
from mock_isales.engine.report.forms import Finding, Report
from mock_isales.engine.report.kinds import KINDS

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_of(report: Report) -> str:
    """The report as a SARIF log of one run: a rule a kind, a result a finding."""
    told = report.model_dump(mode="json")
    run = {
        "tool": {"driver": {"name": "mock-isales", "version": __version__, "rules": _rules(Language(report.language))}},
        "columnKind": "utf16CodeUnits",
        "results": [_result(each) for each in report.findings],
        "properties": {name: value for name, value in told.items() if name != "findings"},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(language: Language) -> list[dict[str, Any]]:
    return [
        {
            "id": kind.name,
            "shortDescription": {"text": kind.title.of(language)},
            "help": {"text": kind.advice.of(language)},
            "defaultConfiguration": {"level": kind.severity},
        }
        for kind in KINDS
    ]


def _result(finding: Finding) -> dict[str, Any]:
    """A finding. Its place is a logical one: a call has no file and no line."""
    return {
        "ruleId": finding.kind,
        "level": finding.severity,
        "message": {"text": f"{finding.text} {finding.asked} {finding.advice}"},
        "locations": [{"logicalLocations": [{"fullyQualifiedName": finding.place}]}],
        "occurrenceCount": finding.calls.total,
        "properties": {"calls": finding.calls.first, "clauses": finding.clauses},
    }
