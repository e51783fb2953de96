"""Blocklists as they are shown and changed."""

from pydantic import Field

from mock_isales.engine.forms import Form
from mock_isales.engine.seeds import CalledNumberText


class Numbers(Form):
    """Called numbers."""

    numbers: list[CalledNumberText] = Field(title="The called numbers, each a String; one may stand twice.")


class NumbersQuery(Form):
    """Called numbers in an address."""

    number: list[CalledNumberText] = Field([], title="A called number; may be given many times.")


class Blocklist(Form):
    """The blocklist of a VDN."""

    vdn: int = Field(title="The VDN.")
    numbers: list[str] = Field(title="The called numbers that must not be added, ascending.")
