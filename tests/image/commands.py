"""Other programs' commands."""

import subprocess


def output_of(*command: str) -> str:
    """What a command prints; where it fails, that is what is told."""
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, f"{command[0]} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}"
    return ended.stdout
