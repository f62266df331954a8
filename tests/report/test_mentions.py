"""The report tells of every mention where it stands and how it came there; its JSON keeps to the schema."""

import json
from pathlib import Path

import jsonschema
import pytest

import translit.report
from translit import Glossary, NameBook, Translator
from translit.decisions import Outcome
from translit.passages import Span
from translit.report import Report

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads(Path(translit.report.__file__).with_name("schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report():
    glossary = Glossary.read(ROOT / "glossaries" / "belarus.csv")
    names = NameBook.read(ROOT / "glossaries" / "people-belarus.yaml")
    translator = Translator("en", "ru", glossary=glossary, names=names, engine="echo")
    passage = translator.translate("Sviatlana Tsikhanouskaya left Minsk. NATO and Minsk were silent.")
    return Report("en", "ru", "echo", (passage,))


def test_every_mention_has_its_stretch_of_both_texts(report):
    (passage,) = report.passages
    told = list(report.mentions)
    assert len(told) >= 4
    for one in told:
        assert one.source.of(passage.source) == one.words
        assert one.target.of(passage.text) == one.form
    assert [one.form for one in told if one.words == "Minsk"] == ["Минск", "Минск"]
    assert len({one.target for one in told}) == len(told)


def test_the_json_keeps_to_the_schema(report):
    found = report.as_dict()
    jsonschema.validate(found, SCHEMA)
    assert found["terms"]["mentions"] == len(list(report.mentions))
    assert set(SCHEMA["$defs"]["outcome"]["enum"]) == {str(outcome) for outcome in Outcome}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found | {"terms": {"mentions": 1, "success": 2, "outcomes": {}}}, SCHEMA)


def test_a_report_without_mentions_is_a_success():
    assert Report("en", "ru", "echo", ()).as_dict()["terms"] == {"mentions": 0, "success": 1.0, "outcomes": {}}


def test_a_missed_mention_stands_nowhere():
    from translit.decisions import Action, Decision
    from translit.report.mentions import mentions_of, totals

    gone = Decision(Action.MISSED, "1", "square", Span(5, 5), "", "", "nothing", outcome=Outcome.MISSED, at=Span(0, 6))
    (told,) = mentions_of([gone], "Слово")
    assert told.target is None and not told.stands
    assert totals([told])["success"] == 0
