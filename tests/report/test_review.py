"""The sentences to read first: ranked, told of in JSON, on the page and in the terminal."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from translit import Glossary, Translator
from translit.passages import Span
from translit.report import RatedSentence, Report, TranslatedPassage
from translit.report.page import page
from translit.report.table import review


@pytest.fixture
def report():
    def passage(number):
        source, text = f"<i>One {number}. Two.", f"Раз <b>{number}. Два."
        first, second = len(source) - 5, len(text) - 5
        sentences = (
            RatedSentence(Span(0, first), Span(0, second), 0.05 * number, ("words <come> again",)),
            RatedSentence(Span(first + 1, first + 5), Span(second + 1, second + 5), 1.0, ()),
        )
        return TranslatedPassage(str(number), source, text, text, (), (), sentences)

    return Report("en", "ru", "model", tuple(passage(number) for number in range(15, 0, -1)))


def test_the_least_trusted_tenth_comes_first(report):
    assert [(passage.id, one.confidence) for passage, one in report.review] == [("1", 0.05), ("2", 0.1)]


def test_json_and_page_and_table_tell_of_it(report, tmp_path):
    report.write(tmp_path / "r.json")
    written = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [one["passage"] for one in written["review"]] == ["1", "2"]
    shown = page(report)
    assert '<a href="#p1">0.05</a> (words &lt;come&gt; again)' in shown and "Раз &lt;b&gt;1." in shown
    assert "<b>" not in shown
    console = Console(width=120)
    with console.capture() as caught:
        console.print(review(report))
    assert "<i>One 1." in caught.get() and "Раз <b>2." in caught.get() and "One 3" not in caught.get()


def test_the_stretches_are_right_when_all_is_placed():
    glossary = Glossary.read(Path(__file__).parents[2] / "glossaries" / "belarus.csv")
    translator = Translator("en", "ru", glossary=glossary, engine="echo")
    first = translator.translate("Minsk was silent. NATO was not. See https://example.org.")
    assert [one.target.of(first.text) for one in first.sentences] == [
        "Минск was silent.", "НАТО was not.", "See https://example.org.",
    ]  # fmt: skip
    assert [one.source.of(first.source)[:5] for one in first.sentences] == ["Minsk", "NATO ", "See h"]
    assert [one.confidence for one in translator.translate("* * *").sentences] == [1.0]
