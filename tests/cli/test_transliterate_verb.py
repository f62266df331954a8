"""`transliterate` at the door: what goes to standard output, and what a person is told beside it."""

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
