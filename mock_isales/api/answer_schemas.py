"""OpenAPI of the answers: one example for each result code that an interface lists, and the problems."""

from typing import Any

from mock_isales.api import problems
from mock_isales.api.envelopes import calling_numbers_envelope, outbound_numbers_envelope
from mock_isales.api.schemas import Schema
from mock_isales.contract.answers import describe
from mock_isales.contract.clauses import Document
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Added
from mock_isales.settings import Auth

_SAMPLE_ADDED = Added(2, ["88880399", "88880399"], [1803096731904991234, 1803096731997265922])

_PROBLEM: Schema = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}

STEP: Schema = {
    "type": "string",
    "enum": ["form", "key", "vdn", "time", "signature"],
    "description": "Which step of the verification failed; absent where the header is absent or blank.",
}


def success_response(interface: Interface[Any], terms: Terms) -> Schema:
    """What HTTP 200 carries: success, or any refusal that the document lists, as the readings let it out."""
    return {
        "description": f"`{interface.success}`, or a refusal: `resultCode` other than 0200000.",
        "content": {
            "application/json": {
                "schema": {"oneOf": [_envelope_schema(interface, terms, success=True), _refusal(interface, terms)]},
                "examples": {code.value: _example(interface, terms, code) for code in answered_codes(interface, terms)},
            }
        },
    }


def answered_codes(interface: Interface[Any], terms: Terms) -> tuple[ResultCode, ...]:
    """The codes that the interface lists, but for those that the reading `validation_codes` replaces."""
    umbrella = terms.readings.validation_codes == "umbrella"
    return tuple(code for code in interface.codes if not (umbrella and code.is_validation))


def problem_responses(interface: Interface[Any], auth: Auth) -> dict[str, Schema]:
    """What lies outside the documents. Who calls is only refused where it is asked."""
    challenge = {"WWW-Authenticate": {"schema": {"type": "string", "const": "auth-v2"}, "required": True}}
    allow = {"Allow": {"schema": {"type": "string", "const": "POST"}, "required": True}}
    unauthorized = _problem(interface.wire.authorization.sentence.english, challenge)
    if auth == "c2":
        unauthorized = _problem(interface.wire.signature.sentence.english, challenge, step=STEP)
    return ({} if auth == "off" else {"401": unauthorized}) | {
        "404": _problem("Nothing is at this address."),
        "405": _problem(interface.wire.method.sentence.english, allow),
        "413": _problem(interface.wire.body_size.sentence.english),
    }


def _problem(description: str, headers: Schema | None = None, **members: Schema) -> Schema:
    schema = _PROBLEM | {"properties": _PROBLEM["properties"] | members}
    response: Schema = {"description": description, "content": {problems.MEDIA_TYPE: {"schema": schema}}}
    return response if headers is None else response | {"headers": headers}


def _refusal(interface: Interface[Any], terms: Terms) -> Schema:
    return _envelope_schema(interface, terms, success=False)


def _envelope_schema(interface: Interface[Any], terms: Terms, *, success: bool) -> Schema:
    codes = [code.value for code in answered_codes(interface, terms) if (code is ResultCode.SUCCESS) is success]
    text: Schema = {"type": "string", "const": interface.success} if success else {"type": "string", "minLength": 1}
    code = {"type": "string", "enum": codes}
    properties: Schema = {"resultCode": code, "resultDesc": text, "returnCode": code, "returnDesc": text}
    if interface.document is Document.ON and success:
        properties["returnObject"] = _return_object(terms)
    elif interface.document is Document.ON and terms.readings.failure_return_object == "null":
        properties["returnObject"] = {"type": "null"}
    return {
        "title": "Success" if success else "Refusal",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _return_object(terms: Terms) -> Schema:
    entry: Schema = {
        "type": "object",
        "properties": {"called": {"type": "string"}, "dataId": {"type": "string", "pattern": "^[0-9]{19}$"}},
        "required": ["called", "dataId"],
        "additionalProperties": False,
    }
    key = terms.readings.data_id_key
    return {
        "type": "object",
        "properties": {
            "totalSize": {"type": "integer", "minimum": 1},
            key: {"type": "array", "minItems": 1, "items": entry},
        },
        "required": ["totalSize", key],
        "additionalProperties": False,
    }


def _example(interface: Interface[Any], terms: Terms, code: ResultCode) -> Schema:
    """The envelope of one code, as it reads with `locale: en_US`."""
    success = code is ResultCode.SUCCESS
    text = interface.success if success else _description(interface, terms, code)
    if interface.document is Document.CN:
        value = calling_numbers_envelope(code.value, text)
    else:
        value = outbound_numbers_envelope(code.value, text, terms.readings, _SAMPLE_ADDED if success else None)
    return {"summary": text, "value": value}


def _description(interface: Interface[Any], terms: Terms, code: ResultCode) -> str:
    """The English sentence of a code; 0200001 comes with a detail, here that of a missing Content-Type."""
    missing = interface.wire.refuse_content_type(None, terms)
    if code is ResultCode.PARAMETER_ERROR and missing is not None:
        return describe(missing, interface.success, terms.readings, Language.ENGLISH).text
    return code.sentence.english
