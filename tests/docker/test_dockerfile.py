"""The Dockerfile in form: make image-test builds it."""

import re

from typer.testing import CliRunner

from mock_isales.cli.commands import app
from mock_isales.options import OPTIONS
from tests.docker.files import KNOWN, TREE, VERSION, Instruction, image_environment, instructions, of_last_stage


def test_both_stages_are_made_of_one_base_that_may_be_another() -> None:
    every = instructions()
    assert every[0] == Instruction("ARG", "BASE=python:3.13-slim")
    assert [each.rest for each in every if each.name == "FROM"] == ["${BASE} AS build", "${BASE}"]


def test_nothing_needs_a_shell_once_it_is_built() -> None:
    assert of_last_stage("RUN") == []
    assert [each.words for each in of_last_stage("ENTRYPOINT")] == [["mock-isales"]]
    assert [each.words for each in of_last_stage("CMD")] == [["serve"]]


def test_its_health_check_is_a_command_of_ours() -> None:
    (check,) = of_last_stage("HEALTHCHECK")
    assert check.words == ["mock-isales", "ready"]
    assert CliRunner().invoke(app, [*check.words[1:], "--help"]).exit_code == 0


def test_it_runs_as_a_number_that_is_not_root() -> None:
    (user,) = of_last_stage("USER")
    assert re.fullmatch(r"[1-9][0-9]+:[1-9][0-9]+", user.rest)
    reading = TREE / "mock_isales" / "engine" / "seed_files" / "reading.py"
    assert f"the user {user.rest.partition(':')[0]}" in reading.read_text(encoding="utf-8")


def test_it_tells_the_double_what_it_understands() -> None:
    assert image_environment() == {
        "MOCK_ISALES_HOST": "0.0.0.0",  # noqa: S104 - in a container
        "MOCK_ISALES_PORT": "28080",
        "MOCK_ISALES_SEED_IF_THERE": "/seed.yaml",
    }
    assert set(image_environment()) <= KNOWN
    assert [each.rest for each in of_last_stage("EXPOSE")] == [str(OPTIONS["port"].default)]


def test_relative_paths_are_in_the_volume() -> None:
    assert [each.rest for each in of_last_stage("VOLUME")] == ["/data"]
    assert [each.rest for each in of_last_stage("WORKDIR")] == ["/data"]


def test_its_labels_name_this_version() -> None:
    assert Instruction("ARG", f"VERSION={VERSION}") in of_last_stage("ARG")
    (label,) = of_last_stage("LABEL")
    names = re.findall(r"org\.opencontainers\.image\.(\S+?)=", label.rest)
    assert names == ["title", "description", "licenses", "version", "revision", "base.name"]


def test_what_is_copied_is_sent_to_the_builder_and_no_more() -> None:
    ignored = [line for line in (TREE / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    sent = {line[1:] for line in ignored if line[0] == "!"}
    copies = [each.rest.split()[:-1] for each in instructions() if each.name == "COPY" and "--from" not in each.rest]
    assert sent == {each for copied in copies for each in copied}
    assert [line for line in ignored if line[0] != "!"] == ["*", "**/__pycache__"]
    assert [each for each in sent if not (TREE / each).exists()] == []
