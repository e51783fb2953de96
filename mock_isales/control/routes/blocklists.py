"""The blocklist of a VDN: shown, replaced, added to and taken from."""

from collections.abc import Callable

from fastapi import Response

from mock_isales.control.bodies import form_of
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.blocklists import Blocklist, Numbers, NumbersQuery
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import bad_request
from mock_isales.engine.stores.administration import Administration

_TAG = "blocklist"
_PATH = "/worlds/{world}/blocklist/{vdn}"
_NUMBERS = {"Two numbers": {"numbers": ["13900000000", "13900000001"]}}


async def blocklist_shown(call: Call) -> Response:
    """Show the blocklist."""
    vdn = call.vdn()
    numbers = await call.administer(lambda kept: kept.blocklist(vdn))
    return answer(Blocklist(vdn=vdn, numbers=numbers))


async def blocklist_put(call: Call) -> Response:
    """Replace the blocklist."""
    said = set((await call.said(Numbers)).numbers)
    return await _changed(call, lambda _: said)


async def numbers_added(call: Call) -> Response:
    """Add numbers to the blocklist."""
    said = set((await call.said(Numbers)).numbers)
    return await _changed(call, lambda before: before | said)


async def numbers_removed(call: Call) -> Response:
    """Take numbers from the blocklist: those that the body or the query names, or all."""
    asked, body = call.asked(NumbersQuery).number, await call.body()
    if not body.strip():
        return await _changed(call, (lambda before: before - set(asked)) if asked else lambda _: set())
    if asked:
        raise bad_request([BadPlace(place="number", reason="the body names numbers too", hint="use one of the two")])
    said = set(form_of(body, Numbers).numbers)
    return await _changed(call, lambda before: before - said)


async def _changed(call: Call, change: Callable[[set[str]], set[str]]) -> Response:
    vdn = call.vdn()

    def step(kept: Administration) -> list[str]:
        kept.put_blocklist(vdn, change(set(kept.blocklist(vdn))))
        return kept.blocklist(vdn)

    return answer(Blocklist(vdn=vdn, numbers=await call.administer(step)))


OPERATIONS = (
    Operation(
        method="GET",
        path=_PATH,
        name="get_blocklist",
        tag=_TAG,
        summary="Look at a blocklist",
        description="The called numbers that must not be added to campaigns of the VDN, ascending.",
        does=blocklist_shown,
        answers={200: Blocklist},
    ),
    Operation(
        method="PUT",
        path=_PATH,
        name="put_blocklist",
        tag=_TAG,
        summary="Replace a blocklist",
        description="By these numbers; a number that stands twice counts once.",
        does=blocklist_put,
        answers={200: Blocklist},
        body=Numbers,
        examples=_NUMBERS,
    ),
    Operation(
        method="POST",
        path=_PATH,
        name="add_to_blocklist",
        tag=_TAG,
        summary="Add numbers to a blocklist",
        description="Those that are on it already stay.",
        does=numbers_added,
        answers={200: Blocklist},
        body=Numbers,
        examples=_NUMBERS,
    ),
    Operation(
        method="DELETE",
        path=_PATH,
        name="remove_from_blocklist",
        tag=_TAG,
        summary="Take numbers from a blocklist",
        description="Those that the body names, or those that the parameter `number` names, or else all of them.",
        does=numbers_removed,
        answers={200: Blocklist},
        body=Numbers,
        body_needed=False,
        query=NumbersQuery,
        examples={"One number": {"numbers": ["13900000000"]}},
    ),
)
