"""The calls whose explanations are kept as golden files: one for each clause that can refuse, and some others."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

CN = "/rest/isales/v1/openapi/campaigns/{vdn}/callerNo/{campaign}"
ON = "/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}"

JSON = "application/json; charset=UTF-8"
USUAL = {"Content-Type": JSON, "Authorization": "auth-v2/ak/time/host/signature"}
NOW = "2026-11-21T10:00:00Z"

SEED: dict[str, Any] = {
    "access_keys": [{"ak": "golden", "sk": "not a secret"}, {"ak": "golden-2", "sk": "none either", "vdns": [2]}],
    "vdns": [
        {
            "id": 1,
            "blocklist": ["13900000000"],
            "provisioned_numbers": ["4001", "4002"],
            "campaigns": [
                {"id": 1001},
                {"id": 1002, "state": "completed"},
                {"id": 1003, "result_policy": "contact"},
                {"id": 1004, "call_mode": "by_round"},
                {"id": 1005, "device_type": "intelligent_ivr"},
                {"id": 1006, "pending": 199_990},
                {"id": 1007, "calling_numbers": [{"access_code": "10086"}]},
            ],
        },
        {"id": 2, "campaigns": [{"id": 5001}]},
    ],
}


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A call, and what is done before it. `name` is that of its golden file: the clause that refuses, or another."""

    name: str
    path: str
    body: bytes
    vdn: str = "1"
    campaign: str = "1001"
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=lambda: USUAL)
    settings: Mapping[str, Any] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    before: tuple[bytes, ...] = ()  # bodies sent to the same campaign, a second apart from what comes next ...
    pause: float = 1.0  # ... or so many
    fault: Mapping[str, Any] | None = None
    signs: Callable[[str, bytes], str] | None = None  # makes the token of a path and a body
    fails: bool = False  # whether the database does


def cn(*numbers: Any, **members: Any) -> bytes:  # noqa: ANN401 - what is sent is often wrong on purpose
    return json.dumps({"callerNo": list(numbers), **members}, ensure_ascii=False).encode()


def on(*records: Any, **members: Any) -> bytes:  # noqa: ANN401
    return json.dumps({"callDataList": list(records), **members}, ensure_ascii=False).encode()


def record(*numbers: str, **fields: object) -> dict[str, object]:
    return {"called": [{"calledNo": number} for number in numbers or ("88888888",)], **fields}


def number(code: object = "12345678901234", priority: object = 1) -> dict[str, object]:
    return {"accessCode": code, "priority": priority}


def called(**fields: object) -> dict[str, object]:
    return {"called": [{"calledNo": "88888888", **fields}]}


def of_cn(clause: str, body: bytes, **more: Any) -> Sample:  # noqa: ANN401 - as Sample has it
    return Sample(name=f"CN-{clause}", path=CN, body=body, **more)


def of_on(clause: str, body: bytes, **more: Any) -> Sample:  # noqa: ANN401
    return Sample(name=f"ON-{clause}", path=ON, body=body, **more)
