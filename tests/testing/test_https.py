"""The client over HTTPS."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from mock_isales.testing import AsyncControl, Control, Unreachable
from tests.served import served
from tests.serving.processes import run


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("https") / "ca.pem"


@pytest.fixture(scope="module")
def url(ca: Path) -> Iterator[str]:
    with served("--tls", "--tls-ca-out", str(ca)) as url:
        yield url


def test_a_server_of_a_trusted_authority_is_reached(url: str, ca: Path) -> None:
    async def awaited() -> str:
        async with AsyncControl(url, ca=ca) as control:
            return (await control.live()).status

    with Control(url, ca=str(ca)) as control:
        assert control.ca_pem() == ca.read_text()
    assert asyncio.run(awaited()) == "live"


def test_another_one_is_not(url: str) -> None:
    with Control(url) as control, pytest.raises(Unreachable, match=r"is not trusted \(.+\): say its authority"):
        control.live()


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "No such file or directory"), ("x", "there is no certificate in it, in PEM")]
)
def test_a_file_that_has_no_authority_is_told(tmp_path: Path, content: str | None, reason: str) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ValueError, match=rf"the authority .*ca\.pem cannot be read: {reason}"):
        Control(ca=file)


def test_the_commands_trust_what_they_are_told(url: str, ca: Path) -> None:
    for done in (
        run("worlds", "--url", url, "--ca", str(ca)),
        run("worlds", variables={"MOCK_ISALES_URL": url, "MOCK_ISALES_CA": str(ca)}),
    ):
        assert (done.returncode, "default" in done.stdout) == (0, True)
    refused = run("worlds", "--url", url, "--ca", str(ca.parent / "none"))
    assert refused.returncode == 2
    assert refused.stderr.startswith("mock-isales: the authority ")
