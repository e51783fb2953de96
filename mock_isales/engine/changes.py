"""Changes to a world's settings and readings, while it runs."""

from collections.abc import Mapping
from typing import Literal, TypeVar

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.contents import Said
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.worlds import TermsOf, World

Value = str | float | bool | None
M = TypeVar("M", Readings, ServiceSettings)


async def change(
    world: World, terms_of: TermsOf, part: Literal["settings", "readings"], said: Mapping[str, Value]
) -> None:
    """Say something of a world's settings or readings, whole or not at all.

    Args:
        world: The world.
        terms_of: What its calls are judged under afterwards.
        part: Which of the two.
        said: The new values by name; None takes back what was said since the world began.

    Raises:
        ValidationError: A name or a value is not known; nothing has changed.
        StoreFailure: The database failed; nothing has changed.
    """

    def step(kept: Administration) -> Said:
        changes = kept.said().changes
        kept.put_changes(changes.model_copy(update={part: merged(getattr(changes, part), said)}))
        return kept.said()

    await world.put_said(step, terms_of)


def merged(part: M, said: Mapping[str, Value]) -> M:
    """Settings or readings after a change; None stands for what is to be unsaid.

    Raises:
        ValidationError: A name or a value is not known.
    """
    values = {**part.model_dump(exclude_unset=True), **said}
    unsaid = [name for name, value in values.items() if value is None and name in type(part).model_fields]
    return part.model_validate({name: value for name, value in values.items() if name not in unsaid})
