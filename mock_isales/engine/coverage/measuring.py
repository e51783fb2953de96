"""Measuring: how near a call comes to the limits of its campaign, found in the step that decides about it."""

from dataclasses import replace
from typing import Any

from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms
from mock_isales.engine.coverage.points import limits_of
from mock_isales.engine.decisions import Decision
from mock_isales.engine.first_use import facts
from mock_isales.engine.steps import Step
from mock_isales.engine.stores.protocol import Transaction


def measuring(interface: Interface[Any], step: Step) -> Step:
    """A step that first measures, and whose decision tells what."""
    limits = [(clause.id, limit.measured) for clause, limit in limits_of(interface)]

    def measured_step(served: Interface[Any], terms: Terms, request: object, campaign: Transaction) -> Decision:
        found = facts(terms, campaign)
        measured: list[tuple[str, int]] = []
        if found.campaign is not None:
            for clause, measure in limits:
                number = measure(request, found, terms)
                if number is not None:
                    measured.append((clause, number))
        return replace(step(served, terms, request, campaign), measured=tuple(measured))

    return measured_step
