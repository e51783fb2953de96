"""The tests of the example in Python share one server, four workers at a time, again and again."""

import os
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from mock_isales.testing import Control
from tests.examples.in_python import names_of, run_pytest
from tests.serving.processes import Server, serving

pytestmark = pytest.mark.soak

RUNS = 20 if os.environ.get("SOAK") == "full" else 3

REFUSED_IN_A_RUN = {
    "0200001 by ON-CALLDATA-JSON": 1,
    "0200006 by fault 1": 6,
    "02000001 by ON-CALLED-MANDATORY": 1,
    "02000001 by ON-CALLEDNO-MANDATORY": 1,
    "02000001 by ON-TYPE-BY-ROUND": 1,
    "02000001 by ON-TYPE-CONTACT-POLICY": 1,
    "02000002 by ON-CALLEDNO-CHARACTERS": 1,
    "02000002 by ON-STRING-NUL": 1,
    "02000003 by ON-CALLDATA-LENGTH": 1,
    "02000003 by ON-CALLEDNO-LENGTH": 1,
    "02000003 by ON-SESSIONID-LENGTH": 1,
    "02000004 by fault 1": 1,
    "02000005 by fault 1": 1,
    "02000006 by fault 1": 1,
    "02000008 by fault 1": 1,
    "02000009 by fault 1": 1,
    "02000010 by fault 1": 1,
    "02000011 by fault 1": 1,
    "0200018 by ON-DUPLICATE": 1,
    "0200019 by ON-STATE": 1,
    "0200020 by ON-CAP": 1,
    "0200022 by ON-PACE": 2,
    "0200024 by ON-BLOCKLIST": 2,
    "0200029 by fault 1": 1,
    "0200030 by fault 1": 1,
    "0299999 by fault 1": 1,
    "HTTP 401 by ON-AUTHORIZATION": 1,
    "HTTP 401 by fault 1": 1,
    "HTTP 404 by fault 1": 1,
    "HTTP 413 by fault 1": 1,
    "HTTP 429 by fault 1": 1,
    "HTTP 503 by fault 1": 2,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as server:
        yield server


def refused(server: Server) -> Counter[str]:
    """Why calls have been refused in worlds of tests until now, as the server's log says."""
    return Counter(
        re.findall(r"^mock-isales: \w+ 1/1 in test_\S+: (\S+ (?:\d+ )?by (?:fault )?[\w-]+)", server.log, re.MULTILINE)
    )


@pytest.mark.parametrize("run", range(RUNS))
def test_four_workers_share_a_server_and_leave_nothing(run: int, server: Server) -> None:
    before = refused(server)
    ran = run_pytest("python -m pytest -n 4", "--isales-url", server.url)
    assert (ran.status, ran.failed, sorted(ran.passed)) == (0, [], names_of()), (run, ran.output)
    assert "4 workers [78 items]" in ran.output
    assert refused(server) - before == REFUSED_IN_A_RUN
    with Control(server.url) as control:
        assert [world.name for world in control.worlds().worlds] in ([], ["default"])
