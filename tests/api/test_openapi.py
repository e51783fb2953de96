"""The OpenAPI document tells the truth: its limits are the contract's, its examples are answered as it says."""

from typing import Any

import jsonschema
import pytest

from tests.api.conftest import AppMaker, Client

CALLING = "/rest/isales/v1/openapi/campaigns/{vdnId}/callerNo/{campaignId}"
OUTBOUND = "/rest/isales/v2/openapi/campaigns/{vdnId}/calldata/{campaignId}"
VALIDATIONS = [f"020000{number:02}" for number in range(1, 12)]
CODES = {
    CALLING: {"0200000", "0200001", "0200007", *VALIDATIONS},
    OUTBOUND: {
        *("0200000", "0200001", "0200006", "0200007", "0200018", "0200019"),
        *("0200020", "0200022", "0200024", "0200029", "0200030", *VALIDATIONS),
    },
}


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    document: dict[str, Any] = client.request("GET", "/openapi.json").json()
    return document


@pytest.fixture(params=[CALLING, OUTBOUND], ids=["calling", "outbound"])
def path(request: pytest.FixtureRequest) -> str:
    path: str = request.param
    return path


def test_has_the_two_documented_operations_and_nothing_else(document: dict[str, Any]) -> None:
    operations = {path: {method: each["operationId"] for method, each in item.items()} for path, item in document["paths"].items()}  # noqa: E501  # fmt: skip
    assert operations == {CALLING: {"post": "add_calling_numbers"}, OUTBOUND: {"post": "add_outbound_numbers"}}


def test_authorization_is_a_security_scheme(document: dict[str, Any], path: str) -> None:
    (scheme,) = document["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "header", "Authorization")
    assert document["paths"][path]["post"]["security"] == [{"C2": []}]


def test_parameters_have_their_limits(document: dict[str, Any], path: str) -> None:
    vdn, campaign, locale = document["paths"][path]["post"]["parameters"]
    assert (vdn["name"], vdn["in"], vdn["schema"]["minimum"], vdn["schema"]["maximum"]) == ("vdnId", "path", 1, 9999)
    assert (campaign["name"], campaign["schema"]["minimum"]) == ("campaignId", 1)
    assert (locale["name"], locale["in"], locale["schema"]["default"]) == ("locale", "header", "zh_CN")


def test_fields_have_their_limits(document: dict[str, Any]) -> None:
    records = body_schema(document, OUTBOUND)["properties"]["callDataList"]
    assert (records["minItems"], records["maxItems"]) == (1, 20)
    fields = records["items"]["properties"]
    limits = {name: field.get("maxLength") for name, field in fields.items() if name != "called"}
    assert limits == {
        "sessionId": 32,
        "caller": 24,
        "customField": 200,
        "recycleTime": None,
        "callData": 1024,
        "priority": None,
    }
    assert fields["priority"]["default"] == "3"
    called = fields["called"]["items"]["properties"]
    assert {name: field.get("maxLength") for name, field in called.items()} == {
        "calledNo": 24,
        "delayTime": None,
        "type": 20,
    }
    numbers = body_schema(document, CALLING)["properties"]["callerNo"]
    assert numbers["maxItems"] == 100
    priority = numbers["items"]["properties"]["priority"]
    assert (priority["type"], priority["minimum"], priority["maximum"]) == ("integer", 1, 5)


def test_there_is_an_example_for_each_result_code(document: dict[str, Any], path: str) -> None:
    examples = answers(document, path)["examples"]
    assert set(examples) == CODES[path]
    assert all(example["value"]["resultCode"] == code for code, example in examples.items())


@pytest.mark.parametrize("readings", [{}, {"failure_return_object": "null", "data_id_key": "datalist"}])
def test_the_examples_keep_to_the_schemas(make_app: AppMaker, path: str, readings: dict[str, str]) -> None:
    document = Client(make_app(**readings)).request("GET", "/openapi.json").json()
    for example in document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["examples"].values():
        jsonschema.validate(example["value"], body_schema(document, path))
    for example in answers(document, path)["examples"].values():
        jsonschema.validate(example["value"], answers(document, path)["schema"])


def test_every_request_example_is_accepted_as_the_document_says(
    document: dict[str, Any], make_app: AppMaker, path: str
) -> None:
    media = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]
    for example in media["examples"].values():
        client = Client(make_app())
        response = client.post(path.format(vdnId=1, campaignId=1), example["value"])
        assert response.json()["resultCode"] == "0200000"
        jsonschema.validate(response.json(), answers(document, path)["schema"])


def body_schema(document: dict[str, Any], path: str) -> dict[str, Any]:
    schema: dict[str, Any] = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return schema


def answers(document: dict[str, Any], path: str) -> dict[str, Any]:
    media: dict[str, Any] = document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]
    return media


def test_readings_change_what_the_document_says(make_app: AppMaker, path: str) -> None:
    readings = {"validation_codes": "umbrella", "json_types": "coerce"}
    document = Client(make_app(**readings)).request("GET", "/openapi.json").json()
    assert set(answers(document, path)["examples"]) == {code for code in CODES[path] if len(code) == 7}
    fields = next(iter(body_schema(document, path)["properties"].values()))["items"]["properties"]
    expected = {CALLING: ["integer", "string"], OUTBOUND: ["string", "null", "number"]}
    assert fields["priority"]["type"] == expected[path]


def test_0200001_is_shown_with_a_detail(document: dict[str, Any], path: str) -> None:
    text = answers(document, path)["examples"]["0200001"]["value"]["resultDesc"]
    assert text == ("Parameter error. For details about the error, see resultDesc. The header Content-Type is missing.")
