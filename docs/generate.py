"""Write the generated files of this folder from the code, or check that they are as the code would write them.

python docs/generate.py            writes
python docs/generate.py --check    compares, and ends with status 1 where a file is out of date
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from client_page import client_page
from commands_page import commands_page
from contract_page import contract_page
from control_page import control_page
from coverage_page import coverage_page
from environment_page import environment_page
from fixtures_page import fixtures_page
from magic_page import magic_page
from seed_page import seed_page

from mock_isales.engine.seed_files.schema import seed_schema

FOLDER = Path(__file__).parent

GENERATED: Mapping[str, Callable[[], str]] = {
    "client.md": client_page,
    "commands.md": commands_page,
    "contract.md": contract_page,
    "control.md": control_page,
    "coverage.md": coverage_page,
    "environment.md": environment_page,
    "fixtures.md": fixtures_page,
    "magic.md": magic_page,
    "seed-file.md": seed_page,
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
