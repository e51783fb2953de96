"""Lies about `returnObject`, which tells what an ON call has added."""

from collections.abc import Callable, Iterator
from typing import Any

from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_numbers import ON_ANSWER, ON_DATA_ID, ON_DATA_ID_LIST, ON_TOTAL_SIZE
from mock_isales.contract.text import Text
from mock_isales.engine.decisions import Decision
from mock_isales.engine.lies.answers import Told, answered, missing_in, of_type
from mock_isales.engine.lies.lie import Envelope, Lie
from mock_isales.engine.steps import adds_records

Entries = list[dict[str, Any]]


def return_object_lies(interface: Interface[Any]) -> Iterator[Lie]:
    """Those about the answers of an interface that adds records."""
    if not adds_records(interface):
        return

    def dropped(_: Decision, content: Envelope) -> Envelope:
        return {name: value for name, value in content.items() if name != "returnObject"}

    yield answered(interface, ON_ANSWER, "drop", ("returnObject", missing_in("returnObject"), dropped))
    for kind, told in _about_total_size():
        yield answered(interface, ON_TOTAL_SIZE, kind, told)
    for kind, told in _about_the_list():
        yield answered(interface, ON_DATA_ID_LIST, kind, told)
    for kind, told in _about_data_ids():
        yield answered(interface, ON_DATA_ID, kind, told)


def _about_total_size() -> Iterator[tuple[str, Told]]:
    yield "drop", ("totalSize", missing_in("totalSize"), _total(lambda _size, _added: None))
    yield "type", ("totalSize", of_type("totalSize", "String", "String"), _total(lambda size, _added: str(size)))
    stale = Text("totalSize is that before the call.", "totalSize为本次调用之前的数值。")
    yield "stale", ("", stale, _total(lambda size, added: size - added))


def _about_the_list() -> Iterator[tuple[str, Told]]:
    yield "drop", ("dataIdList", missing_in("dataIdList"), _listed(lambda _: None))
    yield "drop", ("called", missing_in("called"), _each(lambda entry: {"dataId": entry["dataId"]}))
    order = Text("dataIdList is not in the order sent, but in the reverse.", "dataIdList的顺序与发送顺序相反。")
    yield "order", ("", order, _listed(lambda entries: entries[::-1]))
    short = Text("The last entry of dataIdList is missing.", "dataIdList缺少最后一个元素。")
    yield "short", ("", short, _listed(lambda entries: entries[:-1]))
    called = Text("called is that of the next record.", "called为下一条数据的被叫号码。")
    yield "called", ("", called, _listed(_calling_the_next))


def _about_data_ids() -> Iterator[tuple[str, Told]]:
    yield "drop", ("dataId", missing_in("dataId"), _each(lambda entry: {"called": entry["called"]}))
    number = of_type("dataId", "number", "数字")
    yield "type", ("dataId", number, _each(lambda entry: entry | {"dataId": int(entry["dataId"])}))
    repeated = Text("All records have the dataId of the first.", "所有数据的dataId均与第一条相同。")
    yield (
        "repeated",
        ("", repeated, _listed(lambda entries: [each | {"dataId": entries[0]["dataId"]} for each in entries])),
    )


def _calling_the_next(entries: Entries) -> Entries:
    others = [*entries[1:], *entries[:1]]
    return [entry | {"called": other["called"]} for entry, other in zip(entries, others, strict=True)]


def _total(change: Callable[[int, int], object]) -> Callable[[Decision, Envelope], Envelope]:
    """Change `totalSize`, given that and how many records were added; None drops it."""

    def answer(decision: Decision, content: Envelope) -> Envelope:
        returned = content.get("returnObject")
        if not returned:
            return content
        added = len(returned[decision.terms.readings.data_id_key])
        return content | {"returnObject": _with(returned, "totalSize", change(returned["totalSize"], added))}

    return answer


def _listed(change: Callable[[Entries], Entries | None]) -> Callable[[Decision, Envelope], Envelope]:
    """Change the list of data ids; None drops it."""

    def answer(decision: Decision, content: Envelope) -> Envelope:
        key, returned = decision.terms.readings.data_id_key, content.get("returnObject")
        return content | {"returnObject": _with(returned, key, change(returned[key]))} if returned else content

    return answer


def _each(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Decision, Envelope], Envelope]:
    """Change each entry of the list."""
    return _listed(lambda entries: [change(entry) for entry in entries])


def _with(returned: dict[str, Any], member: str, value: object) -> dict[str, Any]:
    changed = returned | {member: value}
    return {name: each for name, each in changed.items() if each is not None}
