"""`mock-isales check`."""

import json
from pathlib import Path

from mock_isales.cli.failing import told
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import read_seed
from mock_isales.engine.seed_files.schema import seed_schema
from mock_isales.engine.seeds import Seed


def check(path: Path) -> None:
    """Check a seed file, and say what is in it."""
    with told(SeedError):
        seed = read_seed(path)
    print(f"{path}: ok: {summary(seed)}")  # noqa: T201


def print_schema() -> None:
    """Print the JSON Schema of seed files."""
    print(json.dumps(seed_schema(), indent=2, ensure_ascii=False))  # noqa: T201


def summary(seed: Seed) -> str:
    """What a seed holds, in numbers."""
    campaigns = [campaign for vdn in seed.vdns for campaign in vdn.campaigns]
    counts = {
        "VDN": len(seed.vdns),
        "campaign": len(campaigns),
        "calling number": sum(len(campaign.calling_numbers) for campaign in campaigns),
        "pending record": sum(campaign.pending for campaign in campaigns),
        "provisioned number": sum(len(vdn.provisioned_numbers) for vdn in seed.vdns),
        "blocklisted number": sum(len(vdn.blocklist) for vdn in seed.vdns),
    }
    return ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for what, count in counts.items())
