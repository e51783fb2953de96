"""vdnId and campaignId, as they stand in the path. Section 3, step 3."""

from tests.conformance.build import valid
from tests.conformance.case import Case, passing, refusing
from tests.conformance.interfaces import BOTH, Interface

NO_INTEGERS = (
    "abc",
    "1.0",
    "1e3",
    "+1",
    "--1",
    "-",
    "0x1",
    "1_000",
    "null",
    "1%0A",
    "%201",
    "1%20",
    "1%00",
    "%D9%A1",  # ARABIC-INDIC DIGIT ONE
    "%EF%BC%91",  # FULLWIDTH DIGIT ONE
    "%C2%B2",  # SUPERSCRIPT TWO
    "%FF",  # no UTF-8
    "1%3Fx",
    "1;v=1",
    "{1}",
)
FOUR_THOUSAND_DIGITS = "9" * 4000


def vdn(to: Interface) -> tuple[Case, ...]:
    kind, span, unknown = to.clause("VDNID-TYPE"), to.clause("VDNID-RANGE"), "0200007"
    body = valid(to)
    return (
        passing(kind, "1", body, vdn="1"),
        passing(kind, "leading zeros", body, vdn="0001"),
        passing(kind, "percent-encoded", body, vdn="%31"),
        *(refusing(kind, value, "02000006", body, vdn=value) for value in NO_INTEGERS),
        passing(span, "1", body, vdn="1"),
        passing(span, "9999", body, vdn="9999", campaign="1", code=unknown),
        *(
            refusing(span, label, "02000007", body, vdn=value)
            for label, value in (
                ("0", "0"),
                ("minus zero", "-0"),
                ("-1", "-1"),
                ("10000", "10000"),
                ("4,000 digits", FOUR_THOUSAND_DIGITS),
                ("4,000 digits below zero", f"-{FOUR_THOUSAND_DIGITS}"),
            )
        ),
    )


def campaign(to: Interface) -> tuple[Case, ...]:
    kind, span, unknown = to.clause("CAMPAIGNID-TYPE"), to.clause("CAMPAIGNID-RANGE"), "0200007"
    body = valid(to)
    return (
        passing(kind, "digits", body),
        passing(kind, "leading zeros", body, path=to.path.replace("{c", "00{c")),
        *(refusing(kind, value, "02000006", body, campaign=value) for value in NO_INTEGERS),
        passing(span, "1", body, campaign="1", code=unknown),
        passing(span, "4,000 digits", body, campaign=FOUR_THOUSAND_DIGITS, code=unknown),
        *(refusing(span, value, "02000007", body, campaign=value) for value in ("0", "-0", "-1", f"-{2**63}")),
    )


CASES = tuple(case for to in BOTH for case in (*vdn(to), *campaign(to)))
