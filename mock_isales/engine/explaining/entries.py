"""What of a list was looked at before an entry of it was refused."""

from collections.abc import Iterator
from typing import Any

from mock_isales.contract.fields import List
from mock_isales.contract.interface import Interface
from mock_isales.contract.nearest.places import parts_of, value_at
from mock_isales.contract.text import Text
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import entries as wording


def entries_told(subject: Subject, interface: Interface[Any]) -> list[Text]:
    """Which entries are fine, and what was not looked at; nothing for what is not within a list."""
    parts = parts_of(subject.place)
    if subject.clause is None or parts[:1] != [interface.entries.name]:
        return []
    is_rule = any(subject.clause in rule.clauses for rule in interface.rules)
    return list(_within(interface.entries, parts, 0, subject, is_rule=is_rule))


def _within(field: List, parts: list[str | int], depth: int, subject: Subject, *, is_rule: bool) -> Iterator[Text]:
    """Of a list whose name is the part at `depth`, and of those within its entry."""
    name, index = _place(parts[: depth + 1]), next(iter(parts[depth + 1 :]), None)
    if not isinstance(index, int):
        return
    listed = value_at(subject.body, name)
    count = len(listed) if isinstance(listed, list) else index + 1
    if index:
        yield wording.fine_for_rule(name, index) if is_rule else wording.fine(name, index)
    inner = parts[depth + 2 :]
    if inner:
        names = [each.name for each in field.shape.fields]
        later = names[names.index(str(inner[0])) + 1 :] if inner[0] in names else []
        nested = next((each for each in field.shape.fields if each.name == inner[0]), None)
        if isinstance(nested, List):
            yield from _within(nested, parts, depth + 2, subject, is_rule=is_rule)
        if later and not is_rule:
            yield wording.later_fields(name, index + 1, later)
    if count > index + 1:
        yield (wording.later_for_rule if is_rule else wording.later_entries)(name, index + 2, count)


def _place(parts: list[str | int]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")
