"""A call as a test for the pytest plugin. Nothing that a client sent gets out of its literal."""

from collections.abc import Iterator

from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.export.calls import ANY, AUTHORIZATION, Again, again, outcome_of, remarks_on, told
from mock_isales.engine.journal.entries import MASK, Entry

_WORLD = "x-mock-world"


def pytest_of(entry: Entry, world: str, *, signed: bool, over_tls: bool) -> str:
    """The source of a test that makes a call once more, and expects the same result code.

    Args:
        entry: The call.
        world: The world whose call it was.
        signed: Whether its server verifies `Authorization`.
        over_tls: Whether it was called over TLS, so that the test trusts its server's authority.
    """
    call = again(entry)
    signs = signed and call.authorization == MASK
    return "\n".join(
        [
            *_imports(signs=signs, over_tls=over_tls),
            "",
            "",
            f"def test_call_{entry.id}(isales):",
            *(f"    # {each}" for each in _comments(entry, call, world, signs=signs)),
            f"    body = {body_literal(entry.body)}",
            "    headers = [",
            *(f"        {_header(name, value)}," for name, value in _headers(call, signs=signs)),
            "    ]",
            *(["    trusted = ssl.create_default_context(cafile=isales.ca)"] if over_tls else []),
            "    answer = httpx.request(",
            f"        {call.method!r},",
            f"        isales.url + {without_prefix(call.target)!r},",
            "        content=body,",
            "        headers=headers,",
            *(['        auth=C2Auth(os.environ["MOCK_ISALES_AK"], os.environ["MOCK_ISALES_SK"]),'] if signs else []),
            *(["        verify=trusted,"] if over_tls else []),
            "        trust_env=False,",
            "    )",
            f"    {_assertion(entry)}",
            "",
        ]
    )


def body_literal(body: bytes) -> str:
    """A body as Python writes it: a text if it is UTF-8, else bytes."""
    try:
        return repr(body.decode())
    except UnicodeDecodeError:
        return repr(body)


def _imports(*, signs: bool, over_tls: bool) -> Iterator[str]:
    if signs:
        yield "import os"
    if over_tls:
        yield "import ssl"
    if signs or over_tls:
        yield ""
    yield "import httpx"
    if signs:
        yield "from mock_isales.testing import C2Auth"


def _comments(entry: Entry, call: Again, world: str, *, signs: bool) -> Iterator[str]:
    yield f"Call {entry.id} of world {world}, which was answered {told(outcome_of(entry))}."
    if signs:
        yield "Authorization is never kept: it is signed anew, with the access key of the environment."
    elif call.authorization == MASK:
        yield "Authorization is never kept: any will do."
    yield from (f"The header {name} is left out." for name in call.left_out)
    yield from remarks_on(entry)


def _headers(call: Again, *, signs: bool) -> Iterator[tuple[str, str]]:
    """The headers that are sent; the world is that of the test, which its address names."""
    yield from ((name, value) for name, value in call.headers if name.lower() != _WORLD)
    if call.authorization is not None and not signs:
        yield AUTHORIZATION, ANY if call.authorization == MASK else call.authorization


def _header(name: str, value: str) -> str:
    return repr((name, value if value.isascii() else value.encode("latin-1")))


def _assertion(entry: Entry) -> str:
    ruling = entry.decision if entry.status else entry.without_fault
    code = None if ruling is None else ruling.result_code
    if code is None:
        return f"assert answer.status_code == {int(entry.status)}"
    return f'assert answer.json()["resultCode"] == {code!r}'
