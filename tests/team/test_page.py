"""docs/team.md: the numbers that it tells are those of the code and of the files in docker/."""

from mock_isales.control.forms.journal import LONGEST_WAIT
from mock_isales.control.streams import KEEP_ALIVE_SECONDS
from mock_isales.engine.stores.postgresql import _SETTINGS
from tests.team.balancer import CONFIGURATION

FOLDER = CONFIGURATION.parent
PAGE = " ".join((FOLDER.parent / "docs" / "team.md").read_text(encoding="utf-8").split())


def test_what_it_says_of_the_files() -> None:
    assert "three replicas behind nginx" in PAGE
    assert "deploy: {replicas: 3}" in (FOLDER / "compose.team.yaml").read_text(encoding="utf-8")
    assert "nginx asks for the replicas' addresses every two seconds" in PAGE
    assert " valid=2s;" in CONFIGURATION.read_text(encoding="utf-8")


def test_what_it_says_of_waiting() -> None:
    patience = f"the longest wait for calls, {LONGEST_WAIT} s; a stream says something every {KEEP_ALIVE_SECONDS} s"
    assert patience in PAGE
    assert "another process holds a world for more than 5 s" in PAGE
    assert _SETTINGS["lock_timeout"] == "5s"
