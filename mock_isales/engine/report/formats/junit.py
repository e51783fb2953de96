"""A report as JUnit XML, which CI servers show among the tests."""

import re
from xml.etree import ElementTree as ET

from mock_isales.contract.text import Language
from mock_isales.engine.report.detectors import Kind
from mock_isales.engine.report.formats.lines import lines_of
from mock_isales.engine.report.forms import Finding, Report
from mock_isales.engine.report.kinds import KINDS

_CLASS = "mock_isales.report"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_of(report: Report) -> str:
    """The report as a test suite: a test case a kind, which has failed if more than a note was found."""
    language = Language(report.language)
    failed = {each.kind for each in report.findings if each.severity != "note"}
    counts = {"tests": str(len(KINDS)), "failures": str(len(failed)), "errors": "0", "skipped": "0", "time": "0"}
    suites = ET.Element("testsuites", {"name": "mock-isales report", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": _plain(report.world), **counts})
    properties = ET.SubElement(suite, "properties")
    for name in ("calls", "dropped", "unread", "left_out"):
        ET.SubElement(properties, "property", {"name": name, "value": str(getattr(report, name))})
    for kind in KINDS:
        case = ET.SubElement(suite, "testcase", {"classname": _CLASS, "name": kind.name, "time": "0"})
        _tell(case, kind, [each for each in report.findings if each.kind == kind.name], language)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _tell(case: ET.Element, kind: Kind, findings: list[Finding], language: Language) -> None:
    """Tell what was found of a kind: as a failure; notes, which fail nothing, as what the test printed."""
    failures = [each for each in findings if each.severity != "note"]
    notes = [each for each in findings if each.severity == "note"]
    if failures:
        message = kind.title.of(language)
        failure = ET.SubElement(case, "failure", {"message": message, "type": failures[0].severity})
        failure.text = _told(failures, language)
    if notes:
        ET.SubElement(case, "system-out").text = _told(notes, language)


def _told(findings: list[Finding], language: Language) -> str:
    return _plain("\n\n".join("\n".join([each.place, *lines_of(each, language)]) for each in findings))


def _plain(text: str) -> str:
    """A text without the characters that XML has not even as references."""
    return _NOT_IN_XML.sub("\ufffd", text)
