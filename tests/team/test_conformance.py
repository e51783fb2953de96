"""Three replicas behind the balancer are one double as documented: the black-box suite, plain and with C2 on."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conformance.servers import SEED
from tests.conformance.signing import TOLD
from tests.postgresql import Cluster
from tests.team.balancer import balancing
from tests.team.replicas import replicas

TREE = Path(__file__).parents[2]
NOT_BEHIND_NGINX = [  # which itself refuses an address with this in it
    f"tests/conformance/test_cases.py::test_case[given-{interface}-{place}-TYPE-refuses: 1%00 [{language}]]"
    for interface in ("CN", "ON")
    for place in ("VDNID", "CAMPAIGNID")
    for language in ("zh", "en")
]
SOCKETS = "tests/conformance/test_sockets.py::"
NOT_BEFORE_THE_BODY = [  # for whose end nginx waits
    f"{SOCKETS}{test}[given-{interface}]"
    for interface in ("CN", "ON")
    for test in (
        "test_authorization_is_asked_for_before_the_body_arrives",
        "test_a_body_announced_too_large_is_refused_before_it_arrives",
    )
]
# twelve calls within a second are much for a busy machine: test_calls.py freezes the clock for that
NOT_BESIDE_OTHERS = "tests/conformance/test_sequences.py::test_of_calls_at_the_same_moment_one_passes_the_pace"
LEFT_OUT = [
    part for each in (*NOT_BEHIND_NGINX, *NOT_BEFORE_THE_BODY, NOT_BESIDE_OTHERS) for part in ("--deselect", each)
]
SHORT = ("-k", "not [en] and (PACE or CAP or SIGNATURE or BLOCKLIST or sockets or sequences or signatures)")
PART = (*LEFT_OUT, *(() if os.environ.get("SOAK") == "full" else SHORT))
SIGNED = ("--auth", "c2", "--access-key", TOLD)


def conform(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the suite against an address, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "-p",
        "no:cacheprovider",
        "tests/conformance",
        "--base-url",
        url,
    ]
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_CORE_", "CI"))}
    return subprocess.run(
        [*command, *arguments], cwd=TREE, env=others, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def balanced(postgresql: Cluster, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    told: Sequence[str] = request.param
    with postgresql.database() as store, ExitStack() as stack:
        started = stack.enter_context(replicas(tmp_path, store, "--seed", str(SEED), *told))
        yield stack.enter_context(balancing(tmp_path, [replica.server.address for replica in started]))


@pytest.mark.soak
@pytest.mark.parametrize(
    ("balanced", "arguments"),
    [pytest.param((), (), id="plain"), pytest.param(SIGNED, ("--signed",), id="signed")],
    indirect=["balanced"],
)
def test_three_replicas_behind_the_balancer_conform(balanced: str, arguments: Sequence[str]) -> None:
    ran = conform(balanced, *arguments, *PART)
    assert ran.returncode == 0, ran.stdout[-4000:]
