"""Rules: small pure functions that need to know the campaign, each naming the clauses that it stands for."""

from collections.abc import Callable, Iterable
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
        refusal: The refusal of a request that departs from one of them.
        limit: The number that it judges, if it judges one; it has one clause then.
    """

    clauses: tuple[Clause, ...]
    refusal: Callable[[Request, Facts, Terms], Refusal | None]
    limit: Limit[Request, Facts] | None = None


def rule(
    *clauses: Clause, limit: Limit[Any, Any] | None = None
) -> Callable[[Callable[[Request, Facts, Terms], Refusal | None]], Rule[Request, Facts]]:
    """Make a function the rule of these clauses."""
    return lambda function: Rule(clauses, function, limit)


def first_refusal(
    rules: Iterable[Rule[Request, Facts]], request: Request, facts: Facts, terms: Terms
) -> Refusal | None:
    """The refusal by the first rule that a request departs from."""
    for each in rules:
        refusal = each.refusal(request, facts, terms)
        if refusal is not None:
            return refusal
    return None
