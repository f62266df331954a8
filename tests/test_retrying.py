"""A draft that is empty, a copy or a loop is asked for in other ways, and the better one stands."""

import re

import pytest

from translit import Translator
from translit.decisions import Action, replay
from translit.drafting import attempted
from translit.passages import Draft, Mention, MentionKind, Span

LONG = "The minister went to the village, and the people of the village met him."
LOOP = "Министр министр министр министр министр министр министр."


class Looping:
    """An engine that runs in circles over sentences of more than `most` characters, unless the search is `wide`."""

    signature, annotation = "looping", None

    def __init__(self, most=10**6, wide=10**6, loop=LOOP):
        self.most, self.wide, self.loop, self.asked = most, wide, loop, []

    def fits(self, sentence):
        return True

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        self.asked += sentences
        return [
            Draft("Слова." if len(one) <= self.most or beam >= self.wide else self.loop, score=-1) for one in sentences
        ]

    def weigh(self, sentences, texts):
        return [0.0 for _ in texts]


@pytest.mark.parametrize("loop", [LOOP, LONG, "«»"], ids=["loop", "copy", "empty"])
@pytest.mark.parametrize(("engine", "how"), [({"most": 50}, "in parts"), ({"wide": 8, "most": 5}, "wider search")])
def test_another_way_is_found(loop, engine, how):
    (attempt,) = attempted(Looping(loop=loop, **engine), [LONG], [[]], "ru")
    assert "лова" in attempt.placed.text
    assert how in attempt.again


def test_where_nothing_helps_the_first_draft_stays():
    (attempt,) = attempted(Looping(most=0), [LONG], [[]], "ru")
    assert (attempt.placed.text, attempt.again) == (LOOP, "")


def test_a_good_draft_is_asked_for_once():
    engine = Looping()
    (attempt,) = attempted(engine, [LONG], [[]], "ru")
    assert engine.asked == [LONG] and not attempt.again


def test_parts_are_one_sentence_again():
    (attempt,) = attempted(Looping(most=50), [LONG], [[]], "ru")
    assert attempt.placed.text == "Слова, слова."


def test_no_mention_is_cut_in_two():
    text = "The head of the village of Upper Lower Middle Field, and nobody else but him, went home."
    at = text.index("village of Upper Lower Middle Field, and nobody else but")
    mention = Mention(Span(at, at + 56), text[at : at + 56], MentionKind.TERM, "e", ("слова",))
    engine = Looping(most=70)
    attempted(engine, [text], [[mention]], "ru")
    assert not any(mention.text not in part and mention.text[:12] in part for part in engine.asked)


def test_it_is_a_decision(monkeypatch):
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: Looping(most=50))
    done = Translator("en", "ru", engine="echo").translate(LONG)
    (again,) = [decision for decision in done.decisions if decision.action is Action.RETRIED]
    assert "the model repeats itself; translated again in parts" in again.reason
    assert replay(done.draft, done.decisions) == done.text


def test_no_word_is_cut_in_two():
    text = "normalizer = charset_normalizer.cli:cli_detect_and_everything_else_there_is"
    engine = Looping(most=0, loop=text)
    attempted(engine, [text], [[]], "ru")
    assert len(engine.asked) > 1
    words = {word for asked in engine.asked for word in re.findall("[a-z]+", asked)}
    assert words <= set(re.findall("[a-z]+", text))
