"""The examples in Node and Java: their tests pass, find each planted mistake, and name the clause that it offends."""

import re
from collections.abc import Iterator

import pytest

from mock_isales.contract.codes import ResultCode
from tests.examples.in_languages import EXAMPLES, Client, Ran, client
from tests.examples.programs import LANGUAGES, need
from tests.served import served

EXPECTED = " ".join(
    f"--expect {reading}"
    for reading in ("data_id_per=number", "refusing_states=completed_running", "validation_codes=umbrella")
)
"""The readings that break both."""

COMMANDS = {
    "node": [
        "mock-isales run --auth c2 --access-key demo:secret -- node --test",
        (
            "mock-isales run --tls --auth c2 --access-key demo:secret -- "
            "sh -c 'NODE_EXTRA_CA_CERTS=$MOCK_ISALES_CA node --test'"
        ),
        "PLANTED=NoPace mock-isales run -- node --test dialler.test.mjs",
        f"mock-isales sweep {EXPECTED} --expect json_types=coerce -- node --test",
        "node add-records.mjs http://127.0.0.1:28080/rest/isales/v2/openapi/campaigns/1/calldata/1 demo secret",
    ],
    "java": [
        "javac -encoding UTF-8 -d out *.java",
        "mock-isales run --auth c2 --access-key demo:secret -- java -cp out Tests",
        "mock-isales run --tls --auth c2 --access-key demo:secret -- java -cp out Tests",
        "PLANTED=NoPace mock-isales run -- java -cp out Tests DiallerTests",
        f"mock-isales sweep {EXPECTED} -- java -cp out Tests",
        "java -cp out AddRecords http://127.0.0.1:28080/rest/isales/v2/openapi/campaigns/1/calldata/1 demo secret",
    ],
}
"""The README's commands: what compiles, all tests, all over HTTPS, with a mistake, under each reading, one call."""

TESTS = {"node": 78, "java": 74}
DIALLER_TESTS = {"node": 14, "java": 12}

PLANTED = {
    "NoPace": ("calls keep the pace", "ON-PACE"),
    "SplitsBy21": ("a call has at most 20 records", "ON-CALLDATALIST-COUNT"),
    "TakesHttp200ForSuccess": ("a call that is refused with HTTP status 200 is no success", "ON-BLOCKLIST"),
    "RetriesADuplicate": ("duplicate numbers are not sent again", "ON-DUPLICATE"),
    "CountsNumbers": ("each record has one data id, however many numbers it has", "ON-DATA-ID-LIST"),
    "ConfusesEmptyParameter": ("a parameter error comes with its details", "ON-CALLDATA-JSON"),
}
"""Of each mistake the one test of the dialler that finds it, and the clause."""

WHERE = {"node": ("planted.mjs", r"^export class (\w+)"), "java": ("Planted.java", r"^    static class (\w+)")}
"""Where the mistakes are, and how they begin."""

CALL = "rest/isales/v2/openapi/campaigns/1/calldata/1"


REFUSED = {"node": "refused.test.mjs", "java": "RefusedTests.java"}
"""Where each code is tried."""


@pytest.fixture(scope="module", params=LANGUAGES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Client:
    need(request.param)
    return client(request.param, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served("--auth", "c2", "--access-key", "demo:secret") as url:
        yield url


def with_mistake(example: Client, mistake: str, server: str) -> Ran:
    """Test the dialler with a mistake, beside a server that runs already."""
    command = example.command("PLANTED=NoPace ").split(" -- ")[1]
    keys = {"MOCK_ISALES_AK": "demo", "MOCK_ISALES_SK": "secret"}
    return example.run(command, PLANTED=mistake, MOCK_ISALES_URL=server, **keys)


def without_times(lines: list[str]) -> list[str]:
    return [re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "…", line) for line in lines]


def test_all_commands_of_the_readme_are_known_here(example: Client) -> None:
    assert example.commands == COMMANDS[example.language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_documented_refusal_is_tried(language: str) -> None:
    tried = re.findall(r'"(0\d+)"', (EXAMPLES / language / REFUSED[language]).read_text(encoding="utf-8"))
    assert {code.value for code in ResultCode if code is not ResultCode.SUCCESS} <= {*tried}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_is_in_the_readme(language: str) -> None:
    readme = (EXAMPLES / language / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in (EXAMPLES / language).iterdir() if path.suffix in {".mjs", ".java"}}
    assert {name for name in files if f"`{name}`" not in readme} == set()


@pytest.mark.parametrize("which", ["run --auth", "run --tls"])
def test_the_right_client_passes(example: Client, which: str) -> None:
    ran = example.run(example.command(which))
    assert (ran.status, ran.failed, len(ran.passed)) == (0, [], TESTS[example.language]), ran.output + ran.errors
    assert "SKIP" not in ran.output
    assert re.search(r"^ +\d+  add_calling_numbers +0200000  ", ran.errors, re.MULTILINE), ran.errors


def test_without_signatures_the_one_test_of_them_is_skipped_by_name(example: Client) -> None:
    suite = {"node": "node --test signed.test.mjs", "java": "java -cp out Tests SignatureTests"}[example.language]
    ran = example.run(f"mock-isales run -- {suite}")
    assert (ran.status, ran.failed) == (0, []), ran.output + ran.errors
    assert [name for name in ran.passed if "SKIP" in name] == [
        "a wrong secret adds nothing, and says so # SKIP needs mock-isales run --auth c2 --access-key demo:secret"
    ]


def test_all_mistakes_are_known_here_and_in_the_readme(example: Client) -> None:
    file, begins = WHERE[example.language]
    classes = re.findall(begins, (example.folder / file).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(classes) == sorted(PLANTED)
    assert example.mistakes == [(mistake, *found) for mistake, found in PLANTED.items()]
    assert len({test for test, _ in PLANTED.values()}) == len(PLANTED) == 6


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_planted_mistake_is_found_by_one_test_which_names_the_clause(
    example: Client, mistake: str, server: str
) -> None:
    test, clause = PLANTED[mistake]
    ran = with_mistake(example, mistake, server)
    assert (ran.status, ran.failed, len(ran.passed)) == (1, [test], DIALLER_TESTS[example.language] - 1), (
        ran.output + ran.errors
    )
    assert f"{clause}:" in ran.output


def test_a_failing_test_tells_what_the_readme_shows(example: Client) -> None:
    ran = example.run(example.command("PLANTED=NoPace "))
    assert ran.status == 1, ran.output + ran.errors
    told = without_times(ran.lines)
    assert [line for line in without_times(example.shown) if line not in told] == []
    assert any("ON-PACE" in line for line in example.shown)


def test_a_mistake_that_is_not_known_is_told_the_known_ones(example: Client, server: str) -> None:
    ran = with_mistake(example, "NoSuch", server)
    assert ran.status == 1
    assert "PLANTED must be one of " in ran.output + ran.errors


def test_the_one_call_is_accepted(example: Client, server: str) -> None:
    one_call = example.command("/calldata/1 demo secret")
    ran = example.run(one_call.replace("http://127.0.0.1:28080", f"{server}/w/{example.language}"))
    assert ran.output.startswith("200 "), ran.errors
    assert '"resultCode":"0200000"' in ran.output
