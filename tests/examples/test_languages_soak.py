"""Under which readings of the documents the examples in Node and Java break: those that their READMEs name."""

import os
import re

import pytest

from tests.examples.in_languages import client
from tests.examples.programs import LANGUAGES, need

pytestmark = pytest.mark.soak

HOLDING = ["content_type=fixed"]
"""What is tried in the short form, beside what is named: it breaks nothing."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_names_the_readings_that_break_it(language: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    need(language)
    example = client(language, tmp_path_factory.mktemp("example"))
    sweep = example.command("mock-isales sweep ")
    named = re.findall(r"--expect (\S+)", sweep)
    chosen = "" if os.environ.get("SOAK") == "full" else "".join(f"--only {each} " for each in named + HOLDING)
    ran = example.run(sweep.replace(" -- ", f" {chosen}-- ", 1))
    assert ran.status == 0, ran.output + ran.errors
    assert f" alternatives tried, {len(named)} break the command" in ran.output
