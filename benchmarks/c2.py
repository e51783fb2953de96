"""What it costs to verify C2: a call with 20 records, beside a plain HMAC of the same body.

    python benchmarks/c2.py [ROUNDS]

Machines are noisy: the rounds of all ways are interleaved, and the ratio of the medians is what counts.
"""

import hmac
import json
import statistics
import sys
import time
from collections.abc import Callable

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.encoding import enc
from mock_isales.contract.c2.gates import Gate, Unverified, Verified
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import sign
from mock_isales.contract.c2.timestamps import microseconds_of
from mock_isales.contract.c2.verifying import verify

AK = "benchmark"
SK = "0123456789abcdefghijklmnopqrstuvwxyz"
VDN = 1
PATH = b"/rest/isales/v1/openapi/campaigns/1/calldata/1"
TIME = "2026-11-22T10:00:00.000Z"
CALLS = 200
GOAL_US = 60

BODY = json.dumps(
    {
        "batchId": "20261122-1",
        "callDataList": [
            {
                "sessionId": f"{number:05}",
                "called": [{"calledNo": f"1380013{number:04}", "delayTime": "0"}],
                "callData": "中文 text",
            }
            for number in range(20)
        ],
    },
    ensure_ascii=False,
    separators=(",", ":"),
).encode()

HEADERS = [
    (b"host", b"127.0.0.1:28080"),
    (b"accept", b"*/*"),
    (b"accept-encoding", b"gzip, deflate"),
    (b"connection", b"keep-alive"),
    (b"user-agent", b"python-httpx/0.28.1"),
    (b"locale", b"en_US"),
    (b"content-type", b"application/json;charset=UTF-8"),
    (b"content-length", str(len(BODY)).encode()),
]


def received(body: bytes = BODY) -> SignedRequest:
    """The request, made of bytes as a server receives them."""
    return SignedRequest.of_wire("POST", PATH, b"", HEADERS, body)


def ways() -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    gate = Gate({AK: AccessKey(AK, SK, frozenset({VDN}))})
    now = microseconds_of(TIME) or 0
    token = sign(received(), AK, SK, TIME).token
    foreign = sign(received(b"{}"), AK, SK, TIME).token

    def accepted() -> object:
        return verify(token, received(), gate, VDN, now)

    def refused() -> object:
        return verify(foreign, received(), gate, VDN, now)

    if not isinstance(accepted(), Verified) or not isinstance(refused(), Unverified):
        raise SystemExit("the benchmark does not measure what it says")
    return {
        "plain HMAC of the body": lambda: hmac.digest(SK.encode(), BODY, "sha256").hex(),
        "body, percent-encoded": lambda: enc(BODY),
        "verified": accepted,
        "refused, no mistake found": refused,
    }


def microseconds(way: Callable[[], object], calls: int) -> float:
    """What one call costs, on the average of some."""
    begin = time.perf_counter()
    for _ in range(calls):
        way()
    return (time.perf_counter() - begin) / calls * 1e6


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    measured: dict[str, list[float]] = {name: [] for name in ways()}
    for done in range(rounds):
        print(f"round {done + 1} of {rounds}", end="\r", file=sys.stderr, flush=True)
        for name, way in ways().items():
            measured[name].append(microseconds(way, 2 if name.startswith("refused") else CALLS))
    plain = statistics.median(measured["plain HMAC of the body"])
    print(f"{f'body of {len(BODY)} bytes':28}{'median':>11}{'min':>9}{'max':>9}{'ratio':>8}")
    for name, times in measured.items():
        median = statistics.median(times)
        print(f"{name:28}{median:>8.1f} us{min(times):>9.1f}{max(times):>9.1f}{median / plain:>8.1f}")
    print(f"the goal for a verified call is {GOAL_US} us")


if __name__ == "__main__":
    main()
