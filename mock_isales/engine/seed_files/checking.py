"""Makes a seed of the values of a file, or finds everything that is wrong with them."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mock_isales.engine.seed_files.nodes import Mapping, Part, Scalar, Sequence, place_of, plain
from mock_isales.engine.seed_files.problems import Problem
from mock_isales.engine.seed_files.wording import keys_of, schema_at, suggestion
from mock_isales.engine.seed_files.wrong_values import wrong_value
from mock_isales.engine.seeds import Seed

Loc = tuple[Part, ...]


class _Spot(NamedTuple):
    """Where a value stands: the mapping or list that holds it, and its key or index there."""

    container: Mapping | Sequence
    part: Part


class Check:
    """Finds all problems of a seed file, in a few rounds.

    pydantic looks for what stands twice in a list only once each of its items is good. So what a round finds wrong is
    taken out before the next one, until the rest is a seed.

    Attributes:
        problems: What is wrong.
        seed: What is left without it: the seed of the file, if nothing is wrong.
    """

    def __init__(self, root: Mapping) -> None:
        self.problems: list[Problem] = []
        self._root = root
        self._told: set[tuple[int, Part]] = set()
        self.seed = self._seed()

    def _seed(self) -> Seed:
        while True:
            try:
                return Seed.model_validate(plain(self._root))
            except ValidationError as error:
                _take_out([spot for each in error.errors() for spot in self._tell(each)])

    def _tell(self, error: ErrorDetails) -> Collection[_Spot]:
        """Add what an error means to the problems, and return what to take out for it."""
        loc = error["loc"]
        match error["type"]:
            case "repeated":
                return self._tell_repeated(self._at(loc), **error["ctx"])
            case "missing":
                return self._tell_missing(loc)
            case "extra_forbidden":
                return self._tell_value(loc, self._unknown_key(loc))
            case _:
                return self._tell_value(loc, self._wrong_value(loc))

    def _tell_repeated(self, repeated: Sequence, what: str, key: str | None, **_: object) -> Collection[_Spot]:
        """One problem for each item that has stood in the list before."""
        first: dict[object, Scalar] = {}
        spots = []
        for index in range(len(repeated.items)):
            scalar: Scalar = self._below(repeated, (index, key) if key else (index,))
            before = first.setdefault(scalar.value, scalar)
            if before is not scalar:
                sentence = f"{what} {scalar.text} stands twice, first in line {before.line}"
                self.problems.append(Problem(scalar.line, scalar.place, sentence))
                spots.append(_Spot(repeated, index))
        return spots

    def _tell_missing(self, loc: Loc) -> Collection[_Spot]:
        """A mandatory key that is not there, unless its value was told and taken out in an earlier round."""
        mapping: Mapping = self._at(loc[:-1])
        if (id(mapping), loc[-1]) not in self._told:
            self.problems.append(Problem(mapping.line, mapping.place, f"{loc[-1]} is missing"))
        return [_Spot(self._at(loc[:-2]), loc[-2])]

    def _tell_value(self, loc: Loc, problem: Problem) -> Collection[_Spot]:
        spot = _Spot(self._at(loc[:-1]), loc[-1])
        self._told.add((id(spot.container), spot.part))
        self.problems.append(problem)
        return [spot]

    def _unknown_key(self, loc: Loc) -> Problem:
        mapping: Mapping = self._at(loc[:-1])
        key = str(loc[-1])
        hint = suggestion(key, keys_of(schema_at(Seed, loc[:-1])))
        return Problem(mapping.line_of(key), place_of(mapping.place, key), "unknown key", hint)

    def _wrong_value(self, loc: Loc) -> Problem:
        container: Mapping | Sequence = self._at(loc[:-1])
        return wrong_value(self._at(loc), schema_at(Seed, loc), line=container.line_of(loc[-1]))

    def _at(self, loc: Loc) -> Any:  # noqa: ANN401 - the kind of node that the error is about
        return self._below(self._root, loc)

    @staticmethod
    def _below(node: Any, loc: Loc) -> Any:  # noqa: ANN401
        for part in loc:
            node = node.child(part)
        return node


def _take_out(spots: Iterable[_Spot]) -> None:
    gone: dict[int, tuple[Mapping | Sequence, set[Part]]] = {}
    for container, part in spots:
        gone.setdefault(id(container), (container, set()))[1].add(part)
    for container, parts in gone.values():
        container.take_out(parts)
