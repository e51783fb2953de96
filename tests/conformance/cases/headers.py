"""Content-Type and locale."""

from tests.conformance.build import valid
from tests.conformance.case import Case, passing, refusing, replaced, with_locale, without
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.sentences import PARAMETER_ERROR, Language

SAME_MEANING = (
    "application/json; charset=UTF-8",
    "application/json;charset=UTF-8",
    "application/json; charset=utf-8",
    "Application/JSON; Charset=Utf-8",
    "application/json ;  charset=UTF-8",
    'application/json; charset="UTF-8"',
    "application/json",
)
OTHER_MEANING = (
    "text/plain",
    "text/json; charset=UTF-8",
    "application/jsonp; charset=UTF-8",
    "application/problem+json",
    "application/x-www-form-urlencoded",
    "application/json; charset=ISO-8859-1",
    "application/json; charset=UTF-16",
    "application/json; charset=UTF-80",
    "json",
    "",
)

LOCALES: tuple[tuple[str, Language], ...] = (
    ("zh_CN", "zh"),
    ("zh-CN", "zh"),
    ("ZH_cn", "zh"),
    ("zh", "zh"),
    ("en_US", "en"),
    ("en-US", "en"),
    ("EN_us", "en"),
    ("en-us", "en"),
    ("en", "en"),
    ("EN", "en"),
    ("fr_FR", "zh"),
    ("english", "zh"),
    ("en_", "zh"),
    ("_", "zh"),
    ("", "zh"),
)


def content_types(to: Interface) -> tuple[Case, ...]:
    clause = to.clause("CONTENT-TYPE")
    return (
        *(passing(clause, value, valid(to), headers=replaced("Content-Type", value)) for value in SAME_MEANING),
        *(
            refusing(
                clause,
                value or "empty",
                PARAMETER_ERROR,
                valid(to),
                headers=replaced("Content-Type", value),
                detail="Content-Type",
            )
            for value in OTHER_MEANING
        ),
        refusing(clause, "absent", PARAMETER_ERROR, valid(to), headers=without("Content-Type"), detail="Content-Type"),
    )


def locales(to: Interface) -> tuple[Case, ...]:
    """The language shows in a refusal; a success has its sample's text whatever the language."""
    clause = to.clause("LOCALE")
    return (
        *(
            passing(clause, value or "empty", b"", headers=with_locale(value), code="02000001", language=language)
            for value, language in LOCALES
        ),
        passing(clause, "absent", b"", code="02000001", language="zh"),
        *(
            passing(clause, f"success in {value}", valid(to), headers=with_locale(value), language="en")
            for value in ("zh_CN", "en_US")
        ),
    )


CASES = tuple(case for to in BOTH for case in (*content_types(to), *locales(to)))
