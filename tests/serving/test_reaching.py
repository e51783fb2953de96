"""How a server is reached by those whom a process starts it for."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from mock_isales.app import create_app, double_of
from mock_isales.serving.reaching import Reached, reached_by
from mock_isales.serving.running import Ready
from mock_isales.telling import settings_told
from tests.serving.processes import SECONDS, environment


def reached(ending: ExitStack, ca_pem: str | None = None, **told: object) -> Reached:
    settings = settings_told(told)
    double = double_of(create_app(settings))
    ending.callback(double.close)
    url = "https://0.0.0.0:443"
    return reached_by(settings, Ready(url, "t", made=False, ca_pem=ca_pem, double=double, end=print), ending)


def test_it_is_called_on_this_machine_with_its_token() -> None:
    with ExitStack() as ending:
        assert reached(ending) == ("https://127.0.0.1:443", "t", None)


def test_an_authority_is_in_a_file_until_the_end() -> None:
    with ExitStack() as ending:
        ca = reached(ending, "pem").ca
        assert ca is not None
        assert ca.read_text() == "pem"
    assert not ca.parent.exists()


def test_a_file_that_was_asked_for_is_named_from_anywhere() -> None:
    with ExitStack() as ending:
        assert reached(ending, "pem", tls_ca_out="ca.pem").ca == Path("ca.pem").absolute()


def test_of_ones_own_certificate_the_authority_is_itself() -> None:
    with ExitStack() as ending:
        assert reached(ending, tls_cert="own.pem").ca == Path("own.pem").absolute()


FORKS = """
import os
from mock_isales.testing import MockIsales

with MockIsales(tls=True) as isales:
    child = os.fork()
    if not child:
        {ends}
    os.waitpid(child, 0)
    assert isales.ca.exists()
    assert isales.control.live().status == "live"
assert not isales.ca.parent.exists()
"""


@pytest.mark.parametrize("ends", ["raise SystemExit", "isales.stop(); raise SystemExit", "isales.stop(); os._exit(0)"])
def test_a_child_that_is_forked_leaves_the_file_and_the_server_to_its_parent(ends: str) -> None:
    program = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORKS.format(ends=ends)]
    ended = subprocess.run(
        program, env=environment(), capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
