import errno
import os
import stat
from pathlib import Path

import pytest

from translit.documents.writing import write_beside
from translit.errors import OutputError


def test_a_new_file_and_an_old_one(tmp_path):
    place = tmp_path / "out.txt"
    write_beside(place, b"one")
    write_beside(place, b"two")
    assert place.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [place]


def test_permissions_of_what_stood_there_stay(tmp_path):
    place = tmp_path / "out.txt"
    place.write_bytes(b"old")
    place.chmod(0o640)
    write_beside(place, b"new")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_beside(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    write_beside(Path(os.devnull), b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("name", ["in.txt", "./in.txt", "link.txt"])
def test_the_file_that_was_read_is_not_overwritten_unless_told(tmp_path, name):
    source = tmp_path / "in.txt"
    source.write_bytes(b"source")
    (tmp_path / "link.txt").symlink_to(source)
    with pytest.raises(OutputError, match="the file that was read"):
        write_beside(tmp_path / name, b"new", source=source)
    assert source.read_bytes() == b"source"
    write_beside(tmp_path / name, b"new", source=source, replace_source=True)
    assert source.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none/out.txt", "folder does not exist"),
        ("file/out.txt", "folder does not exist"),
        ("folder", "this is a folder"),
        ("x" * 300, "name is too long"),
        ("a\0b", "could not be written"),
    ],
)
def test_places_that_cannot_be_written_to(tmp_path, name, words):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=words):
        write_beside(tmp_path / name, b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "no permission"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_when_the_disk_refuses_the_old_file_stands_and_no_part_stays(tmp_path, monkeypatch, number, words, call):
    def refuse(*arguments):
        raise OSError(number, os.strerror(number))

    place = tmp_path / "out.txt"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OutputError, match=words) as caught:
        write_beside(place, b"new")
    monkeypatch.undo()
    assert caught.value.problems[0].path == place
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_an_interruption_leaves_no_part(tmp_path, monkeypatch):
    def interrupt(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_beside(tmp_path / "out.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_file_is_left_alone(tmp_path, monkeypatch):
    place = tmp_path / "out.txt"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="no permission"):
        write_beside(place, b"new")
    assert place.read_bytes() == b"old"
