"""The document of the control interface: complete, and every example in it works."""

from typing import Any

import pytest

from mock_isales.app import create_app
from mock_isales.control.openapi import openapi_document
from mock_isales.settings import Settings
from tests.control.callers import Caller

DOCUMENT = openapi_document("0")
OPERATIONS = [
    (method, path, operation) for path, methods in DOCUMENT["paths"].items() for method, operation in methods.items()
]
IDS = [operation["operationId"] for _, _, operation in OPERATIONS]


def bodies_of(operation: dict[str, Any]) -> list[Any]:
    body = operation.get("requestBody")
    if body is None:
        return [None]
    examples = [each["value"] for each in body["content"]["application/json"]["examples"].values()]
    return examples if body["required"] else [*examples, None]


def caller_with_things() -> Caller:
    """A server in whose world `w1` there is one of each thing: a fault, a call, the demo seed's campaigns."""
    caller = Caller(create_app(Settings(coverage=True), "a certificate"))
    caller.done("PUT", "/worlds/w1")
    caller.add()
    caller.done("POST", "/worlds/w1/faults", {"answer": {"code": "0200001"}})
    return caller


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_every_example_works(method: str, path: str, operation: dict[str, Any]) -> None:
    names = {each["name"]: each["example"] for each in operation["parameters"] if each["in"] == "path"}
    asked = [f"{each['name']}={each['example']}" for each in operation["parameters"]
             if each["in"] == "query" and "example" in each]  # fmt: skip
    address = path.format(**names) + (f"?{'&'.join(asked)}" if asked else "")
    streaming = any("text/event-stream" in each.get("content", {}) for each in operation["responses"].values())
    for said in bodies_of(operation):
        caller = caller_with_things()
        if path.endswith("stream"):  # it goes on until its world ends
            assert streaming
            answer = caller.mock("HEAD", address)
        else:
            answer = caller.mock(method.upper(), address, said)
        assert answer.is_success, answer.text
        documented = operation["responses"][str(answer.status_code)]
        if answer.content:
            assert answer.headers["content-type"] in documented["content"]


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_every_operation_is_described(method: str, path: str, operation: dict[str, Any]) -> None:
    assert all(operation[each] for each in ("summary", "description", "tags", "responses"))
    assert all(each["description"] for each in operation["parameters"])
    if "requestBody" in operation:
        assert method != "get"
        assert operation["requestBody"]["content"]["application/json"]["examples"]
    problems = {status for status, each in operation["responses"].items()
                if "application/problem+json" in each.get("content", {})}  # fmt: skip
    assert "400" in problems
    assert ("401" in problems) is ("403" in problems) is (path not in {"/live", "/ready", "/ca.pem"})


def test_no_operation_is_left_out() -> None:
    served = create_app(Settings())
    caller = Caller(served)
    told = caller.get("/openapi.json")
    assert {(path, method) for path, methods in told["paths"].items() for method in methods} == {
        ("/live", "get"),
        ("/ready", "get"),
        ("/metrics", "get"),
        ("/version", "get"),
        ("/ca.pem", "get"),
        ("/contract", "get"),
        ("/worlds", "get"),
        *[("/worlds/{world}", method) for method in ("put", "get", "delete")],
        ("/worlds/{world}/reset", "post"),
        *[("/worlds/{world}/snapshot", method) for method in ("get", "put")],
        *[("/worlds/{world}/clock", method) for method in ("get", "put")],
        ("/worlds/{world}/clock/advance", "post"),
        ("/worlds/{world}/campaigns", "get"),
        *[("/worlds/{world}/campaigns/{vdn}/{id}", method) for method in ("get", "put", "patch", "delete")],
        ("/worlds/{world}/campaigns/{vdn}/{id}/records", "get"),
        ("/worlds/{world}/campaigns/{vdn}/{id}/complete", "post"),
        *[("/worlds/{world}/blocklist/{vdn}", method) for method in ("get", "put", "post", "delete")],
        *[("/worlds/{world}/settings", method) for method in ("get", "patch")],
        *[("/worlds/{world}/readings", method) for method in ("get", "patch")],
        *[("/worlds/{world}/faults", method) for method in ("get", "post", "delete")],
        ("/worlds/{world}/faults/{id}", "delete"),
        *[("/worlds/{world}/journal", method) for method in ("get", "delete")],
        ("/worlds/{world}/journal/{id}", "get"),
        ("/worlds/{world}/journal/{id}/curl", "get"),
        ("/worlds/{world}/journal/{id}/pytest", "get"),
        ("/worlds/{world}/campaigns/{vdn}/{id}/counts", "get"),
        ("/worlds/{world}/journal/counts", "get"),
        ("/worlds/{world}/journal/har", "get"),
        ("/worlds/{world}/journal/{id}/explanation", "get"),
        ("/worlds/{world}/journal/wait", "post"),
        ("/worlds/{world}/replay", "post"),
        ("/worlds/{world}/journal/stream", "get"),
        ("/worlds/{world}/report", "get"),
        *[("/coverage", method) for method in ("get", "delete")],
        ("/worlds/{world}/coverage", "get"),
    }
    assert told["servers"] == [{"url": "/_mock"}]


def test_every_reference_in_the_document_leads_somewhere() -> None:
    def references(node: Any) -> list[str]:  # noqa: ANN401
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [each for value in node.values() for each in references(value)]
        return [each for value in node for each in references(value)] if isinstance(node, list) else []

    known = {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]}
    assert set(references(DOCUMENT)) <= known


def test_the_page_needs_no_network() -> None:
    caller = Caller(create_app(Settings()))
    page = caller.mock("GET", "/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "http" not in page.text.replace("http-equiv", "")
    for asset in ("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"):
        assert f"docs/assets/{asset}" in page.text
        assert caller.mock("GET", f"/docs/assets/{asset}").status_code == 200
