"""What the server can be told of TLS, and what makes no sense."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from mock_isales.serving.tls.ca_file import CaFile
from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.making import made_for
from mock_isales.serving.tls.names import name_of
from mock_isales.serving.tls.own import own_certificate
from mock_isales.serving.tls.telling import tls_of
from mock_isales.settings import Settings


def told(**flags: object) -> str:
    with pytest.raises(TlsError) as caught:
        tls_of(Settings.model_validate(flags))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_tls_there_is_none() -> None:
    assert tls_of(Settings()) is None


@pytest.mark.parametrize(
    ("flags", "start"),
    [
        ({"tls_dir": "x"}, "--tls-dir without --tls: "),
        ({"tls_name": ["x"], "tls_cert": "x"}, "--tls-name and --tls-cert without --tls: "),
        ({"tls": True, "tls_cert": "x"}, "--tls-cert without --tls-key: "),
        ({"tls": True, "tls_key": "x"}, "--tls-key without --tls-cert: "),
        ({"tls": True, "tls_key": "x", "tls_cert": "x", "tls_ca_out": "x"}, "--tls-ca-out with --tls-cert: "),
        ({"tls": True, "tls_name": ["a b"]}, "--tls-name a b: must be a host's name"),
        ({"tls": True, "tls_name": ["a_b"]}, "--tls-name a_b: must be a host's name"),
        ({"tls": True, "tls_name": [""]}, "--tls-name : must be a host's name"),
    ],
)
def test_what_makes_no_sense_is_told(flags: dict[str, object], start: str) -> None:
    assert told(**flags).startswith(start)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mock.Test", "mock.test"),
        ("mock.test.", "mock.test"),
        ("*.mock.test", "*.mock.test"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("10.0.0.7", "10.0.0.7"),
        ("[FD00:0::7]", "fd00::7"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_a_name_is_as_a_certificate_has_it(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    "text", ["*", "a.*", "https://x", "a/b", "a@b.test", "10.0.0.0/8", "-a", "x" * 64, "a..b", "*.*.a"]
)
def test_another_is_refused(text: str) -> None:
    with pytest.raises(TlsError, match="must be a host's name"):
        name_of(text)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    pem, other = made_for(["localhost"], None).pem, made_for(["localhost"], None).pem
    mark = "-----BEGIN CERT"
    contents = {
        "cert": mark + pem.partition(mark)[2],
        "key": pem.partition(mark)[0],
        "other": other.partition(mark)[0],
        "encrypted": load_pem_private_key(pem.encode(), None)
        .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
        .decode(),
        "text": "hello",
        "bad-cert": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "bad-key": "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
    }
    for name, text in contents.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    return tmp_path


def test_certificate_and_key_that_belong_together_are_used(files: Path) -> None:
    own_certificate(files / "cert", files / "key")


@pytest.mark.parametrize(
    ("certificate", "key", "reason"),
    [
        ("none", "key", "the certificate {0}/none cannot be read: No such file or directory"),
        ("cert", "none", "the private key {0}/none cannot be read: No such file or directory"),
        (".", "key", "the certificate {0} cannot be read: Is a directory"),
        ("text", "key", "the certificate {0}/text cannot be read: there is none in it, in PEM"),
        ("cert", "binary", "the private key {0}/binary cannot be read: there is none in it, in PEM"),
        ("bad-cert", "key", "the certificate {0}/bad-cert cannot be read: it is damaged"),
        ("cert", "bad-key", "the private key {0}/bad-key cannot be read: it is damaged, or of an unknown kind"),
        (
            "cert",
            "encrypted",
            "the private key {0}/encrypted is encrypted, and there is nobody to type its password",
        ),
        ("cert", "other", "the private key {0}/other is not that of the certificate {0}/cert"),
    ],
)
def test_those_that_cannot_be_used_are_told(files: Path, certificate: str, key: str, reason: str) -> None:
    with pytest.raises(TlsError) as caught:
        own_certificate(files / certificate, files / key)
    assert str(caught.value) == reason.format(files)


def test_the_file_of_the_authority_is_written_whole(tmp_path: Path) -> None:
    file = CaFile(tmp_path / "ca.pem")
    assert list(tmp_path.iterdir()) == []
    file.write("pem\n")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("ca.pem", "pem\n")]


@pytest.mark.parametrize(("name", "reason"), [(".", "it is there, and is no file"), ("no/ca.pem", "No such file")])
def test_one_that_cannot_be_written_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(TlsError, match=f"--tls-ca-out .* cannot be written: {reason}"):
        CaFile(tmp_path / name)
