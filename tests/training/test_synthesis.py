"""Text of which machines write one side."""

from __future__ import annotations

import lzma
import sys
from types import ModuleType, SimpleNamespace

import pytest

from training import synthesis
from training.belarusian import forms, writing
from training.ukrainian.lexicon import Lexicon


@pytest.mark.parametrize("tag", ["uk", "be"])
def test_russian_prose_is_put_into_its_neighbour_beside_its_english(tmp_path, monkeypatch, tag):
    (tmp_path / "parallel").mkdir()
    rows = "The law was passed.\tЗакон  принят.\nThey believe in mumps.\tОни верят в мегрызлов.\n"
    (tmp_path / "parallel" / "own.en-ru.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    monkeypatch.setattr(synthesis, "_PROSE", ("own",))
    monkeypatch.setattr(synthesis, "lexicon", lambda russian, corpora, names: Lexicon())
    monkeypatch.setattr(synthesis, "lists_of_names", lambda names: {})
    monkeypatch.setattr(
        writing, "from_russian", lambda lines, tag, filters: ["Закон прыняты.", "Яны вераць у *мегрызлов."]
    )
    monkeypatch.setattr(forms, "_spelt", lambda words: set())
    synthesis.neighbours(tmp_path, tmp_path, tmp_path / "run", tag)
    written = lzma.decompress((tmp_path / "run" / "parallel" / f"word-for-word.en-{tag}.tsv.xz").read_bytes()).decode()
    # a sentence with a word that nobody knows teaches nothing
    assert written == "The law was passed.\t" + {"uk": "Закон прийнятий.", "be": "Закон прыняты."}[tag] + "\n"


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
