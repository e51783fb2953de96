"""The suite about itself, without a server: nothing of the documents is left out, and nothing is shown by half."""

from collections import Counter
from itertools import pairwise

import pytest
import yaml

from tests.conformance.c2 import AccessKey
from tests.conformance.campaigns import Kind
from tests.conformance.catalogue import CASES, covered
from tests.conformance.documented import Sentence
from tests.conformance.documents import SENTENCES
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.offers import DEFAULT
from tests.conformance.sentences import CHINESE, ENGLISH, SUCCESS
from tests.conformance.servers import SEED
from tests.conformance.signing import EVERY_VDN, OTHER_VDN_ALONE

NOT_FROM_OUTSIDE = {"CN-STORING", "ON-STORING"}  # the database would have to fail
# what no sentence stands for: `contract.md` infers it
INFERRED = {"CN-BODY-SIZE", "ON-BODY-SIZE"}
NEVER_REFUSE = {
    "CN-LOCALE",
    "CN-ANSWER",
    "ON-LOCALE",
    "ON-ANSWER",
    "ON-TOTAL-SIZE",
    "ON-DATA-ID-LIST",
    "ON-DATA-ID",
}


def test_no_two_cases_have_one_name() -> None:
    assert [name for name, count in Counter(case.id for case in CASES).items() if count > 1] == []


def test_every_clause_has_a_case_that_passes_and_one_that_does_not() -> None:
    clauses = {clause for clause, _ in covered()}
    assert {clause for clause in clauses if (clause, True) not in covered()} == set()
    assert {clause for clause in clauses if (clause, False) not in covered()} == NEVER_REFUSE


def test_every_sentence_is_stood_for_or_says_nothing() -> None:
    assert all(bool(sentence.clauses) is not bool(sentence.untestable) for sentence in SENTENCES)


def test_sentences_and_cases_know_the_same_clauses() -> None:
    stood_for = {clause for sentence in SENTENCES for clause in sentence.clauses}
    assert stood_for | INFERRED == {clause for clause, _ in covered()} | NOT_FROM_OUTSIDE


@pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name)
def test_the_error_tables_are_the_documents(to: Interface) -> None:
    assert {sentence.words for sentence in error_rows(to)} == to.codes


@pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name)
def test_each_error_row_names_the_clauses_whose_cases_get_its_code(to: Interface) -> None:
    shown: dict[str, set[str]] = {code: set() for code in to.codes}
    for case in CASES:
        if case.to == to and not case.passes and case.status == 200 and not case.detail_of:
            shown[case.code].add(case.clause)
    assert shown == {row.words: set(row.clauses) - NOT_FROM_OUTSIDE for row in error_rows(to)}


def error_rows(to: Interface) -> list[Sentence]:
    return [sentence for sentence in SENTENCES if (sentence.document, sentence.section) == (to.name, "Error Codes")]


def test_a_case_that_is_refused_is_not_called_a_success() -> None:
    assert [case.id for case in CASES if not case.passes and case.status == 200 and case.code == SUCCESS] == []


def test_both_languages_have_every_sentence() -> None:
    assert list(ENGLISH) == list(CHINESE)


def test_campaigns_of_two_kinds_are_never_the_same() -> None:
    ranges = sorted((kind.value.first, kind.value.last) for kind in Kind)
    assert all(last < first for (_, last), (first, _) in pairwise(ranges))


def test_the_seed_has_the_campaigns_of_every_kind() -> None:
    seeded = {
        (vdn["id"], campaign["id"])
        for vdn in yaml.safe_load(SEED.read_text(encoding="utf-8"))["vdns"]
        for campaign in vdn["campaigns"]
    }
    ranges = [kind.value for kind in Kind]
    assert seeded == {(where.vdn, campaign) for where in ranges for campaign in range(where.first, where.last + 1)}


def test_the_seed_has_the_access_keys_that_sign() -> None:
    seeded = {
        AccessKey(key["ak"], key["sk"]) for key in yaml.safe_load(SEED.read_text(encoding="utf-8"))["access_keys"]
    }
    assert seeded == {EVERY_VDN, OTHER_VDN_ALONE}


def test_a_signature_is_shown_both_ways_by_a_server_that_verifies_it() -> None:
    verifying = {(case.clause, case.passes) for case in CASES if case.offer.auth == "c2"}
    wanted = {(to.clause("SIGNATURE"), passes) for to in BOTH for passes in (True, False)}
    assert wanted - verifying == set()


def test_every_language_is_tried_on_the_default_server() -> None:
    assert {language for case in CASES if case.offer == DEFAULT for language in case.languages} == {"zh", "en"}
