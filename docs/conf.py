"""How Sphinx builds these pages: `make docs`, and `make check` with warnings as errors. It needs no network."""

import re
from pathlib import Path

from sphinx.application import Sphinx

from mock_isales import __version__

FOLDER = Path(__file__).parent
LINK_OUT = re.compile(r"\[([^\]]+)\]\(((?:\.\./)+(?!\.\.)[^)#]*)\)")
"""A link to a file: the pages that the build has are left as they are, and the rest of the repository is named."""

project = "mock-isales"
version = release = __version__
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 4
root_doc = "index"
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"mock-isales {__version__}"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False


def setup(app: Sphinx) -> None:
    """Tell Sphinx what is done to each page before it is parsed."""
    app.connect("source-read", name_what_is_outside)


def name_what_is_outside(_: Sphinx, page: str, source: list[str]) -> None:
    """Turn links that lead out of this folder into the names of what they lead to: the build does not hold it."""
    folder = (FOLDER / page).parent

    def named(link: re.Match[str]) -> str:
        target = (folder / link[2]).resolve()
        if target.is_relative_to(FOLDER):
            return link[0]
        path = target.relative_to(FOLDER.parent).as_posix()
        text = link[1].strip("`")
        return f"`{path}`" if text.rstrip("/") == path else f"{text} (`{path}`)"

    source[0] = LINK_OUT.sub(named, source[0])
