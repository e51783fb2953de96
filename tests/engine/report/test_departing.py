"""What calls do otherwise than documented, without being refused for it."""

from mock_isales.engine.journal.entries import Entry, masked_head
from tests.engine.report.clients import BLOCKLIST, CN, Client

BARE = masked_head([(b"content-type", b"application/json")])
NUMBERS = {"callerNo": [{"accessCode": "1", "priority": 1}]}


def test_a_missing_charset_is_one_finding_an_operation() -> None:
    client = Client().add("1", head=BARE).wait(1).add("2", answer=BLOCKLIST, head=BARE)
    client.send(NUMBERS, operation=CN, head=BARE)
    on, cn = client.report().findings
    assert (on.kind, on.severity, on.place, on.calls.first) == ("missing_charset", "warning", "Content-Type", [1, 2])
    assert on.text == "2 calls of add_outbound_numbers had a Content-Type without its charset."
    assert (on.clauses, cn.clauses, cn.calls.first) == (["ON-CONTENT-TYPE"], ["CN-CONTENT-TYPE"], [3])
    assert on.asked == "Content-Type is fixed at application/json; charset=UTF-8."


def test_an_address_that_is_not_documented_asks_for_nothing() -> None:
    assert Client().send({"x": 1}, operation=None, head=BARE, vdn=None, campaign=None).found() == {}


def test_an_unknown_field_is_told_with_the_nearest_name_wherever_in_a_list_it_stands() -> None:
    one = {"called": [{"calledNo": "1"}, {"calledno": "2"}], "zzz": 1}
    client = Client().send({"callDataList": [one, {"called": [{"calledno": "3"}]}]}).wait(1)
    slip, other = client.send({"callDataList": [{"called": [{"calledno": "4"}]}]}).report().findings
    assert (slip.kind, slip.severity, slip.place) == ("unknown_field", "warning", "callDataList[].called[].calledno")
    assert slip.text == (
        "2 calls of add_outbound_numbers had the unknown field callDataList[].called[].calledno: did you mean calledNo?"
    )
    assert (slip.calls.total, slip.calls.first, slip.clauses) == (2, [1, 2], [])
    assert slip.asked == "The document has no such field: it is ignored."
    assert (other.severity, other.place, other.calls.first) == ("note", "callDataList[].zzz", [1])
    assert other.text == "1 call of add_outbound_numbers had the unknown field callDataList[].zzz."


def test_a_name_cannot_steer_a_terminal() -> None:
    finding = Client().send({"\x1b[2J" + "n" * 90: 1}).only()
    assert finding.place == "\\x1b[2J" + "n" * 76 + "…"
    assert finding.text.isprintable()


def test_no_name_is_looked_for_among_the_documented_ones_without_end() -> None:
    client = Client()
    for number in range(3):
        client.send({f"batch{number}{index}": 1 for index in range(60)}).wait(1)
    report = client.report()
    assert (len(report.findings), report.left_out) == (50, 130)
    assert {each.severity for each in report.findings} == {"warning"}


def test_a_body_that_is_too_large_is_not_looked_into() -> None:
    entry: Entry = Client().send({"zzz": "x" * 100_000}).entries[0]
    client = Client()
    client.entries.append(entry)
    assert (client.report().findings, client.report().unread) == ([], 1)
