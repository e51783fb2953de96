"""Write the generated files of this folder from the code, or check that they are as the code would write them.

python docs/generate.py            writes
python docs/generate.py --check    compares, and ends with status 1 where a file is out of date
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from control_page import control_page
from magic_page import magic_page
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mock_isales.contract.catalogue import INTERFACES, unraised_codes
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.readings import EDITION_PRESETS, Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.seed_files.schema import seed_schema

FOLDER = Path(__file__).parent


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
    yield from _fields("Readings", "How the documents are read where they can be read in two ways.", Readings)
    yield ""
    for edition, preset in EDITION_PRESETS.items():
        presets = ", ".join(f"`{name}: {value}`" for name, value in preset.items()) or "the defaults"
        yield f"- `--edition {edition}`: {presets}"
    yield from _fields(
        "Settings of the imitated server", "Its configuration, as its operator makes it.", ServiceSettings
    )


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
    for code in ResultCode:
        listed = "".join(f" {'✓' if code in interface.codes else ''} |" for interface in INTERFACES)
        english = code.sentence.english or "(success: a text for each interface)"
        yield f"| `{code.value}` | {english} | {code.sentence.chinese} |{listed}"


def _fields(heading: str, introduction: str, model: type[BaseModel]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    yield ""
    yield introduction
    yield ""
    yield "| name | default | other | what | why |"
    yield "|---|---|---|---|---|"
    schema = model.model_json_schema()["properties"]
    for name, field in model.model_fields.items():
        yield _field_row(name, field, schema[name])


def _field_row(name: str, field: FieldInfo, schema: Mapping[str, object]) -> str:
    values = schema.get("enum", ())
    others = [f"`{value}`" for value in values if value != field.default] if isinstance(values, list) else []
    default = json.dumps(field.default) if not isinstance(field.default, str) else field.default
    return f"| `{name}` | `{default}` | {', '.join(others)} | {field.title} | {field.description or ''} |"


GENERATED: Mapping[str, Callable[[], str]] = {
    "contract.md": contract_page,
    "control.md": control_page,
    "magic.md": magic_page,
    "seed.schema.json": lambda: json.dumps(seed_schema(), indent=2, ensure_ascii=False) + "\n",
}


def main() -> int:
    """Write or check, by the command line."""
    stale = []
    for name, generate in GENERATED.items():
        file = FOLDER / name
        text = generate()
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"docs/{name} is out of date: run `make docs`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
