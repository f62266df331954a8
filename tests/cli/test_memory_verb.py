"""`translit memory`: what it says it holds, and that it forgets."""

import pytest
from click.testing import CliRunner

from translit.cli import main
from translit.glossary import Glossary


def run(*words, **options):
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False, **options)


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "wire.en.txt"
    path.write_text("Nobody spoke.\n", encoding="utf-8")
    return path


WAY = ("--from", "en", "--to", "ru", "-q")


def test_what_was_translated_is_remembered_exported_and_forgotten(article, tmp_path):
    first, second = (run("translate", article, *WAY).stdout for _ in range(2))
    assert first == second
    assert "\n1\ten-ru\t" in run("memory", "stats").stdout
    assert run("memory", "export", tmp_path / "m.tmx").exit_code == 0
    [unit] = Glossary.read(tmp_path / "m.tmx", source="en", target="ru").entries
    assert [one.text for one in unit.terms["en"]] == ["Nobody spoke."]
    assert [one.text for one in unit.terms["ru"]] == [first.strip()]
    assert run("memory", "clear", "--yes").exit_code == 0
    assert "en-ru" not in run("memory", "stats").stdout


def test_it_can_be_done_without(article, tmp_path):
    run("translate", article, *WAY, "--no-memory")
    assert not (tmp_path / "cache/translit/memory.sqlite").exists()


def test_nothing_is_forgotten_unasked(article):
    run("translate", article, *WAY)
    assert run("memory", "clear", input="n\n").exit_code == 1
    assert "\n1\t" in run("memory", "stats").stdout


def test_a_damaged_memory_ends_in_one_sentence(article, tmp_path):
    place = tmp_path / "cache/translit/memory.sqlite"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"no database" * 500)
    done = run("translate", article, *WAY)
    assert (done.exit_code, done.stdout) == (1, "")
    (line,) = done.stderr.strip().splitlines()
    assert "memory.sqlite" in line and "--no-memory" in line
    assert run("translate", article, *WAY, "--no-memory").exit_code == 0


@pytest.mark.parametrize("name", ["m.tmx", "m.jsonl"])
def test_translations_of_people_are_taken_and_given_out(article, tmp_path, name):
    (tmp_path / "people.jsonl").write_text('{"en": "Nobody spoke.", "ru": "Молчали все."}\n', encoding="utf-8")
    assert run("memory", "import", tmp_path / "people.jsonl", "--from", "en", "--to", "ru").exit_code == 0
    assert run("translate", article, *WAY).stdout == "Молчали все.\n"
    assert "1\ten-ru\tpeople" in run("memory", "stats").stdout
    run("memory", "export", tmp_path / name)
    run("memory", "clear", "--yes")
    assert run("memory", "import", tmp_path / name, "--from", "en", "--to", "ru").exit_code == 0
    assert run("translate", article, *WAY).stdout == "Молчали все.\n"


def test_a_batch_is_done_again_when_people_have_spoken(article, tmp_path):
    batch = ("translate", article, article, "-o", tmp_path / "out", *WAY)
    run(*batch)
    (tmp_path / "people.jsonl").write_text('{"en": "Nobody spoke.", "ru": "Молчали все."}\n', encoding="utf-8")
    run("memory", "import", tmp_path / "people.jsonl", "--from", "en", "--to", "ru")
    assert run(*batch).exit_code == 0
    assert (tmp_path / "out/wire.ru.txt").read_text() == "Молчали все.\n"
