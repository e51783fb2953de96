"""All cases, and the clauses that they show; nothing here starts a server."""

from tests.conformance.case import Case
from tests.conformance.cases import (
    body,
    cn_fields,
    cn_rules,
    headers,
    on_answer,
    on_called,
    on_characters,
    on_fields,
    on_rules,
    on_state,
    order_fields,
    order_request,
    order_rules,
    path,
    readings_answer,
    readings_request,
    readings_rules,
    settings,
    signature_request,
    signature_token,
    transport,
)

CASES: tuple[Case, ...] = (
    *transport.CASES,
    *headers.CASES,
    *path.CASES,
    *body.CASES,
    *cn_fields.CASES,
    *cn_rules.CASES,
    *on_fields.CASES,
    *on_called.CASES,
    *on_characters.CASES,
    *on_state.CASES,
    *on_rules.CASES,
    *on_answer.CASES,
    *order_request.CASES,
    *order_fields.CASES,
    *order_rules.CASES,
    *readings_answer.CASES,
    *readings_request.CASES,
    *readings_rules.CASES,
    *settings.CASES,
    *signature_token.CASES,
    *signature_request.CASES,
)


def covered() -> set[tuple[str, bool]]:
    """(clause id, whether a case shows it letting something pass), for every case of the suite."""
    return {(case.clause, case.passes) for case in CASES}
