"""Certificates that are kept over restarts."""

import hashlib
import os
import ssl
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mock_isales.serving.tls import making
from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.judging import Authority, serves
from mock_isales.serving.tls.making import Made, made_for

NAMES = ["127.0.0.1", "::1", "localhost"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "tls"


def fingerprint(ca_pem: str) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(ca_pem)).hexdigest()


def is_good(made: Made, folder: Path, names: list[str], now: datetime | None = None) -> bool:
    authority = Authority(made.ca_pem, (folder / "authority" / "ca.key").read_text())
    return serves(made.pem, authority, names, now or datetime.now(UTC))


def test_in_memory_each_is_new() -> None:
    first, second = made_for(NAMES, None), made_for(NAMES, None)
    assert fingerprint(first.ca_pem) != fingerprint(second.ca_pem)


def test_authority_and_certificate_are_made_once_and_used_again(folder: Path) -> None:
    first = made_for(NAMES, folder)
    assert made_for(NAMES, folder) == first
    assert (folder / "authority" / "ca.pem").read_text() == first.ca_pem
    assert is_good(first, folder, NAMES)


@pytest.mark.skipif(os.name != "posix", reason="needs the modes of POSIX")
def test_private_keys_are_for_their_owner_alone_and_nothing_else_is_there(folder: Path) -> None:
    made_for(NAMES, folder)
    files = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    modes = {str(name): stat.S_IMODE(path.stat().st_mode) for name, path in files.items()}
    assert modes == {"authority/ca.pem": 0o644, "authority/ca.key": 0o600, "server.pem": 0o600}


def test_other_names_make_another_certificate_of_the_same_authority(folder: Path) -> None:
    first, second = made_for(NAMES, folder), made_for([*NAMES, "mock.test"], folder)
    assert (first.ca_pem, first.pem != second.pem) == (second.ca_pem, True)
    assert is_good(second, folder, [*NAMES, "mock.test"])
    assert not is_good(second, folder, NAMES)


@pytest.mark.parametrize(("days", "good"), [(-29, True), (-31, False), (699, True), (701, False), (731, False)])
def test_a_certificate_is_good_until_it_expires_soon(folder: Path, days: int, *, good: bool) -> None:
    made = made_for(NAMES, folder)
    assert is_good(made, folder, NAMES, datetime.now(UTC) + timedelta(days=days)) is good


def test_one_that_expires_soon_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(making, "_AHEAD", timedelta(days=29))
        first = made_for(NAMES, folder)
    second = made_for(NAMES, folder)
    assert (first.ca_pem, first.pem != second.pem) == (second.ca_pem, True)
    assert made_for(NAMES, folder) == second


@pytest.mark.parametrize("damage", ["", "text", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n", None])
def test_a_certificate_that_is_damaged_or_of_another_authority_is_made_anew(folder: Path, damage: str | None) -> None:
    first = made_for(NAMES, folder)
    (folder / "server.pem").write_text(made_for(NAMES, None).pem if damage is None else damage)
    second = made_for(NAMES, folder)
    assert first.ca_pem == second.ca_pem
    assert is_good(second, folder, NAMES)


def test_a_certificate_with_another_key_is_made_anew(folder: Path) -> None:
    first, other = made_for(NAMES, folder), made_for(NAMES, None)
    key, certificate = (
        other.pem.partition("-----BEGIN CERT")[0],
        "-----BEGIN CERT" + first.pem.partition("BEGIN CERT")[2],
    )
    (folder / "server.pem").write_text(key + certificate)
    assert is_good(made_for(NAMES, folder), folder, NAMES)


def test_servers_that_start_at_once_agree(folder: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: made_for(NAMES, folder), range(16)))
    assert len({each.ca_pem for each in made}) == 1
    assert all(is_good(each, folder, NAMES) for each in made)
    assert sorted(path.name for path in folder.iterdir()) == ["authority", "server.pem"]


@pytest.mark.parametrize("damage", [{"ca.pem": ""}, {"ca.key": "text"}, {"ca.key": None}])
def test_an_authority_that_cannot_be_used_is_told_and_not_replaced(folder: Path, damage: dict[str, str | None]) -> None:
    made_for(NAMES, folder)
    ((name, text),) = damage.items()
    (folder / "authority" / name).write_text(_another_key() if text is None else text)
    with pytest.raises(TlsError, match="is no authority; remove it, and a new one is made"):
        made_for(NAMES, folder)


def test_an_authority_that_is_incomplete_is_told(folder: Path) -> None:
    (folder / "authority").mkdir(parents=True)
    with pytest.raises(TlsError, match=r"authority/ca\.pem cannot be read: No such file or directory"):
        made_for(NAMES, folder)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("file", "it is there, and is no directory"), ("file/below", "Not a directory")],
)
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TlsError, match=f"--tls-dir .*{name} cannot be written: {reason}"):
        made_for(NAMES, tmp_path / name)


def test_a_disk_that_is_full_leaves_nothing_half_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(TlsError, match="cannot be written: No space left on device"):
            made_for(NAMES, folder)
    assert list(folder.iterdir()) == []
    made_for(NAMES, folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(TlsError, match="cannot be written: No space left on device"):
            made_for(["localhost"], folder)
    assert sorted(path.name for path in folder.iterdir()) == ["authority", "server.pem"]


def _another_key() -> str:
    return made_for(NAMES, None).pem.partition("-----BEGIN CERT")[0]
