"""A server that verifies C2 tokens: who is let in, and what those are told who are not."""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request

from mock_isales.api import c2
from mock_isales.api.answer_schemas import STEP
from mock_isales.app import create_app
from mock_isales.contract.c2.gates import Step
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import Signing, sign
from mock_isales.settings import Settings
from tests.api.conftest import CALL_DATA, CALLER_NO

AK, SK = "demo", "s3cret/With+Signs=="
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
NOW_NS = 1_795_341_600_000_000_000
TIME = "2026-11-22T10:00:00Z"
HOST = "localhost"
JSON = "application/json; charset=UTF-8"
BODY = json.dumps({"callDataList": [{"called": [{"calledNo": "1"}]}]}).encode()

Sent = Mapping[str, str | bytes]


class Caller:
    """Calls a server that verifies tokens, and signs what it sends."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def send(self, path: str, headers: Sent, body: bytes = BODY, method: str = "POST") -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, path, content=body, headers=list(headers.items()))  # type: ignore[arg-type]

        return asyncio.run(send())

    def call(self, path: str = CALL_DATA, signed_path: str | None = None, **signed: Any) -> httpx.Response:  # noqa: ANN401
        """Send a call whose token is the right one, but for what is said."""
        world = {"X-Mock-World": signed.pop("world")} if "world" in signed else {}
        token = signing(signed_path or path, **signed).token
        return self.send(path, {"Content-Type": JSON, "Authorization": token, **world})

    def refused(self, path: str = CALL_DATA, **signed: Any) -> dict[str, Any]:  # noqa: ANN401
        """The problem that such a call is answered with."""
        return problem_of(self.call(path, **signed))

    def mock(self, method: str, path: str, said: object = None) -> Any:  # noqa: ANN401 - JSON
        body = b"" if said is None else json.dumps(said).encode()
        answer = self.send(f"/_mock{path}", {}, body, method)
        assert answer.is_success, answer.text
        return answer.json()

    def entry(self, world: str = "default") -> dict[str, Any]:
        """The newest call in the journal of a world."""
        entries: list[dict[str, Any]] = self.mock("GET", f"/worlds/{world}/journal")["entries"]
        return max(entries, key=lambda entry: entry["id"])


def signing(  # noqa: PLR0913 - what a token is made of
    path: str = CALL_DATA, *, body: bytes = BODY, ak: str = AK, sk: str = SK, time: str = TIME, host: str = HOST
) -> Signing:
    target, _, query = path.partition("?")
    headers = [("Host", host), ("Content-Type", JSON), ("Content-Length", str(len(body)))]
    return sign(SignedRequest("POST", target, query, headers, body), ak, sk, time)


def problem_of(answer: httpx.Response) -> dict[str, Any]:
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json"), answer.text
    assert answer.headers["www-authenticate"] == "auth-v2"
    told: dict[str, Any] = answer.json()
    assert (told["type"], told["title"]) == ("urn:mock-isales:problem:not-authenticated", "Unauthorized")
    return told


def accepted(answer: httpx.Response) -> bool:
    return answer.status_code == 200 and answer.json()["resultCode"] == "0200000"


CallerMaker = Callable[..., Caller]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> CallerMaker:
    """Makes a server with the demo seed, which knows one access key; what it says of the host's time is fixed."""
    monkeypatch.setattr("mock_isales.api.c2.C2", partial(c2.C2, lambda: NOW_NS))

    def made(*keys: str, auth: str = "c2", **told: Any) -> Caller:  # noqa: ANN401
        pace = {"pace_interval": 0, **told.pop("settings", {})}
        access_keys = keys or (f"{AK}:{SK}",)
        return Caller(create_app(Settings(auth=auth, access_keys=access_keys, settings=pace, **told)))

    return made


@pytest.fixture
def caller(make: CallerMaker) -> Caller:
    return make()


@pytest.mark.parametrize("time", [TIME, "2026-11-22T10:00:00.123Z", "2026-11-22T10:15:00Z", "2026-11-22T09:45:00Z"])
@pytest.mark.parametrize(
    "path", [CALL_DATA, f"{CALL_DATA}?b=%20c&a", "/rest/isales/v2/openapi/campaigns/%31/calldata/1"]
)
def test_a_call_that_is_signed_is_let_in(caller: Caller, path: str, time: str) -> None:
    answer = caller.call(path, time=time)
    assert accepted(answer)
    assert caller.entry()["signature"] is None


def test_a_query_may_be_sent_as_forms_write_it(caller: Caller) -> None:
    assert accepted(caller.call(f"{CALL_DATA}?a=b+c", signed_path=f"{CALL_DATA}?a=b%20c"))


FORM = (
    "Bearer abc",
    "auth-v2",
    "auth-v2/a/b/c/d",
    f"auth-v2/{AK}/{TIME}/host;x-absent/00",
    f"auth-v2/{AK}/{TIME}/a/00",
)


@pytest.mark.parametrize("token", FORM)
def test_what_is_no_token_is_refused_by_its_form(caller: Caller, token: str) -> None:
    told = problem_of(caller.send(CALL_DATA, {"Authorization": token, "Content-Type": JSON}))
    assert told["step"] == "form"
    assert "journal" not in told["detail"]
    entry = caller.entry()
    assert (entry["clause"], entry["field"], entry["value"]) == ("ON-SIGNATURE", "Authorization", "form")
    assert entry["signature"] == {
        "step": "form", "detail": told["detail"], "signed_headers": [], "canonical": None, "mistakes": [],
        "paths": [CALL_DATA],
    }  # fmt: skip


@pytest.mark.parametrize("token", [None, "", "  "])
def test_a_call_that_does_not_say_who_calls_is_refused_as_ever(caller: Caller, token: str | None) -> None:
    headers = {"Content-Type": JSON} | ({} if token is None else {"Authorization": token})
    told = problem_of(caller.send(CALL_DATA, headers))
    assert told["step"] == "form"
    assert (caller.entry()["clause"], caller.entry()["signature"]) == ("ON-AUTHORIZATION", None)


def test_an_unknown_key_is_refused(caller: Caller) -> None:
    told = caller.refused(ak="dem0")
    assert told["step"] == "key"
    assert "nearest that is known is demo" in told["detail"]
    assert "dem0" not in told["detail"]


def test_a_key_is_refused_for_a_vdn_that_is_not_its_own(make: CallerMaker) -> None:
    caller = make(f"{AK}:{SK}:1,3")
    assert accepted(caller.call())
    for vdn in ("2", "0002", "%32"):
        told = caller.refused(CALL_DATA.replace("/1/", f"/{vdn}/"))
        assert (told["step"], told["detail"].partition(". ")[0]) == (
            "vdn",
            "The access key demo may not call for the VDN 2",
        )
    assert caller.refused(CALLER_NO.replace("/1/", "/2/"))["step"] == "vdn"
    assert caller.entry()["clause"] == "CN-SIGNATURE"


@pytest.mark.parametrize("vdn", ["x", "-1", "9" * 30, "٣"])
def test_a_path_that_names_no_vdn_is_judged_as_ever(make: CallerMaker, vdn: str) -> None:
    caller = make(f"{AK}:{SK}:1")
    path = str(httpx.URL(f"http://h{CALL_DATA.replace('/1/', f'/{vdn}/')}").raw_path, "ascii")
    answer = caller.call(path)
    assert answer.status_code == 200
    assert caller.entry()["clause"].startswith("ON-VDNID")


@pytest.mark.parametrize(("time", "words"), [("2026-11-22T10:15:01Z", "ahead of"), ("2026-11-22T09:44:59Z", "behind")])
def test_a_time_out_of_the_window_is_refused_and_the_clock_that_judged_is_named(
    caller: Caller, time: str, words: str
) -> None:
    caller.mock("PUT", "/worlds/default/clock", {"mode": "frozen", "now": time})
    told = caller.refused(time=time)
    assert told["step"] == "time"
    assert f"{time} is 15 min 1 s {words} the host's clock, which says 2026-11-22T10:00:00.000Z" in told["detail"]


def test_the_worlds_clock_judges_where_that_is_told(make: CallerMaker) -> None:
    caller = make(settings={"c2_clock": "world"})
    caller.mock("PUT", "/worlds/default/clock", {"mode": "frozen", "now": "2030-01-01T00:00:00Z"})
    told = caller.refused()
    assert told["step"] == "time"
    assert "the world's clock, which says 2030-01-01T00:00:00.000Z" in told["detail"]
    assert accepted(caller.call(time="2030-01-01T00:14:59Z"))
    caller.mock("PATCH", "/worlds/default/settings", {"c2_clock": "host"})
    assert accepted(caller.call())


def test_the_window_is_a_setting_and_zero_lifts_it(make: CallerMaker) -> None:
    caller = make(settings={"c2_window": 0})
    assert accepted(caller.call(time="1999-01-01T00:00:00Z"))
    caller.mock("PATCH", "/worlds/default/settings", {"c2_window": 1.5})
    assert accepted(caller.call(time="2026-11-22T10:00:01.500Z"))
    assert "at most 1 s" in caller.refused(time="2026-11-22T10:00:01.501Z")["detail"]


def test_the_clock_of_the_host_is_read_for_each_call() -> None:
    times = iter([NOW_NS, NOW_NS + 10**12])
    verifier = c2.C2(lambda: next(times))
    app = create_app(Settings(auth="c2", access_keys=(f"{AK}:{SK}",)))
    world = asyncio.run(app.state.double.worlds.enter("default"))
    token = signing().token
    scope = {
        "type": "http",
        "method": "POST",
        "raw_path": CALL_DATA.encode(),
        "query_string": b"",
        "headers": [(b"host", HOST.encode()), (b"content-type", JSON.encode()),
                    (b"content-length", str(len(BODY)).encode()), (b"authorization", token.encode())],
        "path_params": {"vdnId": "1"},
    }  # fmt: skip
    assert asyncio.run(verifier.refuse(Request(scope), BODY, world)) is None
    refusal = asyncio.run(verifier.refuse(Request(scope), BODY, world))
    assert refusal is not None
    assert refusal.step is Step.TIME


def test_a_server_that_is_told_no_clock_takes_the_hosts() -> None:
    caller = Caller(create_app(Settings(auth="c2", access_keys=(f"{AK}:{SK}",))))
    now = datetime.now(UTC)
    assert accepted(caller.call(time=f"{now:%Y-%m-%dT%H:%M:%SZ}"))
    assert caller.refused(time=f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}")["step"] == "time"


def test_a_wrong_signature_is_refused_and_the_journal_shows_the_canonical_request_and_the_mistake(
    caller: Caller,
) -> None:
    told = caller.refused(f"{CALL_DATA}?a=b", sk=f"{SK}\n")
    assert told["step"] == "signature"
    assert told["detail"] == (
        "The signature is not the one that the server computes for this request. The journal shows the canonical "
        "request that the server built: GET /_mock/worlds/default/journal."
    )
    entry = caller.entry()
    assert (entry["status"], entry["result_code"], entry["operation"]) == (401, None, "add_outbound_numbers")
    assert (entry["clause"], entry["field"], entry["value"]) == ("ON-SIGNATURE", "Authorization", "signature")
    signature = entry["signature"]
    assert (signature["step"], signature["signed_headers"]) == ("signature", ["content-length", "content-type", "host"])
    assert signature["canonical"] == signing(f"{CALL_DATA}?a=b").canonical
    (mistake,) = signature["mistakes"]
    assert mistake["kind"] == "secret_white_space"
    assert mistake["sentence"]
    assert mistake["advice"]
    assert dict(entry["request"]["headers"])["authorization"] == "***"


def test_local_time_is_named_and_what_nobody_knows_is_not_guessed(caller: Caller) -> None:
    caller.send(CALL_DATA, {"Authorization": f"{signing().prefix}/{'0' * 64}", "Content-Type": JSON})
    assert caller.entry()["signature"]["mistakes"] == []
    caller.refused(time="2026-11-22T18:00:00Z")
    assert [each["kind"] for each in caller.entry()["signature"]["mistakes"]] == ["local_time"]


def test_the_log_says_why_in_one_line(caller: Caller, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mock_isales.calls"):
        caller.refused(sk=f"{SK}\n", world="w1")
        caller.send(CALL_DATA, {"Authorization": f"auth-v2/{AK}/{TIME}/host;\x1b[31mx/00", "Content-Type": JSON})
    first, second = caplog.messages
    assert first == (
        "not authenticated in w1, step signature: The signature is not the one that the server computes for this "
        "request. The SK has white space around it on one side only, the client's or the server's. The journal shows "
        "the canonical request that the server built: GET /_mock/worlds/w1/journal."
    )
    assert second == (
        "not authenticated in default, step form: The token says that a header is signed; the request lacks it."
    )


@pytest.mark.parametrize(
    "token", [b"auth-v2/demo/%s/host;\xff/00", b"auth-v2/\xff/%s/host/00", b"auth-v2/demo/%s/host/\xff"]
)
def test_a_token_may_be_any_bytes(caller: Caller, token: bytes) -> None:
    sent = token.replace(b"%s", TIME.encode())
    told = problem_of(caller.send(CALL_DATA, {"Authorization": sent, "Content-Type": JSON}))
    assert told["step"] in {"form", "key", "signature"}
    assert caller.entry()["signature"]["step"] == told["step"]


@pytest.mark.parametrize(
    "wrong",
    [{"sk": f"{SK}\n"}, {"ak": SK.replace("/", "")}, {"ak": "x"}, {"time": "2026-11-21T10:00:00Z"}, {"body": b"{}"}],
)
def test_no_secret_is_in_the_answer_the_log_or_the_journal(
    make: CallerMaker, caplog: pytest.LogCaptureFixture, wrong: dict[str, Any]
) -> None:
    caller = make(f"{AK}:{SK}", f"other:{SK.replace('/', '')}")
    made = signing(**{name: value for name, value in wrong.items() if name != "body"}, body=wrong.get("body", BODY))
    with caplog.at_level(logging.DEBUG):
        answer = caller.send(CALL_DATA, {"Authorization": made.token, "Content-Type": JSON})
    told = "\n".join([answer.text, str(answer.headers), caplog.text, json.dumps(caller.entry()),
                      json.dumps(caller.mock("GET", "/worlds/default/snapshot"))])  # fmt: skip
    assert answer.status_code == 401
    right = signing(**({"time": wrong["time"]} if "time" in wrong else {}))
    for secret in (SK, SK.replace("/", ""), made.signature, right.signature, made.signing_key, right.signing_key):
        assert secret not in told


def test_another_secret_header_is_masked_in_the_canonical_request_that_is_shown(caller: Caller) -> None:
    headers = {"Content-Type": JSON, "Proxy-Authorization": "Basic hush"}
    token = f"auth-v2/{AK}/{TIME}/host;proxy-authorization/00"
    assert problem_of(caller.send(CALL_DATA, headers | {"Authorization": token}))["step"] == "signature"
    assert "hush" not in json.dumps(caller.entry())


@pytest.mark.parametrize("signed", [f"/w/w1{CALL_DATA}", CALL_DATA])
def test_with_a_worlds_prefix_the_whole_path_verifies_and_the_documented_one(caller: Caller, signed: str) -> None:
    assert accepted(caller.call(f"/w/w1{CALL_DATA}", signed_path=signed))
    assert caller.entry("w1")["status"] == 200


def test_with_a_worlds_prefix_no_other_path_verifies(caller: Caller) -> None:
    assert caller.refused(f"/w/w1{CALL_DATA}", signed_path=f"/w/w2{CALL_DATA}")["step"] == "signature"
    canonical = caller.entry("w1")["signature"]["canonical"]
    assert canonical.startswith(f"POST\n/w/w1{CALL_DATA}\n")
    assert caller.refused(CALL_DATA, signed_path=f"/w/default{CALL_DATA}")["step"] == "signature"


def test_a_world_that_is_named_by_a_header_is_not_signed(caller: Caller) -> None:
    assert accepted(caller.call(world="w1"))
    assert caller.entry("w1")["status"] == 200


def test_a_world_has_the_access_keys_of_its_own_seed_beside_those_of_the_server(caller: Caller) -> None:
    campaign = {"vdns": [{"id": 1, "campaigns": [{"id": 1}]}], "settings": {"pace_interval": 0}}
    keys = [{"ak": "own", "sk": "mine", "vdns": [1]}]
    caller.mock("PUT", "/worlds/w1", campaign | {"access_keys": keys})
    assert accepted(caller.call(world="w1", ak="own", sk="mine"))
    assert accepted(caller.call(world="w1"))
    assert caller.refused(world="w2", ak="own", sk="mine")["step"] == "key"
    caller.mock("PUT", "/worlds/w1", campaign | {"access_keys": [{"ak": AK, "sk": "another"}]})
    assert caller.refused(world="w1", ak="own", sk="mine")["step"] == "key"
    assert caller.refused(world="w1")["step"] == "signature"
    assert accepted(caller.call(world="w1", sk="another"))


def test_a_reading_lets_an_empty_line_stand_for_no_query(caller: Caller) -> None:
    canonical = signing().canonical.replace(CALL_DATA, f"{CALL_DATA}\n", 1)
    made = signing()
    token = f"{made.prefix}/{c2_signature(made.signing_key, canonical)}"
    headers = {"Authorization": token, "Content-Type": JSON}
    assert problem_of(caller.send(CALL_DATA, headers))["step"] == "signature"
    assert [each["kind"] for each in caller.entry()["signature"]["mistakes"]] == ["query_line_empty"]
    caller.mock("PATCH", "/worlds/default/readings", {"c2_empty_query_line": "accept"})
    assert accepted(caller.send(CALL_DATA, headers))


def c2_signature(key: str, canonical: str) -> str:
    return hmac.digest(key.encode(), canonical.encode(), "sha256").hex()


def test_a_refused_call_does_nothing_and_no_fault_strikes_it(caller: Caller) -> None:
    caller.mock("POST", "/worlds/default/faults", {"answer": {"status": 503}})
    before = caller.mock("GET", "/worlds/default/campaigns/1/1")["incomplete_records"]
    assert caller.refused(sk="x")["status"] == 401
    assert caller.mock("GET", "/worlds/default/campaigns/1/1")["incomplete_records"] == before
    assert caller.mock("GET", "/worlds/default/faults")["faults"][0]["hits"] == 0


def test_a_server_without_keys_lets_nobody_in() -> None:
    caller = Caller(create_app(Settings(auth="c2")))
    assert caller.refused()["step"] == "key"


def test_nobody_is_asked_where_that_is_off(make: CallerMaker) -> None:
    caller = make(auth="off")
    assert accepted(caller.send(CALL_DATA, {"Content-Type": JSON}))
    assert accepted(caller.send(CALL_DATA, {"Content-Type": JSON, "Authorization": ""}))


def test_by_default_any_value_that_is_not_blank_is_taken() -> None:
    caller = Caller(create_app(Settings()))
    assert accepted(caller.send(CALL_DATA, {"Content-Type": JSON, "Authorization": "auth-v2/x"}))
    assert "step" not in problem_of(caller.send(CALL_DATA, {"Content-Type": JSON}))


def test_the_journal_can_be_asked_for_these_calls_and_a_snapshot_keeps_them(caller: Caller) -> None:
    caller.refused(f"{CALL_DATA}?q=%E4", sk=f"{SK} ")
    caller.send(CALL_DATA, {"Authorization": "Bearer x", "Content-Type": JSON})
    assert caller.mock("GET", "/worlds/default/journal?clause=ON-SIGNATURE")["total"] == 2
    snapshot = caller.mock("GET", "/worlds/default/snapshot")
    caller.mock("PUT", "/worlds/w2/snapshot", snapshot)
    assert caller.mock("GET", "/worlds/w2/snapshot")["journal"] == snapshot["journal"]
    seen = [each["signature"] for each in caller.mock("GET", "/worlds/default/journal")["entries"]]
    assert [each["signature"] for each in caller.mock("GET", "/worlds/w2/journal")["entries"]] == seen
    assert None not in seen


@pytest.mark.parametrize(
    ("auth", "schemes", "said"),
    [
        ("present", [{"C2": []}], "Any value that is not blank is taken."),
        ("c2", [{"C2": []}], "its signature is verified"),
        ("off", [], ""),
    ],
)
def test_the_document_says_who_is_let_in(
    make: CallerMaker, auth: str, schemes: list[dict[str, Any]], said: str
) -> None:
    document = make(auth=auth).send("/openapi.json", {}, b"", "GET").json()
    told = document["components"]["securitySchemes"]
    assert list(told) == [name for scheme in schemes for name in scheme]
    assert all(said in scheme["description"] for scheme in told.values())
    for path in document["paths"].values():
        assert path["post"]["security"] == schemes
        assert ("401" in path["post"]["responses"]) is (auth != "off")
        if auth == "c2":
            refused = path["post"]["responses"]["401"]["content"]["application/problem+json"]["schema"]
            assert refused["properties"]["step"] == STEP


def test_the_documented_steps_are_those_there_are() -> None:
    assert STEP["enum"] == [step.value for step in Step]
