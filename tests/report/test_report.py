"""The report: counted, written as JSON and as a page that no text can break out of."""

import json

import pytest
from rich.console import Console

from translit.decisions import Action, Decision
from translit.errors import UsageError
from translit.passages import Span
from translit.report import Report, TranslatedPassage
from translit.report.page import page
from translit.report.table import table

PLACED = Decision(Action.PLACED, "p1", "Minsk", Span(0, 5), "Minsk", "Минск", "nominative", "minsk")
MISSED = Decision(Action.MISSED, "p1", "<b>sanctions[/]", Span(5, 5), "", "", "nothing stands for it")


@pytest.fixture
def report():
    passage = TranslatedPassage("p1", "Minsk <script>", "Minsk", "Минск", (), (PLACED, PLACED, MISSED))
    return Report("en", "ru", "model|1", (passage,))


def test_what_is_counted(report):
    assert report.counts == {Action.PLACED: 2, Action.MISSED: 1}
    assert report.doubts == (MISSED,)


def test_json_holds_everything_to_replay(report, tmp_path):
    report.write(tmp_path / "r.json")
    (passage,) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["passages"]
    assert (passage["draft"], passage["text"]) == ("Minsk", "Минск")
    assert passage["decisions"][0] == PLACED.as_dict()


def test_the_page_escapes_every_text(report):
    written = page(report)
    assert "<script>" not in written and "<b>sanctions" not in written
    assert "Minsk &lt;script&gt;" in written
    assert "1 place to look at" in written


def test_the_table_joins_equal_rows_and_reads_no_markup(report):
    console = Console(width=120)
    with console.capture() as caught:
        console.print(table(report))
    rows = caught.get()
    assert "<b>sanctions[/]" in rows
    assert rows.count("Минск") == 1


def test_another_suffix_is_refused(report, tmp_path):
    with pytest.raises(UsageError, match=r"not as '\.pdf'"):
        report.write(tmp_path / "r.pdf")
