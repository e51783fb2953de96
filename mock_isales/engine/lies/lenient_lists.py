"""Lists that do not look at one of their clauses: what departs from it counts as an entry that is plainly valid."""

import json
from dataclasses import dataclass, fields, replace
from typing import Any

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.fields import List, Shape
from mock_isales.contract.json_text import JsonValue, parse
from mock_isales.contract.service import Terms


def lenient_list(field: List, clause: Clause) -> List:
    """A list that does not look at one of its clauses; those of its entries' fields are theirs."""
    if clause == field.count_clause:
        return replace(field, maximum=None)
    told: dict[str, Any] = {each.name: getattr(field, each.name) for each in fields(field)}
    return _LenientList(**told, skipped=clause)


def plain_entry(shape: Shape) -> dict[str, JsonValue]:
    """An entry that is plainly valid: its mandatory fields, as the document's example has them."""
    plain: dict[str, JsonValue] = parse(json.dumps(_examples(shape)))
    return plain


@dataclass(frozen=True, kw_only=True)
class _LenientList(List):
    skipped: Clause

    def own_refusal(self, value: JsonValue, place: str, terms: Terms) -> Refusal | None:
        return super().own_refusal(self._taken(value), place, terms)

    def entries_refusal(self, value: list[JsonValue], place: str, terms: Terms) -> Refusal | None:
        return super().entries_refusal(self._taken(value), place, terms)

    def convert(self, value: JsonValue) -> object:
        return super().convert(self._taken(value))

    def _taken(self, value: JsonValue) -> Any:  # noqa: ANN401 - of whatever was sent
        """What the other clauses are asked of."""
        plain = plain_entry(self.shape)
        match self.skipped:
            case self.mandatory_clause if value is None or value == []:
                return [plain]
            case self.type_clause if value is not None and not isinstance(value, list):
                return [value if isinstance(value, dict) else plain]
            case self.entry_mandatory_clause if isinstance(value, list):
                return [plain if entry is None else entry for entry in value]
            case self.entry_type_clause if isinstance(value, list):
                return [entry if entry is None or isinstance(entry, dict) else plain for entry in value]
        return value


def _examples(shape: Shape) -> dict[str, object]:
    return {
        field.name: [_examples(field.shape)] if isinstance(field, List) else field.example
        for field in shape.fields
        if field.mandatory
    }
