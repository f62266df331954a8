"""Translations of people: they go before a model's, word for word, and only where nothing else was asked for."""

import json
from dataclasses import replace

import pytest

from translit import Glossary, Translator
from translit.decisions import Action
from translit.drafting import attempted
from translit.engines.echo import EchoEngine
from translit.errors import GlossaryError, RecallError
from translit.given import Given, read_pairs
from translit.glossary import Entry, Target
from translit.memory import Memory, Pair
from translit.report.bilingual import tmx

PAIR = Pair("en", "ru", "Nobody left.", "Никто не ушёл.")


class _Unaligned(EchoEngine):
    """A model that finds every beginning likely and does not know which words stand for which."""

    def translate(self, sentences, **call):
        return [replace(draft, alignment=()) for draft in super().translate(sentences, **call)]


@pytest.fixture
def memory(tmp_path):
    memory = Memory(tmp_path / "memory.sqlite")
    memory.keep_given([PAIR])
    yield memory
    memory.close()


def test_what_people_wrote_goes_before_the_model(memory):
    told = Given(EchoEngine(), memory, "en", "ru").translate(["Rivers.", "Nobody left."])
    assert [draft.text for draft in told] == ["Rivers.", "Никто не ушёл."]
    assert all(target.end <= len(PAIR.text) for _, target in told[1].alignment)


@pytest.mark.parametrize("call", [{"starts": ["Все"]}, {"without": [["Никто"]]}, {"beam": 2}])
def test_whoever_asks_for_more_asks_the_model(memory, call):
    [draft] = Given(EchoEngine(), memory, "en", "ru").translate(["Nobody left."], **call)
    assert draft.text != PAIR.text


def test_neither_another_language_nor_another_sentence_is_meant(memory):
    for way, sentence in ((("en", "uk"), "Nobody left."), (("en", "ru"), "nobody left.")):
        [draft] = Given(EchoEngine(), memory, *way).translate([sentence])
        assert draft.text == sentence


def test_a_term_shown_to_the_model_is_no_other_sentence(memory):
    engine = EchoEngine()
    engine.annotation = ("⟦", "⟪", "⟫")
    memory.keep_given([Pair("en", "ru", "The road to Minsk is closed.", "Путь на Минск закрыт.")])
    given = Given(engine, memory, "en", "ru")
    [draft] = given.translate(["The road to ⟦Minsk⟪Минск⟫ is closed."])
    assert draft.text == "Путь на Минск закрыт."


def test_a_term_that_people_left_out_is_missed_and_their_sentence_stays(memory, tmp_path):
    memory.keep_given([Pair("en", "ru", "The road is closed again.", "Опять закрыт проезд.")])
    glossary = Glossary((Entry("road", {"en": (Target("road is closed"),), "ru": (Target("дорожный запрет"),)}),))
    given = Given(_Unaligned(), memory, "en", "ru")
    text = "The road is closed again."
    [one] = attempted(given, [text], [glossary.find(text, "en", "ru")], "ru")
    assert one.placed.text == "Опять закрыт проезд."
    assert [decision.action for decision in one.decisions] == [Action.MISSED]


def test_the_later_of_two_counts_and_a_batch_can_tell(memory):
    before = memory.imports
    memory.keep_given([Pair("en", "ru", "Nobody left.", "Все остались.")])
    assert memory.given("en", "ru", ["Nobody left."]) == {"Nobody left.": "Все остались."}
    assert memory.imports[: len(before)] == before and len(memory.imports) == len(before) + 1
    assert memory.clear() == 1
    assert (memory.imports, memory.given("en", "ru", ["Nobody left."])) == ([], {})


def test_a_translator_takes_them(memory):
    done = Translator("en", "ru", engine="echo", memory=memory).translate("Nobody left.")
    assert done.text == "Никто не ушёл."


def test_terms_are_looked_for_in_them(memory, tmp_path):
    (tmp_path / "terms.csv").write_text("en,ru\nnobody,никто\n", encoding="utf-8")
    glossary = Glossary.read(tmp_path / "terms.csv", source="en", target="ru")
    done = Translator("en", "ru", engine="echo", memory=memory, glossary=glossary).translate("Nobody left.")
    assert done.text == "Никто не ушёл."
    assert [decision.after for decision in done.decisions] == ["Никто"]


def test_pairs_are_read_from_tmx_and_lines_and_taken_apart(tmp_path):
    said = [("Nobody left. All stayed.", "Никто не ушёл. Все остались."), ("One. Two.", "Раз, два.")]
    (tmp_path / "a.tmx").write_bytes(tmx((("en", a), ("ru", b)) for a, b in said))
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"en": a, "ru": b, "note": 1}) + "\n" for a, b in said) + "\n", encoding="utf-8"
    )
    wanted = [PAIR, Pair("en", "ru", "All stayed.", "Все остались.")]
    for name in ("a.tmx", "a.jsonl"):
        assert read_pairs(tmp_path / name, "en", "ru") == wanted


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.jsonl", b'{"en": "Nobody."}\n', "no sentence in en with one in ru"),
        ("a.jsonl", b'{"en": "Nobody."\n', r"a\.jsonl, line 1"),
        ("a.jsonl", b"[1]\n", r"a\.jsonl, line 1"),
        ("a.jsonl", b"\xff\xfe", "UTF-8"),
        ("a.tmx", b"<tbx/>", "no TMX"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    with pytest.raises((RecallError, GlossaryError), match=why):
        read_pairs(tmp_path / name, "en", "ru")
