"""What the page says is complete in both languages, and nothing of it is left over."""

import re
from pathlib import Path

import pytest

from mock_isales.contract.text import Language
from mock_isales.ui.app import ASSETS
from mock_isales.ui.texts.catalogue import TEXTS, texts_of

TEMPLATES = ASSETS.parent / "templates"
CHINESE = re.compile("[\u4e00-\u9fff]")
PUT_IN = re.compile(r"\{(\w+)\}")
ASKED = re.compile(r"""\b(?:t|known)\(\s*["'`]([a-z0-9_.]+)""")
CHOSEN = re.compile(r'"((?:shell|calls|call|campaigns|knobs|contract)\.[a-z0-9_]+)"')
MADE = re.compile(r"""\b(?:t|known)\(\s*(?:`([a-z_.]+)\$\{|"([a-z_.]+)" ~ )""")


def sources() -> str:
    files = [*ASSETS.rglob("*.js"), *TEMPLATES.glob("*.html")]
    return "\n".join(path.read_text("utf-8") for path in files)


def asked_for() -> set[str]:
    """The texts that scripts and templates name, and the beginnings of those that they put together."""
    text = sources()
    begun = {one or other for one, other in MADE.findall(text)}
    named = {*ASKED.findall(text), *CHOSEN.findall(text)}
    return {name for name in TEXTS if name in named or any(name.startswith(beginning) for beginning in begun)}


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_there_in_both_languages(name: str) -> None:
    text = TEXTS[name]
    assert text.english.strip()
    assert CHINESE.search(text.chinese) or PUT_IN.search(text.chinese) or name == "shell.other_language"
    assert not CHINESE.search(text.english) or name == "shell.other_language"
    assert sorted(PUT_IN.findall(text.english)) == sorted(PUT_IN.findall(text.chinese))


def test_the_languages_are_asked_for_by_the_same_names() -> None:
    assert texts_of(Language.ENGLISH).keys() == texts_of(Language.CHINESE).keys() == TEXTS.keys()


def test_no_text_is_left_over() -> None:
    of_charts = {name for name in TEXTS if name.startswith("charts.")}  # they are drawn by the server
    assert sorted(TEXTS.keys() - asked_for() - of_charts) == []


def test_no_text_is_missing() -> None:
    named = {
        name
        for name in {*ASKED.findall(sources()), *CHOSEN.findall(sources())}
        if not name.endswith((".", "_", ".html"))
    }
    assert sorted(named - TEXTS.keys()) == []


@pytest.mark.parametrize("path", sorted(ASSETS.rglob("*.js")), ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_no_script_makes_markup_of_text(path: Path) -> None:
    forbidden = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"]
    text = path.read_text("utf-8")
    assert [each for each in forbidden if each in text] == []
    assert "http://" not in text.replace("http://127.0.0.1", "")
    assert "https://" not in text
