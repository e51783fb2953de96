"""Replicas are killed under load, at random: what was answered is there, once, and so is its entry in the journal."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event
from time import monotonic

import httpx
import pytest

from mock_isales.testing import Control, World
from tests.control.callers import CALL_DATA, body_of
from tests.team.slots import Slots, slots

SECONDS = 300 if os.environ.get("SOAK") == "full" else 20
SEED = 20261128
CALLERS = 4
CAMPAIGNS = (1, 2, 3)
PAGE = 1000
LARGE = str(256 * 1024 * 1024)
DOUBLE = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": each} for each in CAMPAIGNS]}]}


@dataclass
class Called:
    """What has become of the calls of a caller. Each adds a record of a number that no other call has."""

    answered: dict[str, tuple[str, int]] = field(default_factory=dict)  # its data id, and its entry in the journal
    refused: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    def take(self, number: str, answer: httpx.Response) -> None:
        told = answer.json()
        if told["resultCode"] == "0200000":
            (stored,) = told["returnObject"]["dataIdList"]
            self.answered[number] = stored["dataId"], int(answer.headers["x-mock-request"])
        else:
            assert told["resultCode"] == "0200006", told  # the database's error, and nothing else
            self.refused.add(number)


def load(team: Slots, caller: int, done: Event) -> Called:
    """Call replicas, one call after another, until it is done."""
    chance, called = Random(SEED + caller), Called()
    with httpx.Client(timeout=30, trust_env=False, limits=httpx.Limits(keepalive_expiry=2)) as client:
        for index in range(10**9):
            if done.is_set():
                break
            number = f"{caller}*{index}"
            url = f"{chance.choice(team.urls)}{CALL_DATA.format(campaign=chance.choice(CAMPAIGNS))}"
            try:
                answer = client.post(url, json=body_of(number), headers={"Authorization": "token"})
            except httpx.TransportError:
                called.unknown.add(number)
                continue
            called.take(number, answer)
    return called


def stir(team: Slots, done: Event) -> None:
    """Kill replicas and start others, until the time is over."""
    chance, end = Random(SEED), monotonic() + SECONDS
    try:
        while not done.wait(chance.uniform(0.1, 2)) and monotonic() < end:
            team.stir(chance)
    finally:
        done.set()


def under_load(team: Slots) -> list[Called]:
    """What has become of the calls of all callers."""
    done = Event()
    with ThreadPoolExecutor(CALLERS + 1) as threads:
        loads = [threads.submit(load, team, caller, done) for caller in range(CALLERS)]
        threads.submit(stir, team, done).result()
        return [each.result() for each in loads]


def stored(world: World) -> Iterator[tuple[str, str]]:
    """The number and the data id of each record."""
    for each in CAMPAIGNS:
        campaign = world.campaign(1, each)
        for offset in range(0, campaign.records(limit=0).total, PAGE):
            for record in campaign.records(offset=offset, limit=PAGE).records:
                yield record.called[0].called_no, record.data_ids[0]


def journal(world: World) -> Iterator[tuple[int, str]]:
    """The id of each call and the result code that it was answered."""
    for offset in range(0, world.journal.count(), PAGE):
        for entry in world.journal.entries(offset=offset, limit=PAGE).entries:
            yield entry.id, str(entry.result_code)


@pytest.mark.soak
def test_what_was_answered_is_there_once_whoever_was_killed(postgresql_url: str, tmp_path: Path) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps(DOUBLE))
    sizes = ("--journal-max", LARGE, "--journals-max", LARGE)
    with slots(tmp_path, 3, "--store", postgresql_url, "--seed", str(seed), "--log-level", "error", *sizes) as team:
        calls = under_load(team)
        team.kill(0)
        team.start(0)
        with Control(team.urls[0], timeout=120) as control:
            there = Counter(stored(control.world()))
            kept = list(journal(control.world()))

    answered = {number: each for called in calls for number, each in called.answered.items()}
    unknown = {number for called in calls for number in called.unknown}
    assert team.kills > SECONDS / 20
    assert len(answered) > SECONDS
    assert {(number, data_id): 1 for number, (data_id, _) in answered.items()}.items() <= there.items()
    numbers = Counter(number for number, _ in there.elements())
    assert set(numbers.values()) == {1}
    assert set(numbers) - set(answered) <= unknown
    assert len({data_id for _, data_id in there}) == there.total()
    assert [entry for entry, _ in kept] == sorted({entry for entry, _ in kept})
    accepted = {entry for entry, code in kept if code == "0200000"}
    assert {entry for _, entry in answered.values()} <= accepted
    assert len(accepted) == len(numbers)
    print(f"{len(answered)} answered, {len(unknown)} unknown, {team.kills} killed")  # noqa: T201 - shown by -s
