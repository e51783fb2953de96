"""The command line."""

import sys


def main() -> None:
    """Run `mock-isales`; no traceback reaches the user, unless at log level debug."""
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last resort
        from mock_isales.cli.failing import unexpected  # noqa: PLC0415

        unexpected(error)


def _run(arguments: list[str]) -> None:
    """Run a command. What it needs is imported here, so that Ctrl-C is heard meanwhile."""
    from mock_isales.cli.given import plainly_given  # noqa: PLC0415

    flags = plainly_given(arguments[1:]) if arguments[:1] == ["serve"] else None
    if flags is not None:
        from mock_isales.cli.starting import start  # noqa: PLC0415

        start(flags)
    else:
        from mock_isales.cli.commands import app  # noqa: PLC0415

        app(prog_name="mock-isales")
