"""Rules: small pure functions that need to know the campaign, each naming the clauses that it stands for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.limits import Limit
from mock_isales.contract.service import Terms

Request = TypeVar("Request")
Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Request, Facts]):
    """A rule of an interface about a request and the facts of its campaign.

    Attributes:
        clauses: What it stands for.
        refusal: Tells the first thing that it has against a request.
        every: Tells all of them, in their order; where it stands for one clause, the first says enough.
        limit: The number that it judges, if it judges one; it has one clause then.
        lifted: The settings under which it refuses nothing, where other rules rely on it; None: it can go.
    """

    clauses: tuple[Clause, ...]
    refusal: Callable[[Request, Facts, Terms], Refusal | None]
    every: Callable[[Request, Facts, Terms], Iterator[Refusal]] | None = None
    limit: Limit[Request, Facts] | None = None
    lifted: Mapping[str, Any] | None = None


def rule(
    *clauses: Clause,
    limit: Limit[Any, Any] | None = None,
    lifted: Mapping[str, Any] | None = None,
) -> Callable[[Callable[[Request, Facts, Terms], Refusal | None]], Rule[Request, Facts]]:
    """Make a function the rule of these clauses."""
    return lambda function: Rule(clauses, function, None, limit, lifted)


def rule_of_several(
    *clauses: Clause,
) -> Callable[[Callable[[Request, Facts, Terms], Iterator[Refusal]]], Rule[Request, Facts]]:
    """Make a function that tells all refusals, in their order, the rule of these clauses."""

    def decorate(function: Callable[[Request, Facts, Terms], Iterator[Refusal]]) -> Rule[Request, Facts]:
        return Rule(clauses, lambda request, facts, terms: next(function(request, facts, terms), None), function)

    return decorate


def first_refusal(
    rules: Iterable[Rule[Request, Facts]], request: Request, facts: Facts, terms: Terms
) -> Refusal | None:
    """The refusal by the first rule that a request departs from."""
    for each in rules:
        refusal = each.refusal(request, facts, terms)
        if refusal is not None:
            return refusal
    return None
