"""The OpenAPI document of the documented wire, made at its first use from the contract's declarations."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from mock_isales.api.answer_schemas import problem_responses, success_response
from mock_isales.api.schemas import Schema, field_schema, shape_schema
from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_fields import CALL_DATA
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.service import Terms
from mock_isales.settings import Auth

DESCRIPTION = """\
A contract test double of two interfaces of Huawei's CC-iSales. Refusals that the documents describe are answered with
HTTP 200 and a result code; what lies outside the documents is answered as `application/problem+json`.
"""

SECURITY_SCHEME = "C2"

_TAKEN = {
    "present": "Any value that is not blank is taken.",
    "c2": "The value is a token of the request, `auth-v2/AK/timestamp/signedHeaders/signature`: its access key must be "
    "known and may call for the VDN, its time is near the clock's, and its signature is verified.",
}
"""What is taken as the header's value."""


def install(app: FastAPI, terms: Terms, auth: Auth) -> None:
    """Make an app publish the document.

    Args:
        app: The app.
        terms: What calls are judged under.
        auth: What is asked of the header Authorization.
    """

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = openapi_document(app, terms, auth)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def openapi_document(app: FastAPI, terms: Terms, auth: Auth) -> dict[str, Any]:
    """The whole document."""
    document = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes)
    for interface in INTERFACES:
        operation = document["paths"][interface.wire.path]["post"]
        operation.update(operation_schema(interface, terms, auth))
    document["components"] = {"securitySchemes": security_schemes(auth)}
    return document


def security_schemes(auth: Auth) -> Schema:
    """Who may call: none, where nothing is asked of the header."""
    if auth == "off":
        return {}
    return {
        SECURITY_SCHEME: {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": f"The C2 authentication of the documents. {_TAKEN[auth]}",
        }
    }


def operation_schema(interface: Interface[Any], terms: Terms, auth: Auth) -> Schema:
    """One operation: parameters, headers, body, answers."""
    return {
        "summary": interface.document.heading,
        "description": operation_description(interface),
        "tags": ["documented interfaces"],
        "security": [{name: []} for name in security_schemes(auth)],
        "parameters": [_path_parameter(field, terms) for field in (interface.vdn, interface.campaign)] + [_locale()],
        "requestBody": _request_body(interface, terms),
        "responses": {"200": success_response(interface, terms), **problem_responses(interface, auth)},
    }


def operation_description(interface: Interface[Any]) -> str:
    """What the operation is for, and every clause about it."""
    rows = [f"- `{clause.id}` {clause.sentence.english}" for clause in interface.clauses()]
    return "\n".join([interface.scenario, "", *rows])


def _path_parameter(field: Any, terms: Terms) -> Schema:  # noqa: ANN401
    schema = field_schema(field, terms)
    description = schema.pop("description")
    return {
        "name": field.name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
        "example": field.example,
    }


def _locale() -> Schema:
    return {
        "name": "locale",
        "in": "header",
        "required": False,
        "description": "The language of the descriptions: `zh_CN`, the default, or `en_US`. Any other value counts as "
        "the default.",
        "schema": {"type": "string", "default": "zh_CN", "examples": ["zh_CN", "en_US"]},
    }


def _request_body(interface: Interface[Any], terms: Terms) -> Schema:
    examples = {"document": {"summary": "The document's own example", "value": interface.sample}}
    if interface is ADD_OUTBOUND_NUMBERS:
        with_data = {"called": [{"calledNo": "88888888"}], CALL_DATA.name: CALL_DATA.example}
        value = {interface.entries.name: [with_data]}
        examples["callData"] = {"summary": "The document's own example of callData", "value": value}
    media = {"schema": shape_schema(interface.body, terms), "examples": examples}
    return {"required": True, "content": {"application/json": media}}
