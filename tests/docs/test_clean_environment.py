"""The tutorial, from `pip install` to the last green test, word for word, in a clean virtual environment."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks_of
from tests.docs.reading import reading

NOT_COPIED = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "results")


@pytest.mark.soak
@pytest.mark.parametrize("page", ["docs/tutorial.md", "README.md"])
def test_a_page_is_followed_from_the_installation_on(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    clone = shutil.copytree(ROOT, folder / "mock-isales", ignore=NOT_COPIED)
    tools = folder / "env" / "bin"
    if page == "README.md":
        subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    with reading(clone if page == "README.md" else folder, tools, alone=True) as reader:
        for block in blocks_of(page):
            if not block.mark.startswith(("not run", "shown")):
                reader.take(block)
