"""What the model is led to, where its draft has nothing for a term."""

import pytest

from translit.decisions import Action, Decision, Outcome
from translit.drafting import attempted
from translit.leading import leads
from translit.passages import Draft, Mention, MentionKind, Span


class Forgetful:
    """An engine that drops a term unless its draft must begin with it; it remembers what it was led to."""

    signature, annotation = "forgetful", None

    def __init__(self):
        self.starts = []

    def fits(self, sentence):
        return True

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        self.starts += starts or []
        return [Draft(f"{start} свободны.") for start in starts or ["" for _ in sentences]]

    def weigh(self, sentences, texts):
        return [0.0 for _ in texts]


@pytest.mark.parametrize(
    ("number", "first"), [("plural", "Политзаключённые"), ("singular", "Политзаключённый"), ("", "Политзаключённый")]
)
def test_the_forms_led_to_have_the_number_of_the_source(number, first):
    engine = Forgetful()
    mention = Mention(Span(0, 9), "Prisoners", MentionKind.TERM, "p", ("политзаключённый",), number=number)
    (attempt,) = attempted(engine, ["Prisoners are free."], [[mention]], "ru")
    assert engine.starts[0] == first
    assert attempt.placed.text == f"{first} свободны."


class Scripted(Forgetful):
    """An engine with a draft for each wish: plain, with rivals, without a word."""

    def __init__(self, plain, rivals=(), barred=""):
        super().__init__()
        self.plain, self.others, self.barred = plain, rivals, barred
        self.banned = []

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        if starts:
            return [Draft(start) for start in starts]
        if without:
            self.banned += without[0]
            return [Draft(self.barred)]
        return [Draft(self.plain, rivals=tuple(Draft(text) for text in self.others[:rivals])) for _ in sentences]


def term(text, source, target, **more):
    at = source.index(text)
    return Mention(Span(at, at + len(text)), text, MentionKind.TERM, "e", (target,), **more)


def test_a_hypothesis_that_has_the_term_goes_before_leading():
    source = "They met in the square."
    engine = Scripted("Они встретились там.", ("Они встретились на площади.",))
    (attempt,) = attempted(engine, [source], [[term("square", source, "площадь")]], "ru")
    assert attempt.placed.text == "Они встретились на площади."
    assert attempt.decisions[0].outcome is Outcome.RIVAL


def test_a_wording_that_must_not_stand_there_is_barred():
    source = "The rule changed."
    mention = term("rule", source, "правило", forbidden=("норма",))
    engine = Scripted("Норма изменилась.", barred="Правило изменилось.")
    (attempt,) = attempted(engine, [source], [[mention]], "ru")
    assert "норма" in engine.banned and "Нормы" in engine.banned
    assert attempt.placed.text == "Правило изменилось."


def test_a_wording_that_cannot_be_barred_gives_way_to_the_wanted_one():
    source = "The rule changed."
    mention = term("rule", source, "правило", forbidden=("норма",))
    (attempt,) = attempted(Scripted("Норма изменилась.", barred="Норма."), [source], [[mention]], "ru")
    assert "орма" not in attempt.placed.text


def test_a_term_is_never_put_behind_a_finished_sentence():
    source = "It rained in the late evening again."
    draft = Draft("Дождь шёл снова и снова.", ((Span(0, 12), Span(18, 23)),))
    decision = Decision(Action.MISSED, "", "evening", Span(0, 0), "", "", "", outcome=Outcome.MISSED)
    mention = term("evening", source, "вечер")
    starts = [lead.start for skip in range(6) for lead in leads(draft, source, mention, decision, "ru", skip)]
    assert starts and not any(start.startswith("Дождь шёл снова и снова") for start in starts)


def test_a_place_is_never_inside_a_hyphenated_word():
    source = "A deal with the bank."
    draft = Draft("Сделка с Банк-Центром была.", ((Span(0, 6), Span(9, 13)),))
    decision = Decision(Action.MISSED, "", "bank", Span(0, 0), "", "", "", outcome=Outcome.MISSED)
    ways = leads(draft, source, term("bank", source, "банк"), decision, "ru", 0)
    assert {lead.start.rpartition(" ")[0] for lead in ways} == {"Сделка с Банк-Центром"}
