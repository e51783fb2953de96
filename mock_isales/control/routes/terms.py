"""Settings and readings of a world: shown, and changed."""

from typing import Literal

from fastapi import Response

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.terms import ReadingsChange, SettingsChange
from mock_isales.control.operations import Operation
from mock_isales.engine.changes import change
from mock_isales.engine.forms import Form

_TAG = "settings and readings"
_CHANGES = "What is left out stays as it is; null takes back what was said since the world began."


async def settings_shown(call: Call) -> Response:
    """Show the settings."""
    return answer((await call.world()).terms.service)


async def readings_shown(call: Call) -> Response:
    """Show the readings."""
    return answer((await call.world()).terms.readings)


async def settings_changed(call: Call) -> Response:
    """Change settings."""
    await _change(call, "settings", await call.said(SettingsChange))
    return await settings_shown(call)


async def readings_changed(call: Call) -> Response:
    """Change readings."""
    await _change(call, "readings", await call.said(ReadingsChange))
    return await readings_shown(call)


async def _change(call: Call, part: Literal["settings", "readings"], said: Form) -> None:
    world = await call.world()
    await change(world, call.double.worlds.terms_of, part, said.model_dump(exclude_unset=True))


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/settings",
        name="get_settings",
        tag=_TAG,
        summary="Look at the settings",
        description="The configuration of the imitated server in this world, as it is in force.",
        does=settings_shown,
        answers={200: ServiceSettings},
    ),
    Operation(
        method="PATCH",
        path="/worlds/{world}/settings",
        name="change_settings",
        tag=_TAG,
        summary="Change settings",
        description=_CHANGES,
        does=settings_changed,
        answers={200: ServiceSettings},
        body=SettingsChange,
        examples={"No pace": {"pace_interval": 0}, "The cap as it was": {"incomplete_max": None}},
    ),
    Operation(
        method="GET",
        path="/worlds/{world}/readings",
        name="get_readings",
        tag=_TAG,
        summary="Look at the readings",
        description="How the documents are read in this world, where they can be read in two ways.",
        does=readings_shown,
        answers={200: Readings},
    ),
    Operation(
        method="PATCH",
        path="/worlds/{world}/readings",
        name="change_readings",
        tag=_TAG,
        summary="Change readings",
        description=_CHANGES,
        does=readings_changed,
        answers={200: Readings},
        body=ReadingsChange,
        examples={"totalSize of the call": {"total_size": "accepted"}},
    ),
)
