"""The report as JUnit has it: a test case for each point."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mock_isales.engine.coverage.points import BY_OPERATION, Group, Point
from mock_isales.engine.coverage.report import Report, points_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_MET = "not met"


def junit(report: Report, *, is_strict: bool) -> str:
    """The report in XML.

    Args:
        report: What is told.
        is_strict: Whether a point that was not met has failed; else it was skipped. One left out is always skipped.
    """
    root = ET.Element("testsuites", name="mock-isales: coverage of the contract")
    for operation, interface in BY_OPERATION.items():
        for group in Group:
            _suite(root, f"{interface.document.value} {group.value}", report, operation, group, is_strict=is_strict)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(  # noqa: PLR0913 - where it belongs, and what is in it
    root: ET.Element, name: str, report: Report, operation: str, group: Group, *, is_strict: bool
) -> None:
    suite = ET.SubElement(root, "testsuite", name=name)
    counts = {"tests": 0, "failures": 0, "skipped": 0, "errors": 0}
    for point in points_in(operation, group):
        counts["tests"] += 1
        case = ET.SubElement(suite, "testcase", classname=f"isales.{operation}.{group.value}", name=point.id)
        if report.is_met(point.id):
            continue
        why = report.omitted.get(point.id)
        failed = is_strict and why is None
        counts["failures" if failed else "skipped"] += 1
        _unmet(case, point, "failure" if failed else "skipped", why)
    _count(suite, counts)


def _unmet(case: ET.Element, point: Point, kind: str, why: str | None) -> None:
    message = _NOT_MET if why is None else f"left out: {why}"
    ET.SubElement(case, kind, message=message).text = point.told


def _count(suite: ET.Element, counts: "Mapping[str, int]") -> None:
    for name, count in counts.items():
        suite.set(name, str(count))
