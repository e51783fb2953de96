"""The plugin's options and its marker, as `pytest --help` and `pytest --markers` show them. Cheap to import."""

import pytest

from mock_isales import variables

URL = "--isales-url"
TOKEN = "--isales-token"  # noqa: S105 - the option's name
CA = "--isales-ca"
COV = "--isales-cov"
COV_REPORT = "--isales-cov-report"
COV_FAIL_UNDER = "--isales-cov-fail-under"
COV_OMIT = "--isales-cov-omit"

COVERING = "mock-isales-coverage"
"""What the plugin is called that counts coverage, in a run that asks for it."""

VARIABLE = variables.URL
"""What tells of an external server, unless the option does."""

MARKER = (
    "isales(seed=None, readings=None, settings=None, clock=None): how the world of the fixture isales begins. "
    "seed: a seed as a mapping, or a seed file's path, from the folder of the test's file or from the root of the "
    "suite; without it, the server's. readings, settings: mappings such as {'pace_interval': 0}, said over those of "
    "the seed. clock: 'frozen', 'real', a time such as '2026-11-21T10:00:00Z' at which it stands still, or a setting "
    "such as {'mode': 'manual', 'step': 1}. Of the markers of a test, its class and its module, the closest that says "
    "a keyword decides on it."
)


def add_options(parser: pytest.Parser) -> None:
    """Tell pytest the options of an external server."""
    group = parser.getgroup("mock-isales", "mock-isales: a double of CC-iSales (fixtures isales, isales_server)")
    group.addoption(
        URL,
        metavar="URL",
        help="Use the mock-isales server at this address instead of starting one for each worker; empty: start one. "
        f"Without it, {VARIABLE} says so, which `mock-isales run` sets.",
    )
    group.addoption(
        TOKEN,
        metavar="TOKEN",
        help=f"What that server's control interface asks for beyond loopback (else {variables.CONTROL_TOKEN}).",
    )
    group.addoption(
        CA,
        metavar="FILE",
        help=f"The authority that is trusted over HTTPS, in PEM: what its --tls-ca-out writes (else {variables.CA}).",
    )
    group.addoption(
        COV,
        action="store_true",
        help="Count what of the contract the suite covers, over all workers, and report it at the end. A server that "
        "runs already must have been started with --cov. The options below say this, too.",
    )
    group.addoption(
        COV_REPORT,
        metavar="KIND[=FILE]",
        action="append",
        default=[],
        help="A report of it: text, short, json, junit, junit-strict or html; without FILE it stands in the summary. "
        "May be repeated; default: text.",
    )
    group.addoption(COV_FAIL_UNDER, metavar="PERCENT", type=float, help="Fail if less of the contract is covered.")
    group.addoption(
        COV_OMIT, metavar="FILE", help="Leave out the points in this file, YAML or TOML, each with its reason."
    )


def asks_for_coverage(config: pytest.Config) -> bool:
    """Whether an option says anything of coverage."""
    told = (config.getoption(COV), config.getoption(COV_REPORT))
    return any(told) or any(config.getoption(each) is not None for each in (COV_FAIL_UNDER, COV_OMIT))
