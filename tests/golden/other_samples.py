"""Calls that no clause refuses, or whose token is wrong."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.conformance.c2 import VENDORS, AccessKey, Signed, Way, token
from tests.golden.samples import CN, JSON, NOW, ON, USUAL, Sample, called, cn, number, of_cn, of_on, on, record

KEY = AccessKey("golden", "not a secret")
SIGNED_NOW = datetime.fromisoformat(NOW).astimezone(UTC)


def signing(
    key: AccessKey = KEY, way: Way = VENDORS, *, late: float = 0, method: str = "POST"
) -> Callable[[str, bytes], str]:
    def signs(path: str, body: bytes) -> str:
        headers = (("content-length", str(len(body))), ("content-type", JSON), ("host", "localhost"))
        at = SIGNED_NOW + timedelta(seconds=late)
        return token(
            Signed(method=method, path=path, headers=headers, body=body), key, f"{at:%Y-%m-%dT%H:%M:%S}.000Z", way
        )

    return signs


def c2(name: str, signs: Callable[[str, bytes], str]) -> Sample:
    return of_on(f"SIGNATURE-{name}", on(record()), signs=signs, settings={"c2_clock": "world"})


SIGNATURES = (
    c2("form", lambda *_: "Bearer eyJhbGciOiJIUzI1NiJ9"),
    c2("key", signing(AccessKey("goldfish", "x"))),
    c2("vdn", signing(AccessKey("golden-2", "none either"))),
    c2("time", signing(late=-28_800)),
    c2("mistake", signing(way=Way(key=lambda digest: digest))),
    c2("query-line", signing(way=Way(empty_query_line=True))),
    of_on("SIGNATURE", on(record()), signs=signing(AccessKey("golden", "x")), settings={"c2_clock": "world"}),
    of_cn("SIGNATURE", cn(number()), signs=signing(method="post"), settings={"c2_clock": "world"}),
)


def injected(name: str, answer: object, body: bytes | None = None, campaign: str = "1001") -> Sample:
    body = body or on(record("1", "2"))
    return Sample(
        name=f"injected-{name}",
        path=ON,
        body=body,
        campaign=campaign,
        fault={"operation": "add_outbound_numbers", "answer": answer},
    )


INJECTED = (
    injected("code", {"code": "0200006"}),
    injected("code-refused", {"code": "0200024"}, campaign="1002"),
    injected("success", {"code": "0200000"}),
    injected("status", {"status": 503}),
    injected("latency", {"latency": 0.001}),
    injected("latency-refused", {"latency": 0.001}, on(record("13900000000"))),
    injected("reset", {"connection": "reset"}),
    injected("reset-applied", {"connection": "reset", "applied": True}),
    injected("empty", {"connection": "empty"}),
    injected("garbage", {"connection": "garbage"}),
    injected("cut", {"cut": 40}),
    injected("drip", {"drip": {"bytes": 100, "seconds": 0.001}}),
)

OTHERS = (
    Sample(name="accepted-on", path=ON, body=on(record("1", "2", sessionId="a"), record("3"))),
    Sample(name="accepted-cn", path=CN, body=cn(number(), number("4001", 2))),
    of_on(
        "departures",
        on({"sessionid": "a", "called": [{"calledNo": "1", "callNo": "2", "zzz": 1}]}, batchID="1"),
        headers={**USUAL, "Content-Type": "application/json"},
    ),
    of_on("flat-record", on({"calledNo": "1", "type": "SI"})),
    of_on("no-list", b'{"called": [{"calledNo": "1"}]}'),
    of_on("object-for-list", b'{"callDataList": {}}'),
    of_on("serialised-list", json.dumps({"callDataList": json.dumps([record("1")])}).encode()),
    of_on("serialised-twice", json.dumps(on(record("1")).decode()).encode()),
    of_on("long-json", on(record(callData=json.dumps({"fullName": "x" * 1100}))), campaign="1005"),
    of_on("zone", on(record(recycleTime="2026-11-28T23:30:00-08:00"))),
    of_on("decimal-number", on(record("13800138000.0"))),
    Sample(name="not-found", path="/rest/isales/v2/campaigns", body=b""),
    Sample(name="far-away", path="/", body=b"", method="GET"),
    of_on("address-too-long", on(record()), campaign="1" * 9000),
    of_on("no-campaign", on(record()), vdn="3"),
    of_on("umbrella", on(record(sessionId="a" * 33)), readings={"validation_codes": "umbrella"}),
    of_on("length-of-emoji", on(record(sessionId="😀" * 17)), readings={"text_length": "utf16"}),
    of_on("coerced", on(called(delayTime=86401)), readings={"json_types": "coerce"}),
    of_on(
        "duplicate-in-campaign",
        on(record("1", "2")),
        before=(on(record("2")),),
        readings={"duplicate_scope": "campaign"},
    ),
    of_on("running", on(record()), readings={"refusing_states": "completed_running"}),
    Sample(name="magic", path=ON, body=on(record("990000002")), settings={"magic_values": True}),
    of_on("full", on(record()), settings={"incomplete_max": 5}, campaign="1006"),
)

SAMPLES = (*SIGNATURES, *INJECTED, *OTHERS)
