"""Text that machines write for the model into English to read."""

from __future__ import annotations

import lzma
import stat

import pytest

from training import synthesis
from training.corpus import fault, mended


@pytest.fixture
def apertium(tmp_path, monkeypatch):
    """Programs that stand for Apertium's: a grammar that must print one reading and a tagger that must not run."""
    programs = {
        "apertium-destxt": "cat",
        "apertium-retxt": "cat",
        "apertium-tagger": "exit 139",
        "cg-proc": '[ "$1 $2" = "-1 -n" ] && cat',
        "lt-proc": "sed s/Закон/Закан/",
    }
    for name, body in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(stat.S_IRWXU)
    (tmp_path / "rus-bel.mode").write_text("cg-proc -w a.rlx | apertium-tagger -g $2 a.prob | lt-proc $1 a.bin\n")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(synthesis, "_MODES", tmp_path)


def test_russian_prose_is_put_into_its_neighbour_beside_its_english(tmp_path, apertium, monkeypatch):
    (tmp_path / "parallel").mkdir()
    rows = "The law was passed.\tЗакон принят.\nIt rains.\tИдёт  дождь.\n"
    (tmp_path / "parallel" / "own.en-ru.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    monkeypatch.setattr(synthesis, "_PROSE", ("own",))
    synthesis.neighbours(tmp_path, tmp_path / "run", "be")
    written = lzma.decompress((tmp_path / "run" / "parallel" / "apertium-news.en-be.tsv.xz").read_bytes()).decode()
    assert written == "The law was passed.\tЗакан принят.\nIt rains.\tИдёт дождь.\n"


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("be", "У Челябинской вобласці будет съезд и плащ.", "У Челябінской вобласці будет с'езд і плашч."),
        ("uk", "У межвоенный період был съезд.", "У межвоенний період бил с'езд."),
    ],
)
def test_words_that_stayed_russian_have_the_letters_of_the_language(tag, text, wanted):
    assert mended(text, "apertium-news", tag) == wanted
    assert fault("There was a congress there.", mended(text, "apertium-news", tag), tag) is None
    assert mended(text, "own", tag) == text
