"""Every block of code on a page is run as its reader would, in an empty folder; what is not says why."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.docs.pages import HELD_ELSEWHERE, MARKS, ROOT, Block, all_blocks, blocks_of, pages, text_of
from tests.docs.reading import OUTPUTS, SCRIPTS, pattern_of, reading

READ_HERE = [page for page in pages() if page not in HELD_ELSEWHERE]
WITH_BLOCKS = [page for page in READ_HERE if any(blocks_of(page))]
IGNORED = ("installs", "not run", "shown")
LANGUAGES = {"sh", "python", "text", "json", "yaml", "toml", "java", "javascript", "html", "dockerfile"}


@pytest.mark.parametrize("page", WITH_BLOCKS)
def test_a_page_is_read_and_done(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    with reading(folder, Path(sys.executable).parent) as reader:
        for block in blocks_of(page):
            if not block.mark.startswith(IGNORED):
                reader.take(block)


@pytest.mark.parametrize("page", READ_HERE)
def test_each_block_is_of_a_kind_that_is_held_to_something(page: str) -> None:
    previous: Block | None = None
    for block in blocks_of(page):
        assert not block.mark or block.mark.startswith(MARKS), block
        if not block.mark.startswith(("not run: ", "shown: ")):
            is_output = block.language in OUTPUTS and previous is not None
            assert block.file or block.language in SCRIPTS or is_output or block.mark == "log", f"{block} is not run"
        previous = block


@pytest.mark.parametrize("page", sorted({"README.md", *pages()}))
def test_a_block_begins_at_the_margin_and_says_its_language(page: str) -> None:
    without_toctrees = re.sub(r"^```\{toctree\}\n.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    fences = re.findall(r"^\s*```.*$", without_toctrees, re.MULTILINE)
    assert len(fences) == 2 * len(list(blocks_of(page)))
    assert {block.language for block in blocks_of(page)} <= LANGUAGES


@pytest.mark.parametrize("block", [each for each in all_blocks() if "…" not in each.text], ids=str)
def test_a_block_is_well_formed(block: Block) -> None:
    match block.language:
        case "python":
            compile(block.text, str(block), "exec")
        case "json":
            for line in block.text.splitlines() if block.page != "docs/control.md" else [block.text]:
                json.loads(line)
        case "yaml":
            list(yaml.safe_load_all(block.text))
        case "toml":
            tomllib.loads(block.text)
        case _:
            assert block.text.strip()


def test_who_holds_the_other_pages_is_there() -> None:
    for page, tests in HELD_ELSEWHERE.items():
        if (ROOT / page).exists():
            assert (ROOT / tests).exists(), page


@pytest.mark.parametrize(
    ("shown", "printed", "matches"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a … c\n", "a 1.0 c\n", True),
        ("a … c\n", "a\nc\n", False),
        ("(a)\n…\n", "(a)\nb\n", True),
    ],
)
def test_three_dots_stand_for_what_differs(shown: str, printed: str, *, matches: bool) -> None:
    assert bool(re.fullmatch(pattern_of(shown), printed)) is matches
