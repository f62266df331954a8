"""The path, walked with the echo engine: what is found, placed, settled and kept, and the promise of replay."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Glossary, NameBook, Translator, open_document
from translit.decisions import Action, replay
from translit.engines.echo import EchoEngine
from translit.errors import LanguageError, ModelError, UsageError
from translit.passages import Draft

ROOT = Path(__file__).parent.parent
GLOSSARY = ROOT / "glossaries" / "belarus.csv"
PEOPLE = ROOT / "glossaries" / "people-belarus.yaml"


@pytest.fixture(scope="module")
def translator():
    glossary, names = Glossary.read(GLOSSARY), NameBook.read(PEOPLE)
    return Translator("en", "ru", glossary=glossary, names=names, engine="echo")


def actions(passage):
    return {(decision.action, decision.source, decision.after) for decision in passage.decisions}


def test_terms_and_names_are_placed_with_a_reason(translator):
    done = translator.translate("Sviatlana Tsikhanouskaya left Minsk.")
    assert "Светлана Тихановская" in done.text
    assert "Минск" in done.text
    assert {decision.entry for decision in done.decisions} >= {"sviatlana-tsikhanouskaya"}
    assert all(decision.reason for decision in done.decisions)


def test_what_must_be_copied_is_copied(translator):
    done = translator.translate("More at https://example.org/a?b=1, news@example.org and #March.")
    assert "https://example.org/a?b=1" in done.text
    assert "news@example.org" in done.text
    assert "#March" in done.text


def test_a_line_without_words_goes_past_the_model():
    translator = Translator("en", "ru", engine="echo")
    assert translator.translate("* * *").text == "* * *"
    assert translator.translate("12 : 30").text == "12 : 30"


def test_an_unknown_language_is_named():
    with pytest.raises(LanguageError, match="'klingon' is not a language tag"):
        Translator("en", "klingon")


def test_no_way_between_two_languages_says_what_there_is():
    with pytest.raises(ModelError, match="en-ru"):
        Translator("fi", "sw")


@pytest.mark.parametrize("name", ["march.en.txt"])
def test_the_decisions_replay_to_the_result(translator, name):
    done = translator.translate_document(open_document(ROOT / "examples" / name))
    assert len(done.report.passages) > 4
    for passage in done.report.passages:
        assert replay(passage.draft, passage.decisions) == passage.text


WORDS = st.sampled_from(
    ["Minsk", "Lukashenko", "Mr", "said", "the", "NATO", "sanctions", "Iryna", "Kavalchuk’s", "—", "“yes”", "26",
     "Москва", "https://example.org", "Independence Square", "Tsikhanouskaya", "pro-Lukashenko", ",", ".", "U.S.", "😀"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_whatever_the_words_the_decisions_replay(translator, words):
    done = translator.translate(" ".join(words))
    assert replay(done.draft, done.decisions) == done.text
    assert [number for number in words if number.isdigit()] == [w for w in done.text.split() if w.isdigit()]


class Narrow(EchoEngine):
    """An echo that takes no more than forty characters."""

    def fits(self, sentence):
        return len(sentence) <= 40


def test_a_sentence_that_is_too_long_is_split_and_nothing_is_lost(monkeypatch):
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: Narrow())
    translator = Translator("en", "ru", engine="echo")
    text = "word " * 999 + "end."
    done = translator.translate(text)
    assert done.text == text
    split = [decision for decision in done.decisions if decision.action is Action.SPLIT]
    assert len(split) > len(text) / 40


def test_what_is_left_in_another_script_is_listed(translator):
    done = translator.translate("Microsoft opened in Minsk, see https://example.org.")
    (doubt,) = [decision for decision in done.decisions if "another script" in decision.reason]
    assert "Microsoft" in doubt.reason and "https" not in doubt.reason and "Минск" not in doubt.reason


def test_progress_ends_at_the_whole(translator):
    seen = []
    document = open_document(ROOT / "examples" / "march.en.txt")
    translator.translate_document(document, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    assert seen == sorted(seen)


def test_two_legs_carry_terms_and_names_and_the_report_says_so(monkeypatch):
    monkeypatch.setattr("translit.translator.route", lambda *_: [("be", "en"), ("en", "uk")])
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: EchoEngine())
    translator = Translator("be", "uk", glossary=Glossary.read(GLOSSARY), names=NameBook.read(PEOPLE))
    done = translator.translate("Святлана Ціханоўская пакінула Мінск.")
    assert done.text.startswith("Світлана Тихановська")
    assert "Мінськ" in done.text
    assert replay(done.draft, done.decisions) == done.text
    (pivoted,) = [decision for decision in done.decisions if decision.action is Action.PIVOTED]
    assert "through en" in pivoted.reason
    assert translator.signature.count(" > ") == 1


def test_a_family_name_alone_is_written_as_in_the_full_name_and_as_in_the_rest_of_the_batch(tmp_path):
    texts = {"a.txt": "Gordon Ramsbottom spoke.\n\nThen Ramsbottom left.\n", "b.txt": "Ramsbottom was there too.\n"}
    documents = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        documents.append(open_document(tmp_path / name))
    alone = Translator("en", "ru", engine="echo")
    together = alone.meeting(documents)
    assert "Ramsbottom" not in alone.translate_document(documents[0]).render().decode()
    assert "Ramsbottom" in alone.translate_document(documents[1]).render().decode()
    done = together.translate_document(documents[1])
    assert "Рамсботтом" in done.render().decode()
    assert [decision.source for decision in done.report.doubts if decision.entry] == ["Ramsbottom"]


def test_a_style_of_the_register_is_written(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text(
        "- id: kyiv\n  kind: place\n  forms: {uk: Київ, en: Kyiv}\n"
        "  styles: [{style: old, language: en, form: Kiev}]\n",
        encoding="utf-8",
    )
    names = NameBook.read(path)
    for style, wanted in (("", "Kyiv"), ("old", "Kiev")):
        translator = Translator("uk", "en", names=names, style=style, engine="echo")
        assert wanted in translator.translate("Київ").text
    with pytest.raises(UsageError, match="no style 'new'"):
        Translator("uk", "en", names=names, style="new", engine="echo")


class Garbling:
    """An engine that knows one sentence by heart."""

    signature, annotation = "garbling", None

    def fits(self, sentence):
        return True

    def translate(self, sentences, **_):
        return [Draft("Она сделала это профестично на blaha.com.", score=-0.1) for _ in sentences]

    def weigh(self, sentences, texts):
        return [0.0 for _ in texts]


def test_a_word_that_no_dictionary_has_is_listed(monkeypatch):
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: Garbling())
    done = Translator("en", "ru", engine="echo").translate("She did it professionally at blaha.com.")
    assert [one.reason for one in done.decisions if one.action is Action.DOUBTED] == ["no dictionary has: профестично"]
    assert "профестично" in done.text  # a word in its place might be as wrong, and look right
