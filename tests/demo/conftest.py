import pytest

from tests.demo.runs import Run, run


@pytest.fixture(scope="session")
def first() -> Run:
    """The whole of story 1."""
    return run(1)
