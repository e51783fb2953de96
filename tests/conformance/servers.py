"""The servers under test: started by the suite, one per store and offer, or the one that --base-url names."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, TextIO

import httpx
import yaml

from tests.conformance.campaigns import Campaigns, Kind
from tests.conformance.case import AUTHORIZATION
from tests.conformance.offers import DEFAULT, Offer

SEED = Path(__file__).with_name("seed.yaml")
Seed = dict[str, Any]  # Any: as YAML gives it

FEW, MORE = 60, 250  # campaigns of a kind, and of the plain kind
START_SECONDS = 60
STOP_SECONDS = 20
KEPT = 3  # servers of a non-default offer alive at a time, per worker


@dataclass(frozen=True)
class Double:
    """A server to talk to; `client` is the worker's one client, `url` may end in a path.

    `signing` signs calls in the place of the usual Authorization, where the server asks for signatures.
    """

    client: httpx.Client
    url: httpx.URL
    campaigns: Campaigns
    signing: Callable[[httpx.Request], httpx.Request] | None = None

    def request(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str],
        content: bytes | Iterable[bytes],
        signing: Callable[[httpx.Request], httpx.Request] | None = None,
    ) -> httpx.Response:
        url = f"{str(self.url).rstrip('/')}{path}"
        if signing is None and headers.get("Authorization") == AUTHORIZATION:
            signing = self.signing
        return self.client.request(method, url, headers=headers, content=content, auth=signing)


@dataclass(frozen=True)
class Process:
    process: subprocess.Popen[bytes]
    log: TextIO
    port: int

    def stop(self) -> None:
        self.process.terminate()
        try:
            status = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.log.close()
        assert status == 0, f"the server ended with {status}: {Path(self.log.name).read_text()}"


def start(folder: Path, store: str, offer: Offer, seed: Path) -> Process:
    folder.mkdir()
    port_file = folder / "port"
    command = [sys.executable, "-m", "mock_isales", "serve", "--host", "127.0.0.1", "--port", "0"]
    command += ["--port-file", str(port_file), "--seed", str(seed), *offer.arguments()]
    if store == "sqlite":
        command += ["--store", f"sqlite:///{folder / 'double.db'}"]
    log = (folder / "log").open("w")
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    await_port_file(process, port_file, log)
    return Process(process, log, int(port_file.read_text()))


def await_port_file(process: subprocess.Popen[bytes], port_file: Path, log: TextIO) -> None:
    end = monotonic() + START_SECONDS
    while not port_file.exists():
        try:
            status = process.wait(0.01)  # notices a server that dies at once, and does not spin
        except subprocess.TimeoutExpired:
            if monotonic() > end:
                process.kill()
                process.wait()
                log.close()
                raise
        else:
            log.close()
            raise RuntimeError(f"the server ended with {status} at its start: {Path(log.name).read_text()}")


@dataclass
class Servers:
    """Starts a server when it is first asked for and keeps it: the default ones to the end, the others for a while."""

    folder: Path
    client: httpx.Client
    _kept: dict[tuple[str, Offer], tuple[Process, Double]] = field(default_factory=dict)
    _leaving: list[Process] = field(default_factory=list)  # told to end, and not waited for yet
    _started: int = 0

    def double(self, store: str, offer: Offer) -> Double:
        key = (store, offer)
        if key not in self._kept:
            self._forget_the_oldest()
            self._kept[key] = self._start(store, offer)
        return self._kept[key][1]

    def stop(self) -> None:
        for process in (*self._leaving, *(process for process, _ in self._kept.values())):
            process.stop()

    def _start(self, store: str, offer: Offer) -> tuple[Process, Double]:
        self._started += 1
        process = start(self.folder / str(self._started), store, offer, self._seed(offer))
        url = httpx.URL(f"http://127.0.0.1:{process.port}")
        return process, Double(self.client, url, Campaigns())

    def _seed(self, offer: Offer) -> Path:
        """The seed as committed for the default offer; for the others a part of it, as JSON, which is read at once."""
        if offer == DEFAULT:
            return SEED
        part = self.folder / "seed.json"
        if not part.exists():
            part.write_text(json.dumps(shortened(yaml.safe_load(SEED.read_text(encoding="utf-8")))))
        return part

    def _forget_the_oldest(self) -> None:
        others = [key for key in self._kept if key[1] != DEFAULT]
        if len(others) >= KEPT:
            process, _ = self._kept.pop(others[0])
            process.process.terminate()
            self._leaving.append(process)


def shortened(seed: Seed) -> Seed:
    """The seed with the first of each kind of campaign: all that the few cases of one offer take."""
    kept = {campaign for kind in Kind for campaign in range(kind.value.first, kind.value.first + FEW)}
    kept |= set(range(Kind.PLAIN.value.first, Kind.PLAIN.value.first + MORE))
    for vdn in seed["vdns"]:
        vdn["campaigns"] = [campaign for campaign in vdn["campaigns"] if campaign["id"] in kept]
    return seed
