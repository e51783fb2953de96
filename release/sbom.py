"""List the Python packages of the image: a software bill of materials, as CycloneDX has it.

    python -m release.sbom [EXTRAS]

They are those that the constraints pin for the wheel and its dependencies; they are installed to be listed. EXTRAS are
what the image is built with, as `ui` or `ui,postgres`.
"""

import sys
import tempfile
from pathlib import Path

from mock_isales import __version__
from release.building import build_wheel, installed
from release.commands import TREE, Failed, output_of

DIST = TREE / "dist"


def main(extras: str) -> None:
    """Write the list of an image with these extras."""
    file = file_of(extras)
    try:
        _write(file, extras)
    except Failed as failed:
        sys.exit(f"sbom: {failed}")
    print(f"sbom: {file}")


def file_of(extras: str) -> Path:
    """Where the list of an image with these extras is written."""
    return DIST / ("-".join(["mock-isales", __version__, *filter(None, extras.split(","))]) + ".cdx.json")


def _write(file: Path, extras: str) -> None:
    file.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        python = installed(build_wheel(Path(folder) / "dist"), Path(folder) / "environment", extras)
        list_packages(python, file)


def list_packages(python: Path, file: Path) -> None:
    """List what is installed beside a Python, as parts of this project.

    Raises:
        Failed: It cannot be listed.
    """
    what = ("--pyproject", str(TREE / "pyproject.toml"), "--mc-type", "application", "--output-reproducible")
    # As a module: a virtual environment's commands are not on the PATH of who only calls its Python, as make does.
    output_of(sys.executable, "-m", "cyclonedx_py", "environment", *what, "--output-file", str(file), str(python))


if __name__ == "__main__":
    main(",".join(sys.argv[1:]))
