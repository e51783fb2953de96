"""Three clients that make one call, and what each sees become of it."""

import json
import os
import shutil
import ssl
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
import pytest

SECONDS = 30
PATH = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
BODY = '{"callDataList":[{"called":[{"calledNo":"88888888"}]}]}'
HEADERS = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}

Client = Callable[[str, Path | None], str]
"""Makes the call at a base address, trusting an authority; its result code, or in the client's words how it failed."""

_NODE = f"""
try {{
  const answer = await fetch(process.argv[1], {{method: "POST", body: {BODY!r}, headers: {json.dumps(HEADERS)}}})
  console.log(JSON.parse(await answer.text()).resultCode)
}} catch (error) {{
  console.log((error.cause ?? error).code)
}}
"""


def by_httpx(url: str, ca: Path | None) -> str:
    """Call with httpx; the name of its error."""
    verify = ssl.create_default_context(cafile=ca) if ca else True
    try:
        with httpx.Client(trust_env=False, verify=verify) as client:
            return str(client.post(url + PATH, content=BODY, headers=HEADERS).json()["resultCode"])
    except httpx.TransportError as error:
        return type(error).__name__


def by_curl(url: str, ca: Path | None) -> str:
    """Call with curl; its exit status."""
    headers = [word for name, value in HEADERS.items() for word in ("-H", f"{name}: {value}")]
    trust = ["--cacert", str(ca)] if ca else []
    ended = _run(["curl", "-s", "--noproxy", "*", *trust, *headers, "-d", BODY, url + PATH])
    return f"exit {ended.returncode}" if ended.returncode else str(json.loads(ended.stdout)["resultCode"])


def by_node(url: str, ca: Path | None) -> str:
    """Call with Node's fetch; the code of its error."""
    variables = {"NODE_EXTRA_CA_CERTS": str(ca)} if ca else {}
    return _run(["node", "--input-type=module", "-e", _NODE, url + PATH], variables).stdout.strip()


CLIENTS: Mapping[str, Client] = {"httpx": by_httpx, "curl": by_curl, "node": by_node}


def _run(command: list[str], variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        assert not os.environ.get("CI"), f"{command[0]} is not installed"
        pytest.skip(f"{command[0]} is not installed")
    environment = {**os.environ, **(variables or {})}
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=SECONDS, env=environment)
