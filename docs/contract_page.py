"""The page about the contract, written from the declarations that judge the calls."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from markdown import code, row, table

from mock_isales.contract.catalogue import INTERFACES, unraised_codes
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.readings import EDITION_PRESETS, Readings
from mock_isales.contract.service import ServiceSettings


def contract_page() -> str:
    """The contract as a page: every clause, code, reading and setting of the imitated server."""
    return "\n".join(_contract_lines()) + "\n"


def _contract_lines() -> Iterator[str]:
    yield "# The contract"
    yield ""
    yield "Written by `make docs` from the code: the same declarations judge the calls. Standings: **documented**, a"
    yield "sentence of the document; **reading**, the document can be read in two ways and a setting decides;"
    yield "**inferred**, the document is silent. The clauses stand in the order in which they are checked, and the"
    yield "first that a call departs from decides. The documents give no order: it is inferred as a whole."
    for interface in INTERFACES:
        yield ""
        yield f"## {interface.document.value}: {interface.document.heading}"
        yield ""
        yield f"`POST {interface.wire.path}`"
        yield ""
        yield "| clause | where | what it says | 中文 | a departure is answered | standing |"
        yield "|---|---|---|---|---|---|"
        for clause in interface.clauses():
            yield _clause_row(clause)
        unraised = ", ".join(f"`{code.value}`" for code in unraised_codes(interface))
        yield ""
        yield f"Listed by the document and raised by no clause: {unraised}."
    yield from _codes()
    yield from _readings()
    yield ""
    for edition, preset in EDITION_PRESETS.items():
        presets = ", ".join(f"`{name}: {value}`" for name, value in preset.items()) or "the defaults"
        yield f"- `--edition {edition}`: {presets}"
    yield from _settings()


def _clause_row(clause: Clause) -> str:
    outcome = clause.outcome.value if isinstance(clause.outcome, ResultCode) else clause.outcome
    answered = f"`{outcome}`" if outcome else "–"
    standing = clause.standing.value + "".join(f"<br>`{name}`" for name in clause.readings)
    sentences = f"{clause.sentence.english} | {clause.sentence.chinese}"
    return f"| `{clause.id}` | {clause.section} | {sentences} | {answered} | {standing} |"


def _codes() -> Iterator[str]:
    yield ""
    yield "## Result codes"
    yield ""
    yield "| code | English | 中文 |" + "".join(f" {interface.document.value} |" for interface in INTERFACES)
    yield "|---|---|---|" + "---|" * len(INTERFACES)
    for each in ResultCode:
        listed = "".join(f" {'✓' if each in interface.codes else ''} |" for interface in INTERFACES)
        english = each.sentence.english or "(success: a text for each interface)"
        yield f"| `{each.value}` | {english} | {each.sentence.chinese} |{listed}"


def _readings() -> Iterator[str]:
    yield ""
    yield "## Readings"
    yield ""
    yield "How the documents are read where they can be read in two ways. A reading is chosen for a server (`--reading"
    yield "total_size=accepted`), in a seed, or for a running world."
    yield from table("reading", "default", "other", "what is decided", "why the default")
    for name, field in Readings.model_fields.items():
        others = ", ".join(code(value) for value in get_args(field.annotation) if value != field.default)
        yield row(code(name), code(field.default), others, field.title, field.description)


def _settings() -> Iterator[str]:
    yield ""
    yield "## Settings of the imitated server"
    yield ""
    yield "Its configuration, as its operator makes it. Said like the readings, with `--setting`."
    yield from table("setting", "default", "values", "what")
    schema = ServiceSettings.model_json_schema()["properties"]
    for name, field in ServiceSettings.model_fields.items():
        default = field.default if isinstance(field.default, str) else json.dumps(field.default)
        yield row(code(name), code(default), _values(schema[name]), field.title)


def _values(schema: Mapping[str, Any]) -> str:
    """What a setting may be."""
    if "enum" in schema:
        return ", ".join(map(code, schema["enum"]))
    if schema["type"] == "boolean":
        return "`true`, `false`"
    return f"{schema['minimum']:,} to {schema['maximum']:,}"
