"""A server with a certificate of one's own, and whom its clients trust."""

import asyncio
import threading
from pathlib import Path

import pytest

from mock_isales.serving.tls.making import made_for
from mock_isales.testing import AsyncMockIsales, CannotStart, MockIsales
from mock_isales.testing.server_said import ServerSaid


@pytest.fixture
def own(tmp_path: Path) -> ServerSaid:
    """A certificate for this machine."""
    return written(tmp_path, "127.0.0.1")


def written(folder: Path, name: str) -> ServerSaid:
    made = made_for([name], None)
    (folder / "ca.pem").write_text(made.ca_pem)
    (folder / "own.pem").write_text(made.pem)
    return {"tls": True, "tls_cert": folder / "own.pem", "tls_key": folder / "own.pem"}


def refused(said: ServerSaid) -> str:
    with pytest.raises(CannotStart) as caught:
        MockIsales(**said).start()
    assert "mock-isales" not in [thread.name for thread in threading.enumerate()]
    return str(caught.value)


def test_its_authority_is_said(own: ServerSaid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own["ca"] = "ca.pem"

    async def awaited() -> str:
        async with AsyncMockIsales(**own) as isales:
            return (await isales.look()).name

    monkeypatch.chdir(tmp_path)
    with MockIsales(**own) as isales:
        assert isales.ca == tmp_path / "ca.pem"
        assert isales.look().name == "default"
    assert asyncio.run(awaited()) == "default"


def test_a_certificate_that_vouches_for_itself_is_trusted(own: ServerSaid, tmp_path: Path) -> None:
    with (tmp_path / "own.pem").open("a") as file:
        file.write((tmp_path / "ca.pem").read_text())
    with MockIsales(**own) as isales:
        assert isales.ca == tmp_path / "own.pem"


def test_who_is_not_trusted_is_told_what_to_say(own: ServerSaid, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    written(other, "127.0.0.1")
    message = refused({**own, "ca": other / "ca.pem"})
    assert f"who trusts {other / 'ca.pem'} does not trust {tmp_path / 'own.pem'} at https://127.0.0.1:" in message
    assert "say as ca the file of the authority that signed it, and use one that is for 127.0.0.1" in message


def test_a_certificate_for_another_address_is_told(tmp_path: Path) -> None:
    message = refused({**written(tmp_path, "elsewhere.test"), "ca": tmp_path / "ca.pem"})
    assert "(IP address mismatch, certificate is not valid for '127.0.0.1')" in message


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "No such file or directory"), ("x", "there is no certificate in it, in PEM")]
)
def test_an_authority_that_cannot_be_read_is_told(
    own: ServerSaid, tmp_path: Path, content: str | None, reason: str
) -> None:
    file = tmp_path / "bad.pem"
    if content is not None:
        file.write_text(content)
    assert refused({**own, "ca": file}) == f"the authority {file} cannot be read: {reason}"
