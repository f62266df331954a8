"""What the model is led to, where its draft has nothing for a term."""

import pytest

from translit.asking import Attempt
from translit.decisions import Action, Decision, Outcome
from translit.drafting import attempted
from translit.leading import leads, parted, unsettled
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


class Continuing(Forgetful):
    """An engine that writes on behind what it must begin with."""

    def __init__(self, *after):
        super().__init__()
        self.after = list(after)

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        return [Draft(start + self.after[0] if starts else "Он сказал.") for start in starts or sentences]


def test_letters_written_on_to_words_that_are_kept_go():
    source = "One AM said so."
    kept = Mention(Span(4, 6), "AM", MentionKind.KEEP, "", ("AM",), fixed=True)
    (attempt,) = attempted(Continuing("C сказал это."), [source], [[kept]], "ru")
    assert "AM сказал это." in attempt.placed.text
    assert attempt.decisions[0].outcome is Outcome.LED


def test_a_term_is_not_written_once_more_behind_itself():
    source = "He spoke of the policy."
    (attempt,) = attempted(Continuing(" полиса важен."), [source], [[term("policy", source, "полис")]], "ru")
    assert attempt.placed.text.lower().count("полис") == 1
    assert attempt.placed.text.endswith(" важен.")


def test_what_stands_behind_a_cut_keeps_its_words_of_the_source():
    draft = Draft(
        "полис полиса важен", ((Span(0, 3), Span(0, 5)), (Span(0, 3), Span(6, 12)), (Span(4, 8), Span(13, 18)))
    )
    shorter = parted(draft, "полис", term("policy", "policy", "полис"), "ru")
    assert shorter.text == "полис важен"
    assert shorter.alignment == ((Span(0, 3), Span(0, 5)), (Span(4, 8), Span(6, 11)))


@pytest.mark.parametrize(
    ("text", "before", "after", "left"),
    [
        ("Прошли _.", "контракты", "выборы", []),  # both plural: whatever agrees with one agrees with the other
        ("Прошёл _.", "матч", "выборы", [0]),  # a verb, before it or behind it, may have to change
        ("_ прошла.", "реформа", "переворот", [0]),
        ("После _.", "новой реформы", "революции", []),
        ("Он говорил о _ недавно.", "матче", "реформе", []),  # nothing behind it agrees with either
        ("Он говорил о _, принятом недавно.", "законе", "реформе", [0]),
        ("Он говорил о _, который приняли.", "законе", "реформе", [0]),
        ("Он говорил о _.", "также", "реформе", [0]),
    ],
)
def test_a_term_that_fits_its_place_needs_no_leading(text, before, after, left):
    mention = term("vote", "The vote", "выборы")
    at = text.index("_")
    decision = Decision(Action.PLACED, "", "vote", Span(0, 6), before, after, "", outcome=Outcome.REPLACED)
    placed = Draft(text.replace("_", after), ((mention.span, Span(at, at + len(after))),))
    assert unsettled(Attempt(placed, placed, (decision,)), [mention], "ru") == left


def test_a_missed_term_behind_a_preposition_is_led_to_in_its_cases():
    source = "He spoke about the reform again and again."
    draft = Draft("Он говорил о снова и снова.", ((Span(3, 14), Span(3, 12)),))
    decision = Decision(Action.MISSED, "", "reform", Span(0, 0), "", "", "", outcome=Outcome.MISSED)
    ways = leads(draft, source, term("reform", source, "реформа", number="singular"), decision, "ru", 0)
    assert [lead.start for lead in ways] == ["Он говорил о реформе"]
    assert ways[0].tried.startswith("Он говорил о реформе снова и")


def test_an_adjective_before_a_missed_term_agrees_with_it():
    source = "They spoke of the new reform in the evening."
    draft = Draft("Они говорили о новом вечером там.", ((Span(18, 21), Span(15, 20)),))
    decision = Decision(Action.MISSED, "", "reform", Span(0, 0), "", "", "", outcome=Outcome.MISSED)
    ways = leads(draft, source, term("reform", source, "реформа", number="singular"), decision, "ru", 0)
    assert [lead.start for lead in ways] == ["Они говорили о новой реформе"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Большой «Марш свободы» продолжался долго.", "Большой «Марш свободы»"),
        ("«Это, говорю я, Марш свободы», — сказал он.", "«Это, говорю я, Марш свободы"),
    ],
)
def test_a_term_is_led_to_behind_a_name_in_quotation_marks_and_inside_of_speech(text, kept):
    source = "The March of Freedom in Minsk went on."
    at = text.index("Марш свободы")
    draft = Draft(text, ((Span(4, 20), Span(at, at + 12)),))
    decision = Decision(Action.MISSED, "", "Minsk", Span(0, 0), "", "", "", outcome=Outcome.MISSED)
    ways = leads(draft, source, term("Minsk", source, "Минск"), decision, "ru", 0)
    assert {lead.start.rpartition(" ")[0] for lead in ways} == {kept}


class Reading(Forgetful):
    """An engine that writes what it is shown, and has a draft of its own for a sentence that shows it nothing."""

    annotation = ("⟦", "⟪", "⟫")

    def __init__(self, plain):
        super().__init__()
        self.plain, self.asked = plain, []

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        self.asked += sentences
        return [Draft(self._written(sentence)) for sentence in sentences]

    def _written(self, sentence):
        if "⟪" not in sentence:
            return self.plain
        return f"Показано: {sentence.split('⟪')[1].split('⟫')[0]}."


def test_a_term_that_the_draft_has_by_itself_is_not_shown():
    source = "They met in the square."
    engine = Reading("Они встретились на площади.")
    (attempt,) = attempted(engine, [source], [[term("square", source, "площадь")]], "ru")
    assert engine.asked == [source]
    assert (attempt.placed.text, attempt.decisions[0].outcome) == (engine.plain, Outcome.ALREADY)


def test_a_term_that_the_draft_lacks_is_shown_before_the_model_is_led():
    source = "They met in the square."
    engine = Reading("Они встретились там.")
    (attempt,) = attempted(engine, [source], [[term("square", source, "площадь")]], "ru")
    assert engine.asked == [source, "They met in the ⟦square⟪площадь⟫."]
    assert (attempt.placed.text, attempt.decisions[0].outcome) == ("Показано: площадь.", Outcome.ANNOTATED)
    assert not engine.starts


@pytest.mark.parametrize(
    ("draft", "shown"), [("Кремля сказала нет.", 2), ("Кремль сказал нет.", 1), ("У Кремля нет слов.", 1)]
)
def test_a_term_that_begins_a_sentence_in_a_case_of_no_subject_is_shown(draft, shown):
    source = "The Kremlin said no."
    engine = Reading(draft)
    attempted(engine, [source], [[term("Kremlin", source, "Кремль")]], "ru")
    assert len(engine.asked) == shown


def test_a_name_is_shown_from_the_first():
    source = "Tsikhanouskaya spoke in the square."
    name = Mention(Span(0, 14), "Tsikhanouskaya", MentionKind.NAME, "n", ("Тихановская",))
    engine = Reading("Она говорила на площади.")
    attempted(engine, [source], [[name, term("square", source, "площадь")]], "ru")
    assert engine.asked[0] == "⟦Tsikhanouskaya⟪Тихановская⟫ spoke in the square."
