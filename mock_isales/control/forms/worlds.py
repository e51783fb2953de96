"""Worlds as they are shown and reset."""

from typing import Annotated

from pydantic import Field

from mock_isales.engine.forms import Form
from mock_isales.engine.resets import Part
from mock_isales.engine.views.clocks import ClockView

PartName = Annotated[Part, Field(strict=False)]


class JournalSizes(Form):
    """How full a journal is."""

    entries: int = Field(title="How many calls it keeps.")
    bytes: int = Field(title="The bytes that they take.")
    limit_bytes: int = Field(title="The bytes that they may take.")
    dropped: int = Field(title="How many calls it had no room for since it was last cleared.")


class WorldView(Form):
    """A world at a glance."""

    name: str = Field(title="What it is called.")
    own_seed: bool = Field(title="Whether it was made with a seed of its own, and not the server's.")
    clock: ClockView = Field(title="Its clock.")
    campaigns: int = Field(title="How many campaigns it has.")
    faults: int = Field(title="How many faults it has, those that have ended too.")
    journal: JournalSizes = Field(title="Its journal.")
    waiting: int = Field(title="How many wait for its calls or follow them; it does not end meanwhile.")
    idle_for: float = Field(title="For how many seconds of the host's clock nobody has used it.")


class WorldList(Form):
    """All worlds."""

    total: int = Field(title="How many there are.")
    limit: int = Field(title="How many there may be.")
    idle_seconds: float = Field(title="After how many idle seconds one ends; 0: never.")
    worlds: list[WorldView] = Field(title="The worlds, by name.")


class Reset(Form):
    """What is to go back to what the seed says."""

    only: list[PartName] = Field(
        list(Part), min_length=1, title="These parts alone; without it, all of the world, its clock too."
    )
