"""Text of which machines write one side."""

from __future__ import annotations

import lzma
import stat
import sys
from types import ModuleType, SimpleNamespace

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


@pytest.fixture
def ua_gec(monkeypatch):
    """The package of that name with three documents, one of them corrected twice and one sensitive; and its reader."""

    def document(number, sensitive, *sentences):
        return SimpleNamespace(
            doc_id=number, meta=SimpleNamespace(is_sensitive=sensitive), target_sentences=list(sentences)
        )

    package = ModuleType("ua_gec")
    package.AnnotationLayer = SimpleNamespace(GecAndFluency="gec-fluency")
    package.Corpus = lambda part, layer: [
        document("1", False, "Учора йшов дощ.", "Так!"),
        document("1", False, "Учора падав сильний дощ."),
        document("2", False, "Ми читали новини в газеті.", "Пишіть на a@example.org, друзі.", "Мы читали новости."),
        document("3", True, "Цього краще не читати."),
    ]
    monkeypatch.setitem(sys.modules, "ua_gec", package)
    english = {
        "Учора падав сильний дощ.": "Yesterday it rained heavily.",
        "Ми читали новини в газеті.": "Ми читали новини в газеті.",
    }
    engine = SimpleNamespace(
        fits=lambda text: True, translate=lambda texts: [SimpleNamespace(text=english[text]) for text in texts]
    )
    monkeypatch.setattr(synthesis, "open_engine", lambda *way, **how: engine)


def test_ukrainian_that_people_wrote_stands_beside_what_a_model_reads_in_it(tmp_path, ua_gec):
    synthesis.people_wrote(tmp_path, most=None, beam=1)
    # short, foreign and sensitive sentences, addresses, and drafts that are no English are left out
    written = lzma.decompress((tmp_path / "parallel" / "ua-gec.en-uk.tsv.xz").read_bytes()).decode()
    assert written == "Yesterday it rained heavily.\tУчора падав сильний дощ.\n"


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
