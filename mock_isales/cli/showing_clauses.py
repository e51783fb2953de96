"""`mock-isales clauses`."""

from collections import Counter

from mock_isales.cli.controlling import Server, controlled, say
from mock_isales.testing.operations.journal import Spoken


def show(server: Server, world: str, language: Spoken, *, only_met: bool) -> None:
    """Print the clauses, a line each, with how often each was met in a world."""
    with controlled(server) as control:
        counts = control.world(world).journal.counts().counts
        clauses = control.contract(language).clauses
    met: Counter[str] = Counter()
    for each in counts:
        if each.clause is not None and not each.fault:
            met[each.clause] += each.count
    width = max(len(clause.id) for clause in clauses)
    for clause in clauses:
        count = met[clause.id]
        if count or not only_met:
            outcome = clause.outcome or "-"
            say(f"{clause.id:{width}}  {outcome:8}  {clause.standing:10}  {count:6}  {clause.sentence}")
