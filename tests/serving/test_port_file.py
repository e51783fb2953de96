from pathlib import Path

import pytest

from mock_isales.serving.port_file import PortFile, PortFileError


def test_it_holds_the_port_and_a_newline_until_it_is_removed(tmp_path: Path) -> None:
    file = PortFile(tmp_path / "port")
    assert list(tmp_path.iterdir()) == []
    file.write(28080)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("port", "28080\n")]
    assert (tmp_path / "port").stat().st_mode & 0o777 == 0o644
    file.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_server_left_behind_goes_at_once(tmp_path: Path) -> None:
    (tmp_path / "port").write_text("1\n")
    PortFile(tmp_path / "port")
    assert not (tmp_path / "port").exists()


def test_the_file_of_another_server_stays(tmp_path: Path) -> None:
    one, other = PortFile(tmp_path / "port"), PortFile(tmp_path / "port")
    one.write(1)
    other.write(1)
    one.remove()
    assert (tmp_path / "port").read_text() == "1\n"


@pytest.mark.parametrize("written", [True, False])
def test_a_file_that_is_gone_needs_no_removing(tmp_path: Path, *, written: bool) -> None:
    file = PortFile(tmp_path / "port")
    if written:
        file.write(1)
        (tmp_path / "port").unlink()
    file.remove()


def test_a_file_that_came_before_ours_was_written_stays(tmp_path: Path) -> None:
    file = PortFile(tmp_path / "port")
    (tmp_path / "port").write_text("1")
    file.remove()
    assert (tmp_path / "port").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/port", "No such file or directory"),
        (".", "it is there, and is no file"),
        ("f/port", "Not a directory"),
    ],
)
def test_a_path_that_cannot_be_written_is_told_before_the_server_starts(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "f").touch()
    with pytest.raises(PortFileError, match=f"port file .* cannot be written: {reason}"):
        PortFile(tmp_path / name)


def test_a_folder_that_has_gone_meanwhile_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file = PortFile(tmp_path / "folder" / "port")
    (tmp_path / "folder").rmdir()
    with pytest.raises(PortFileError, match="No such file or directory"):
        file.write(1)
