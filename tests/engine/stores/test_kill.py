"""A server that is killed in the middle of its work has stored what it answered, whole and once."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import SimpleQueue

import httpx
import pytest

from mock_isales.engine.stores.protocol import StoredRecord
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import Centre, record, seed_of
from tests.served import READY

SOAK = 20 if os.environ.get("SOAK") == "full" else 3
RUNS = [0, *(pytest.param(run, marks=pytest.mark.soak) for run in range(1, SOAK + 1))]
SEED = '{"settings": {"pace_interval": 0, "unknown_campaigns": "create"}}'
PATH = "/rest/isales/v2/openapi/campaigns/1/calldata/{}"
CAMPAIGNS = range(1, 5)  # one for each thread
RECORDS = 3  # of a call
PATIENCE = 60

Answered = tuple[int, str, int]
"""A campaign, a called number, its data id."""


@dataclass(frozen=True)
class Server:
    address: str
    kill: Callable[[], None]


@contextmanager
def serving(folder: Path, url: str) -> Iterator[Server]:
    """A real server on the database; killed at the end, if it has not been before."""
    seed = folder / "seed.json"
    seed.write_text(SEED)
    command = [sys.executable, "-m", "mock_isales", "serve", "--port", "0", "--port-file", str(folder / "port")]
    command += ["--store", url, "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith(READY), line
            yield Server(line.removeprefix(READY).strip(), process.kill)
        finally:
            process.kill()


def call(client: httpx.Client, campaign: int, batch: int) -> list[Answered]:
    """One call, whose records no other call sends."""
    records = [record(f"{campaign}*{batch}*{index}") for index in range(RECORDS)]
    body = {"batchId": f"{campaign}-{batch}", "callDataList": records}
    answer = client.post(PATH.format(campaign), json=body, headers={"Authorization": "Bearer test"}).json()
    assert answer["returnCode"] == "0200000", answer
    return [(campaign, entry["called"], int(entry["dataId"])) for entry in answer["returnObject"]["dataIdList"]]


def answered_until_killed(server: Server, calls: int) -> list[Answered]:
    """Load a server from several threads, and kill it as soon as so many calls are answered."""
    answers: SimpleQueue[list[Answered]] = SimpleQueue()

    def load(campaign: int) -> None:
        with httpx.Client(base_url=server.address, timeout=PATIENCE) as client:
            for batch in count():
                try:
                    answers.put(call(client, campaign, batch))
                except httpx.TransportError:
                    return

    with ThreadPoolExecutor(len(CAMPAIGNS)) as threads:
        loads = [threads.submit(load, campaign) for campaign in CAMPAIGNS]
        try:
            answered = [answers.get(timeout=PATIENCE) for _ in range(calls)]
        finally:
            server.kill()
    for each in loads:
        each.result()
    answered += [answers.get() for _ in range(answers.qsize())]
    return [entry for answer in answered for entry in answer]


def stored_in(url: str) -> dict[int, list[StoredRecord]]:
    """The records of each campaign, as the database has them."""
    store = SqlStore(url)
    try:
        centre = Centre.opened(store, seed_of())
        return {campaign: centre.records(campaign) for campaign in CAMPAIGNS if centre.campaign(campaign)}
    finally:
        store.close()


@pytest.mark.parametrize("run", RUNS)
def test_what_was_answered_is_stored_once_and_the_next_server_goes_on(tmp_path: Path, url: str, run: int) -> None:
    with serving(tmp_path, url) as server:
        answered = answered_until_killed(server, 40 + 7 * run)
    stored = stored_in(url)

    ids = Counter(
        (campaign, each.record.called[0].called_no, each.data_ids[0])
        for campaign, records in stored.items()
        for each in records
    )
    assert {entry: ids[entry] for entry in answered} == dict.fromkeys(answered, 1)
    assert len({data_id for _, _, data_id in ids}) == ids.total()
    batches = Counter(each.batch_id for records in stored.values() for each in records)
    assert set(batches.values()) == {RECORDS}
    assert ids.total() - len(answered) <= len(CAMPAIGNS) * RECORDS

    with serving(tmp_path, url) as server, httpx.Client(base_url=server.address, timeout=PATIENCE) as client:
        later = [data_id for campaign in CAMPAIGNS for _, _, data_id in call(client, campaign, 10**6)]
    assert later == sorted(set(later))
    assert later[0] > max(data_id for _, _, data_id in ids)
