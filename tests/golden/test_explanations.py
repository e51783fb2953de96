"""The explanations of calls as text, word by word, in both languages.

`UPDATE_GOLDEN=1 python -m pytest tests/golden` writes the files anew; read what has changed before you commit it.
"""

import asyncio
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.app import create_app, double_of
from mock_isales.contract.catalogue import CLAUSES, INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.judging import Judge
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.settings import Settings
from mock_isales.testing.in_process_transport import InProcessTransport
from tests.golden import clause_samples, other_samples
from tests.golden.samples import NOW, ON, SEED, USUAL, Sample

FOLDER = Path(__file__).parent / "explanations"
LANGUAGES = ("en", "zh")
SAMPLES = (*clause_samples.SAMPLES, *other_samples.SAMPLES)
TERMS = Terms(Readings(), ServiceSettings())
UPDATES = os.environ.get("UPDATE_GOLDEN") == "1"


@contextmanager
def broken(store: Any, *, is_broken: bool) -> Iterator[None]:  # noqa: ANN401 - any store
    """What calls write to a store fails meanwhile."""

    async def fail(*_: object) -> None:
        raise StoreFailure("disk I/O error")

    if is_broken:
        store.call = fail
    yield
    if is_broken:
        del store.call


def put(body: Any, place: str, value: object) -> Any:  # noqa: ANN401 - JSON
    """A body with another value at a place."""
    *way, last = (int(part) if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", place))
    around = body
    for part in way:
        around = around[part]
    around[last] = value
    return body


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, FastAPI]]:
    made = {auth: create_app(Settings(auth=auth, max_body=65_536)) for auth in ("present", "c2")}
    file = tmp_path_factory.mktemp("store") / "double.db"
    made["stored"] = create_app(Settings(store=f"sqlite:///{file}", max_body=65_536))
    yield made
    for app in made.values():
        double_of(app).close()


async def explained(app: FastAPI, sample: Sample) -> dict[str, str]:
    """The explanations of the sample's call: as text by language, and as JSON."""
    transport = InProcessTransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        world = f"/_mock/worlds/{sample.name}"

        async def done(method: str, path: str, said: object) -> None:
            (await client.request(method, world + path, json=said)).raise_for_status()

        seed = {**SEED, "settings": {**sample.settings}, "readings": {**sample.readings}}
        await done("PUT", "", seed)
        await done("PUT", "/clock", {"mode": "frozen", "now": NOW})
        if sample.fault is not None:
            await done("POST", "/faults", sample.fault)
        in_world = {"X-Mock-World": sample.name}
        path = sample.path.replace("{vdn}", sample.vdn).replace("{campaign}", sample.campaign)
        for body in sample.before:
            await client.post(path, content=body, headers={**USUAL, **in_world})
            await done("POST", "/clock/advance", {"seconds": sample.pause})
        signed = {} if sample.signs is None else {"Authorization": sample.signs(path, sample.body)}
        headers = {**sample.headers, **in_world, **signed}
        with broken(double_of(app).store, is_broken=sample.fails):
            try:
                await client.request(sample.method, path, content=sample.body, headers=headers)
            except httpx.TransportError:
                assert sample.fault is not None
        entry = len(sample.before) + 1
        told = {}
        for name in (*LANGUAGES, "json"):
            query = "" if name == "json" else f"?language={name}&format=text"
            answer = await client.get(f"{world}/journal/{entry}/explanation{query}")
            assert answer.status_code == 200, answer.text
            told[name] = answer.text
        await done("DELETE", "", None)
        return told


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_an_explanation_is_what_it_was(servers: dict[str, FastAPI], sample: Sample) -> None:
    told = asyncio.run(explained(servers["c2" if sample.signs else "stored" if sample.fails else "present"], sample))
    for language in LANGUAGES:
        text = told[language]
        file = FOLDER / language / f"{sample.name}.txt"
        if UPDATES:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 40


@pytest.mark.parametrize("sample", clause_samples.SAMPLES, ids=lambda sample: sample.name)
def test_the_nearest_value_passes_in_its_place(servers: dict[str, FastAPI], sample: Sample) -> None:
    told = json.loads(asyncio.run(explained(servers["stored" if sample.fails else "present"], sample))["json"])
    clause, nearest = told["clause"], (told["advice"] or {}).get("value")
    if clause is None or clause["part"] != "body" or nearest is None:
        return
    body = nearest if not clause["field"] else put(json.loads(sample.body), clause["field"], nearest)
    judged = Judge(INTERFACES[sample.path == ON], TERMS).judge_body(json.dumps(body).encode())
    assert not isinstance(judged, Refusal) or (judged.clause.id, judged.field) != (clause["id"], clause["field"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_clause_that_can_refuse_has_its_file_and_none_is_left_over(language: str) -> None:
    files = {file.stem for file in (FOLDER / language).iterdir()}
    refusing = {clause.id for clause in CLAUSES.values() if clause.outcome is not None}
    assert refusing <= files
    assert files == {sample.name for sample in SAMPLES}


def test_no_two_samples_have_one_name() -> None:
    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES)
