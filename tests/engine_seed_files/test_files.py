import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.engine.demo import demo_seed
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import parse_seed, read_seed

PIECES = st.sampled_from(
    [
        *("vdns", "id", "settings", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ", ", '"', "'", "*a", "&a ", "!!int "),
        *("#", "1", "yes", "null", "0x1", "1.5", "<<", "?", "|", ">", "%", "@", "\t", "\0", "\ud800", "中", "---\n"),
        *("...", "\\", "NaN", "=", "\ufeff"),
    ]
)


def told(path: Path) -> str:
    with pytest.raises(SeedError) as caught:
        read_seed(path)
    return str(caught.value)


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("vdns: [{id: 1, campaigns: [{id: 1, name: 示例}]}]", encoding="utf-8")
    assert read_seed(path).vdns[0].campaigns[0].name == "示例"


def test_problems_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("\nvdsn: []")
    assert told(path) == f"{path}:2: vdsn: unknown key; did you mean vdns?"


def test_a_file_that_is_not_utf_8_says_in_which_line(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_bytes("vdns:\n- id: 1 # größer".encode("latin-1"))
    assert told(path) == f"{path}:2: not UTF-8; save the file as UTF-8"


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("vdns: []", encoding="utf-8-sig")
    assert told(path) == f"{path}:1: begins with a byte-order mark; save the file as UTF-8 without it"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "none") == f"{tmp_path / 'none'}: no such file or directory"


def test_a_directory_is_told(tmp_path: Path) -> None:
    hint = "Docker makes a folder where the file that is to be mounted is not found"
    assert told(tmp_path) == f"{tmp_path}: is a directory; {hint}"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    hint = "whoever runs the double must be allowed to read it: in its image that is the user 65532"
    assert told(tmp_path / "seed.yaml") == f"{tmp_path}/seed.yaml: permission denied; {hint}"


@pytest.mark.skipif(os.name != "posix", reason="needs a device without end")
def test_a_file_without_end_is_told() -> None:
    assert told(Path("/dev/zero")) == "/dev/zero: larger than 64 MiB"


def test_a_system_that_gives_no_reason_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Strange")

    monkeypatch.setattr(Path, "open", refuse)
    assert told(tmp_path) == f"{tmp_path}: strange"


def test_the_demo_seed_has_what_the_readme_calls() -> None:
    (vdn,) = demo_seed().vdns
    first, *others = vdn.campaigns
    assert (vdn.id, vdn.blocklist) == (1, ["13900000000"])
    assert (first.id, first.name, first.state) == (1, "Demo", "running")
    assert [number.access_code for number in first.calling_numbers] == ["10086"]
    assert [campaign.id for campaign in others] == [2, 3, 4, 5]
    assert [campaign.state for campaign in others] == ["completed", "running", "running", "running"]
    assert (others[1].device_type, others[2].result_policy, others[3].pending) == (
        "intelligent_ivr",
        "contact",
        199_990,
    )


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_a_seed_or_told_what_is_wrong(text: str) -> None:
    try:
        parse_seed(text, "s")
    except SeedError as error:
        lines = str(error).split("\n")
    else:
        return
    assert all(line.startswith("s:") for line in lines)
