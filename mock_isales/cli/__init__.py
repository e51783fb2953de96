"""The command line."""

import sys


def main() -> None:
    """Run `mock-isales`; no traceback reaches the user, unless at log level debug."""
    try:
        from mock_isales.cli.commands import app  # noqa: PLC0415 - so that Ctrl-C is heard while it is imported

        app(prog_name="mock-isales")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last resort
        from mock_isales.cli.failing import unexpected  # noqa: PLC0415

        unexpected(error)
