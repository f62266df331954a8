"""`transliterate` at the door: what goes to standard output, and what a person is told beside it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from translit.cli import main


@pytest.mark.parametrize(
    ("arguments", "printed", "told"),
    [
        (["--from", "el", "Αθήνα"], "Athína\n", ""),
        (["--from", "ja", "さくら"], "sakura\n", "ja has no scheme of its own; anyascii is a fallback"),
        (["--from", "be", "Прибытков"], "Pribytkov\n", "'Прибытков' has letters from outside be"),
        (["--from", "be", "Мiнск"], "Minsk\n", "'Мiнск' mixes scripts"),
        (
            ["--from", "be", "--scheme", "iso-9", "--to-scheme", "press-en", "Cìhanoŭskaâ Swift"],
            "Tsikhanouskaya Swift\n",
            "'Swift' is no word by iso-9 and stays as it is",
        ),
    ],
)
def test_what_is_printed_and_what_is_told(arguments: list[str], printed: str, told: str) -> None:
    done = CliRunner().invoke(main, ["transliterate", *arguments])
    assert done.exit_code == 0
    assert done.stdout == printed
    assert told in done.stderr
    assert bool(told) == bool(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "be", "--to-scheme", "lacinka", "Minsk"], "which scheme is the text in?"),
        (
            ["--from", "be", "--scheme", "press-en", "--to-scheme", "lacinka", "Minsk"],
            "'press-en' cannot be taken back exactly",
        ),
        (["--from", "be", "--scheme", "iso-9", "--to-scheme", "klingon", "Minsk"], "there is no scheme 'klingon'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(main, ["transliterate", *arguments])
    assert done.exit_code in (1, 2)
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_markup_of_a_file_is_not_touched(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p lang="be">Мінск, <code>Мінск</code></p>\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["transliterate", "--from", "be", "-f", str(page)])
    assert done.stdout == '<p lang="be">Minsk, <code>Мінск</code></p>\n'


def test_plain_text_keeps_every_blank(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes("  Мінск,   раніца\r\n\r\n\tдзень".encode())
    done = CliRunner().invoke(main, ["transliterate", "--from", "be", "-f", str(note)])
    assert done.stdout_bytes == b"  Minsk,   ranitsa\r\n\r\n\tdzen"


def test_several_files_go_into_a_folder_and_a_bad_one_is_named(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.md", tmp_path / "bad.md"
    good.write_text("*Мінск*\n", encoding="utf-8")
    bad.write_bytes(b"\x00\x01")
    done = CliRunner().invoke(
        main, ["transliterate", "--from", "be", "-f", str(bad), "-f", str(good), "-o", str(tmp_path / "out")]
    )
    assert done.exit_code == 1
    assert "bad.md" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.md"]
    assert (tmp_path / "out" / "good.md").read_text(encoding="utf-8") == "*Minsk*\n"


def test_the_file_that_was_read_is_not_written_over(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Мінск\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["transliterate", "--from", "be", "-f", str(note), "-o", str(note)])
    assert done.exit_code == 1
    assert note.read_text(encoding="utf-8") == "Мінск\n"


def test_a_word_is_told_once(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Мiнск\n\nМiнск\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["transliterate", "--from", "be", "-f", str(page)])
    assert done.stderr.count("mixes scripts") == 1


def test_readings_are_ranked_with_reasons() -> None:
    done = CliRunner().invoke(main, ["readings", "Tsikhanouskaya", "--to", "be"])
    text, score, why = done.stdout.splitlines()[0].split("\t")
    assert (text, why) == ("Ціханоўская", "a Belarusian name by its letters")
    assert 0 < float(score) <= 1


def test_a_hint_says_where_a_name_comes_from() -> None:
    done = CliRunner().invoke(main, ["readings", "Schulz", "--to", "ru", "--hint", "de"])
    assert done.stdout.startswith("Шульц\t")
    refused = CliRunner().invoke(main, ["readings", "Schulz", "--to", "fr"])
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "names cannot be read into 'fr'" in refused.stderr
