"""`translit translate` as a user meets it: where results go, what is said, and how it fails."""

import contextlib
import json
import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from translit.cli import main

ROOT = Path(__file__).parent.parent.parent
GLOSSARY = str(ROOT / "glossaries" / "belarus.csv")
ECHO = ["--from", "en", "--to", "ru", "--engine", "echo"]


def run(*words, **options):
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False, **options)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "wire.en.txt"
    path.write_text("They met in Minsk.\n\nNobody spoke.\n", encoding="utf-8")
    return path


def one_sentence(result, *words):
    """The one line of talk, with these words in it; no traceback."""
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith("translit: ")
    for word in words:
        assert word in line
    return line


def test_one_file_goes_to_stdout_and_talk_to_stderr(article):
    done = run("translate", article, *ECHO, "-g", GLOSSARY)
    assert done.exit_code == 0
    assert done.stdout == "They met in Минск.\n\nNobody spoke.\n"
    assert "Минск" in done.stderr


def test_standard_input_and_quiet(article):
    done = run("translate", "-", *ECHO, "--quiet", input="Nobody spoke.\n")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "Nobody spoke.\n", "")


def test_a_dash_as_output_is_standard_output_and_no_file(article, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    there = sorted(tmp_path.iterdir())
    done = run("translate", "-", *ECHO, "-q", "-o", "-", input="Nobody spoke.\n")
    assert (done.exit_code, done.stdout) == (0, "Nobody spoke.\n")
    assert sorted(tmp_path.iterdir()) == there


def test_a_folder_gets_a_file_each_and_a_bad_one_does_not_stop_the_rest(article, tmp_path):
    bad = tmp_path / "photo.txt"
    bad.write_bytes(b"\x00\x01\x02\xff" * 50)
    done = run("translate", bad, article, *ECHO, "-q", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "photo.txt" in done.stderr and "1 of 2 files failed" in done.stderr
    assert [path.name for path in (tmp_path / "out").glob("*.txt")] == ["wire.ru.txt"]


def test_several_files_need_a_folder(article):
    done = run("translate", article, article, *ECHO)
    assert done.exit_code == 2
    one_sentence(done, "-o FOLDER")


def test_a_report_of_another_kind_is_refused_before_the_work(article, tmp_path):
    done = run("translate", article, *ECHO, "--report", tmp_path / "report.pdf")
    assert (done.exit_code, done.stdout) == (2, "")
    one_sentence(done, ".pdf")


def test_reports_of_several_files_go_to_a_folder(article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Nobody spoke.\n", encoding="utf-8")
    done = run("translate", article, other, *ECHO, "-q", "-o", tmp_path / "out", "--report", tmp_path / "why")
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "why").iterdir()) == ["other.ru.txt.html", "wire.ru.txt.html"]
    assert run("translate", article, other, *ECHO, "-o", tmp_path, "--report", tmp_path / "r.json").exit_code == 2


def test_the_report_is_json_or_html(article, tmp_path):
    for name in ("report.json", "report.html"):
        assert run("translate", article, *ECHO, "-g", GLOSSARY, "--report", tmp_path / name).exit_code == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert "Minsk" in {decision["source"] for decision in report["passages"][0]["decisions"]}
    assert "They met in Минск." in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_side_by_side_stands_beside_the_translation(article, tmp_path):
    out = tmp_path / "out" / "wire.ru.txt"
    out.parent.mkdir()
    assert run("translate", article, *ECHO, "-q", "-o", out, "--bilingual", "tmx").exit_code == 0
    assert sorted(path.name for path in out.parent.iterdir()) == ["wire.ru.en-ru.tmx", "wire.ru.txt"]
    done = run("translate", article, *ECHO, "--bilingual", "docx")
    assert done.exit_code == 2
    one_sentence(done, "-o FILE")


def test_fields_and_columns_are_named(tmp_path):
    lines, table = tmp_path / "a.jsonl", tmp_path / "b.csv"
    lines.write_text('{"id": "Minsk", "body": "They met in Minsk."}\n', "utf-8")
    table.write_text("id,body\nMinsk,They met in Minsk.\n", "utf-8")
    done = run(
        *("translate", lines, table, *ECHO, "-g", GLOSSARY, "-q", "-o", tmp_path / "out"),
        *("--field", "body", "--column", "body"),
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert (tmp_path / "out/a.ru.jsonl").read_text("utf-8") == '{"id": "Minsk", "body": "They met in Минск."}\n'
    assert (tmp_path / "out/b.ru.csv").read_text("utf-8") == "id,body\nMinsk,They met in Минск.\n"
    done = run("translate", lines, *ECHO, "-q")
    assert done.exit_code == 1
    one_sentence(done, "a.jsonl", "--field", "id, body")


def test_strict_exits_with_three_when_a_person_should_look(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("We met Pavel Dubrouski there.\n", encoding="utf-8")
    assert run("translate", path, *ECHO, "-q").exit_code == 0
    assert run("translate", path, *ECHO, "-q", "--strict").exit_code == 3


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, ["missing.txt"]),
        ("empty.txt", b"", ["empty.txt", "empty"]),
        ("binary.txt", bytes(range(256)) * 4, ["binary.txt"]),
        ("unknown.txt", b"caf\xe9 cr\xe8me br\xfbl\xe9e", ["unknown.txt", "UTF-8"]),
        ("sheet.xlsx", b"PK", ["sheet.xlsx", "Markdown"]),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_sentence(tmp_path, name, data, words):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("translate", tmp_path / name, *ECHO, "-o", tmp_path / "result.txt")
    assert done.exit_code == 1
    one_sentence(done, *words)
    assert not (tmp_path / "result.txt").exists()


def test_cp1251_is_read_as_what_it_is(tmp_path):
    path = tmp_path / "old.ru.txt"
    path.write_bytes("Встреча прошла в Минске в понедельник.\n".encode("cp1251"))
    done = run("translate", path, "--from", "ru", "--to", "be", "--engine", "echo", "-o", tmp_path / "new.txt")
    assert done.exit_code == 0
    assert (tmp_path / "new.txt").read_bytes().decode("cp1251") == "Встреча прошла в Минске в понедельник.\n"


def test_an_unknown_language_is_a_usage_error(article):
    done = run("translate", article, "--from", "en", "--to", "klingon")
    assert done.exit_code == 2
    one_sentence(done, "'klingon'")


def test_every_bad_row_of_a_glossary_is_named_at_once(article, tmp_path):
    glossary = tmp_path / "bad.csv"
    glossary.write_text("en,ru,kind\nMinsk,Минск,place\n,пусто,term\nriver,река,stream\n", encoding="utf-8")
    done = run("translate", article, *ECHO, "-g", glossary, "-o", tmp_path / "result.txt")
    assert done.exit_code == 1
    lines = done.stderr.strip().splitlines()
    assert [("line 3" in line, "line 4" in line) for line in lines] == [(True, False), (False, True)]
    assert all("bad.csv" in line for line in lines)
    assert not (tmp_path / "result.txt").exists()


@pytest.mark.parametrize("lost", ["source.spm", "model.int8.safetensors", "config.json"])
def test_an_incomplete_model_folder_says_what_it_lacks(article, tmp_path, lost, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    starter = ROOT / "translit" / "engines" / "starters" / "en-zle"
    folder = tmp_path / "model"
    folder.mkdir()
    for file in starter.iterdir():
        if file.name != lost:
            (folder / file.name).write_bytes(file.read_bytes())
    done = run("translate", article, "--from", "en", "--to", "ru", "--model", folder)
    assert done.exit_code == 1
    one_sentence(done, lost)


def test_a_damaged_model_is_refused(article, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    starter = ROOT / "translit" / "engines" / "starters" / "en-zle"
    folder = tmp_path / "model"
    folder.mkdir()
    for file in starter.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    with (folder / "model.int8.safetensors").open("r+b") as weights:
        weights.seek(5_000_000)
        weights.write(b"damaged")
    done = run("translate", article, "--from", "en", "--to", "ru", "--model", folder)
    assert done.exit_code == 1
    one_sentence(done, "model.int8.safetensors")


def test_a_translation_never_asks_the_network(article, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise AssertionError("the network was asked for")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("socket.socket.connect", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    done = run("translate", article, "--from", "en", "--to", "ru", "-g", GLOSSARY, "-q")
    assert done.exit_code == 0
    assert "Минск" in done.stdout


def test_a_place_that_cannot_be_written_to_keeps_what_stood_there(article, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    done = run("translate", article, *ECHO, "-q", "-o", tmp_path / "taken" / "result.txt")
    assert done.exit_code == 1
    one_sentence(done, "taken")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_no_permission_is_one_sentence(article, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    done = run("translate", article, *ECHO, "-q", "-o", tmp_path / "result.txt")
    assert done.exit_code == 1
    one_sentence(done, "result.txt")
    assert not (tmp_path / "result.txt").exists()


def test_a_full_disk_leaves_nothing_half_written(tmp_path):
    """A limit on the size of a file stands for the full disk: the write fails in the middle."""
    article, result = tmp_path / "long.txt", tmp_path / "result.txt"
    article.write_text("Nobody spoke. " * 20_000, encoding="utf-8")

    def small_files():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    command = [sys.executable, "-B", "-m", "translit", "translate", str(article), *ECHO, "-q", "-o", str(result)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=small_files)
    assert done.returncode == 1
    assert "result.txt" in done.stderr and "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]


def test_a_person_no_register_knows_is_called_the_same_in_all_files(tmp_path):
    full, short = tmp_path / "full.en.txt", tmp_path / "short.en.txt"
    full.write_text("Gordon Ramsbottom spoke.\n", encoding="utf-8")
    short.write_text("Then Ramsbottom left.\n", encoding="utf-8")
    results = tmp_path / "out"
    assert run("translate", short, full, *ECHO, "-q", "-o", results).exit_code == 0
    family = (results / "full.ru.txt").read_text("utf-8").split()[1]
    assert family in (results / "short.ru.txt").read_text("utf-8")
    # alone, the family name is a word like any other
    assert "Ramsbottom" in run("translate", short, *ECHO, "-q").stdout


def test_progress_is_drawn_for_a_person_who_watches(article, tmp_path):
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "translit", "translate", article, *ECHO, "-o", tmp_path / "o.txt"]
    child = subprocess.Popen(words, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # the end of a terminal that nobody writes to any more
        while more := os.read(ours, 100_000):
            seen += more
    assert child.wait() == 0
    assert "1 of 1 files, 2 sentences" in seen.decode()
