"""The page about the seed file, written from the form that reads it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from markdown import code, plain, row, table

from mock_isales.engine.seed_files.schema import seed_schema
from mock_isales.engine.seeds import SeedAccessKey, SeedCallingNumber, SeedCampaign, SeedVdn

EXAMPLE = """\
settings: {calldata_max: 20, uncomplate_count: true, callerno_total_max: 1000, incomplete_max: 200000,
           pace_interval: 1.0, unknown_campaigns: refuse, deployment: op, restrict_vdn_calling_number: true,
           c2_window: 900.0, c2_clock: host, magic_values: false}
readings: {total_size: campaign}
vdns:
  - id: 1
    blocklist: ["13900000000"]
    provisioned_numbers: ["4001"]      # what may be added under saas, or op with the switch off
    campaigns:
      - id: 1
        name: Demo
        state: running                 # draft | running | paused | completed
        device_type: predicted         # intelligent_ivr | predicted | automatic_ivr | preview | preoccupied
        result_policy: none            # none | contact
        call_mode: none                # none | by_round
        pending: 0                     # incomplete records that are simply there: a number, at no cost in memory
        calling_numbers: [{access_code: "10086", priority: 1}]
"""

CHECKED = (
    "seed.yaml: ok: 1 VDN, 1 campaign, 1 calling number, 0 pending records, 1 provisioned number, 1 blocklisted number"
)
"""What `mock-isales check` says of it."""

TABLES = {
    "Each of `vdns`": SeedVdn,
    "Each of `campaigns`": SeedCampaign,
    "Each of `calling_numbers`": SeedCallingNumber,
    "Each of `access_keys`": SeedAccessKey,
}


def seed_page() -> str:
    """Every key of a seed file."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    schema = seed_schema()
    yield "# The seed file"
    yield ""
    yield "Written by `make docs` from the form that reads it. What a world holds when it begins, in YAML or JSON."
    yield "Only the ids are mandatory; all else shown here is the default, but the names and numbers:"
    yield ""
    yield "<!-- file: seed.yaml -->"
    yield f"```yaml\n{EXAMPLE}```"
    yield ""
    yield "`mock-isales serve --seed seed.yaml` begins with it. `mock-isales check` says what is in a file, or what"
    yield "is wrong with it, line by line; an unknown key is refused with the nearest known one:"
    yield ""
    yield "```sh\nmock-isales check seed.yaml\n```"
    yield ""
    yield f"```text\n{CHECKED}\n```"
    yield ""
    yield "Numbers of telephones stand in quotes. [seed.schema.json](seed.schema.json) is the JSON Schema, for editors;"
    yield "`mock-isales check --schema` prints it."
    yield ""
    yield "## The file"
    yield from _form(schema, schema)
    yield ""
    yield "What each of the settings and readings means: [the contract](contract.md#readings)."
    for heading, form in TABLES.items():
        yield ""
        yield f"## {heading}"
        yield from _form(schema["$defs"][form.__name__], schema)


def _form(form: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    yield from table("key", "default", "values", "what")
    for name, said in form["properties"].items():
        needed = name in form.get("required", ())
        yield row(code(name), "mandatory" if needed else _default(said), _values(said, schema), plain(said["title"]))


def _default(said: Mapping[str, Any]) -> str:
    default = said.get("default")
    return "" if default is None or isinstance(default, dict) else code(json.dumps(default))


def _values(said: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    named = schema["$defs"].get(said.get("$ref", "").rpartition("/")[2], said)
    return ", ".join(map(code, named.get("enum", ())))
