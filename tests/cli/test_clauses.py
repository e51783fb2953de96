"""`mock-isales clauses`."""

import httpx

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.testing import World
from tests.cli.control import Shell


def test_the_clauses_are_listed_in_the_order_of_the_checks(shell: Shell) -> None:
    lines = shell.run("clauses").splitlines()
    assert [line.split()[0] for line in lines] == list(CLAUSES)


def test_those_that_were_met_are_counted(shell: Shell, world: World) -> None:
    world.journal.clear()
    assert shell.run("clauses", "--met", "--world", world.name) == ""


def test_a_call_counts_for_the_clause_that_refused_it(shell: Shell, world: World, server: str) -> None:
    path = f"{server}/w/{world.name}/rest/isales/v2/openapi/campaigns/1/calldata/9"
    record = {"callDataList": [{"called": [{"calledNo": "1"}]}]}
    assert httpx.post(path, json=record, headers={"Authorization": "any"}).json()["resultCode"] == "0200007"
    (line,) = shell.run("clauses", "--met", "--language", "zh", "--world", world.name).splitlines()
    clause, code, standing, count, *sentence = line.split()
    assert (clause, code, standing, count) == ("ON-CAMPAIGN", "0200007", "documented", "1")
    assert sentence == [CLAUSES["ON-CAMPAIGN"].sentence.chinese]
