"""The OpenAPI document of `/_mock`, made at its first use from the operations' declarations."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from http import HTTPStatus
from typing import Any, Literal

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from mock_isales.api.problems import MEDIA_TYPE
from mock_isales.control.catalogue import OPERATIONS
from mock_isales.control.forms.problems import ProblemView
from mock_isales.control.operations import Operation

Schema = dict[str, Any]

DESCRIPTION = """\
What a test sets up, sees and provokes in a double. Everything belongs to a world: its campaigns, clock, journal and
faults. The world `default` is always there; another one comes into being by its first documented call, which names it
by the header `X-Mock-World` or the path prefix `/w/{world}`, or by `PUT /worlds/{world}`.

Whatever cannot be done is answered as `application/problem+json` (RFC 9457), and has changed nothing.
"""
SECURITY_SCHEME = "token"

_PARAMETER = re.compile(r"{(\w+)}")
_REFERENCE = "#/components/schemas/{model}"
_PARAMETERS: Mapping[str, Schema] = {
    "world": {"description": "The world's name.", "schema": {"type": "string", "maxLength": 128}, "example": "w1"},
    "vdn": {"description": "The VDN.", "schema": {"type": "integer", "minimum": 1, "maximum": 9999}, "example": 1},
    "id": {"description": "Its id.", "schema": {"type": "integer", "minimum": 1}, "example": 1},
}
_LAST_EVENT: Schema = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "description": "The id of the last call that is known: those behind it come first.",
    "schema": {"type": "integer", "minimum": 0},
}
_OF_ALL = {401: "The token is missing or wrong.", 403: "The caller is not on this machine."}
_Mode = Literal["validation", "serialization"]
_Names = Mapping[tuple[Any, _Mode], Schema]
"""Refers to the schema of a form."""


def install(app: FastAPI) -> None:
    """Make an app publish the document."""
    app.openapi = cache(partial(openapi_document, app.version))  # type: ignore[method-assign]


def openapi_document(version: str) -> Schema:
    """The whole document."""
    names, schemas = models_json_schema(sorted(set(_forms()), key=str), ref_template=_REFERENCE)
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, names)
    return {
        "openapi": "3.1.0",
        "info": {"title": "mock-isales: the control interface", "version": version, "description": DESCRIPTION},
        "servers": [{"url": "/_mock"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(operation.tag for operation in OPERATIONS)],
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                SECURITY_SCHEME: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Asked for unless the server listens on loopback: MOCK_ISALES_CONTROL_TOKEN, or "
                    "what was printed at start.",
                }
            },
        },
    }


def _forms() -> Iterator[tuple[type[BaseModel], _Mode]]:
    yield ProblemView, "serialization"
    for operation in OPERATIONS:
        if operation.body is not None:
            yield operation.body, "validation"
        for answered in operation.answers.values():
            if isinstance(answered, type):
                yield answered, "serialization"


def _operation(operation: Operation, names: _Names) -> Schema:
    schema: Schema = {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description,
        "tags": [operation.tag],
        "security": [] if operation.is_open else [{}, {SECURITY_SCHEME: []}],
        "parameters": [*_path_parameters(operation), *_query_parameters(operation), *_header_parameters(operation)],
        "responses": _responses(operation, names),
    }
    if operation.body is not None:
        examples = {name: {"summary": name, "value": value} for name, value in operation.examples.items()}
        media = {"schema": names[operation.body, "validation"], "examples": examples}
        schema["requestBody"] = {"required": operation.body_needed, "content": {"application/json": media}}
    return schema


def _path_parameters(operation: Operation) -> Iterator[Schema]:
    for name in _PARAMETER.findall(operation.path):
        yield {"name": name, "in": "path", "required": True, **_PARAMETERS[name]}


def _query_parameters(operation: Operation) -> Iterator[Schema]:
    if operation.query is None:
        return
    whole = operation.query.model_json_schema()
    for name, schema in whole["properties"].items():
        said = {key: value for key, value in schema.items() if key not in {"title", "description", "default"}}
        alternatives = [each for each in said.pop("anyOf", []) if each != {"type": "null"}]
        said |= alternatives[0] if alternatives else {}
        default = schema.get("default")
        description = schema.get("description") or schema.get("title") or name
        parameter = {"name": name, "in": "query", "required": False, "description": description, "schema": said}
        if default is not None:
            said["default"] = default
        if name in operation.asked:
            parameter["example"] = operation.asked[name]
        yield parameter


def _header_parameters(operation: Operation) -> Iterator[Schema]:
    if "text/event-stream" in operation.answers.values():
        yield _LAST_EVENT


def _responses(operation: Operation, names: _Names) -> dict[str, Schema]:
    responses = {
        str(status): _response(status, answered, names, operation.other_media)
        for status, answered in operation.answers.items()
    }
    for status, description in sorted(_problems(operation).items()):
        media = {MEDIA_TYPE: {"schema": names[ProblemView, "serialization"]}}
        responses[str(status)] = {"description": description, "content": media}
    return responses


def _response(
    status: int, answered: type[BaseModel] | str | None, names: _Names, other_media: tuple[str, ...]
) -> Schema:
    description = HTTPStatus(status).phrase
    if answered is None:
        return {"description": f"{description}: it is done."}
    if isinstance(answered, str):
        content = {each: {"schema": {"type": "string"}} for each in (answered, *other_media)}
        return {"description": f"{description}.", "content": content}
    schema = names[answered, "serialization"]
    media = {"application/json": {"schema": schema}} | {each: _schema_of(each) for each in other_media}
    return {"description": f"{description}.", "content": media}


def _problems(operation: Operation) -> dict[int, str]:
    found = {400: "A parameter or the body is wrong; nothing has changed."}
    if not operation.is_open:
        found |= _OF_ALL
    if operation.path.startswith("/worlds/{world}"):
        found |= {503: "The store fails."}
        if operation.name not in {"make_world", "put_snapshot"}:
            found |= {404: "There is no such world, or nothing of that name in it."}
    if operation.body is not None:
        found |= {413: "The body is larger than 256 MiB."}
    return found | dict(operation.problems)


def _schema_of(media_type: str) -> dict[str, Any]:
    """What is known of an answer in another form than our own JSON."""
    return {"schema": {"type": "object" if media_type.endswith("json") else "string"}}
