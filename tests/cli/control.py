"""Runs commands that talk to a running server, in this process."""

from typer.testing import CliRunner

from mock_isales.cli.commands import app


class Shell:
    """Runs commands against a server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._runner = CliRunner(env={"MOCK_ISALES_URL": url, "MOCK_ISALES_CONTROL_TOKEN": None})

    def run(self, *arguments: str) -> str:
        """What a command prints that succeeds, without a note."""
        ended = self._runner.invoke(app, list(arguments), catch_exceptions=False)
        assert (ended.exit_code, ended.stderr) == (0, ""), ended.output
        return ended.stdout

    def told(self, *arguments: str) -> str:
        """What a command says that cannot do what it was told."""
        ended = self._runner.invoke(app, list(arguments), catch_exceptions=False)
        assert (ended.exit_code, ended.stdout) == (2, "")
        return ended.stderr
