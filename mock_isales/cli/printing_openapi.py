"""`mock-isales openapi`."""

import json
from collections.abc import Mapping
from typing import Any

from mock_isales.app import create_app
from mock_isales.cli.failing import told
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.telling import SettingsError, settings_of


def print_openapi(flags: Mapping[str, Any]) -> None:
    """Print the OpenAPI document; nothing is served, and no store is touched."""
    with told(SettingsError):
        settings = settings_of({**flags, "store": "memory", "workers": 1})
    with told(SeedError):
        document = create_app(settings).openapi()
    print(json.dumps(document, indent=2, ensure_ascii=False))  # noqa: T201
