"""A long sentence is asked for in parts, and its draft is one sentence again."""

from __future__ import annotations

import json
import shutil

import pytest

from translit.engines import open_engine
from translit.engines.parting import Parting, together
from translit.engines.pieces import UNFINISHED
from translit.passages import Draft, Span


class Saying:
    """An engine that says what it is asked, with a number before it in its rivals, and remembers it."""

    signature, annotation = "saying", ("⟦", "⟪", "⟫")

    def __init__(self):
        self.asked = []

    def fits(self, sentence):
        return len(sentence) < 1000

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        self.asked += zip(sentences, starts or [""] * len(sentences), without or [()] * len(sentences), strict=True)
        return [Draft(one, rivals=tuple(Draft(f"{n} {one}") for n in range(rivals))) for one in sentences]

    def weigh(self, sentences, texts):
        return [float(-len(text)) for text in texts]


LONG = "The court sat all day, but the judges who heard the case gave no reason."
PARTS = ["The court sat all day,", "but the judges who heard the case gave no reason."]


def asked(engine):
    return [sentence for sentence, _, _ in engine.asked]


def test_only_a_long_sentence_is_parted():
    engine = Saying()
    parting = Parting(engine, 50, "ru")
    drafts = parting.translate([LONG, "The court sat."])
    assert asked(engine) == [*PARTS, "The court sat."]
    assert [draft.text for draft in drafts] == [LONG, "The court sat."]


def test_a_sentence_that_is_not_parted_is_asked_for_as_it_stands():
    engine = Saying()
    Parting(engine, 50, "ru").translate([" The court sat. ", ""])
    assert asked(engine) == [" The court sat. ", ""]


def test_a_sentence_whose_beginning_is_given_is_asked_for_whole():
    engine = Saying()
    Parting(engine, 50, "ru").translate([LONG, LONG], starts=["Суд", ""], without=[["судья"], ["день"]])
    assert engine.asked == [(LONG, "Суд", ["судья"]), (PARTS[0], "", ["день"]), (PARTS[1], "", ["день"])]


def test_annotations_and_addresses_are_not_cut_and_do_not_count():
    engine = Saying()
    shown = LONG.replace("sat all day", "⟦sat all day, but not long,⟪заседал весь день, но недолго⟫")
    address = "https://example.org/" + "a-long-way/" * 8
    Parting(engine, len(LONG) + 20, "ru").translate([shown])
    assert asked(engine) == [shown]
    Parting(engine, 50, "ru").translate([f"{LONG} {address}"])
    assert address in asked(engine)[-1]


def test_rivals_are_of_the_whole_sentence():
    [draft] = Parting(Saying(), 50, "ru").translate([LONG], rivals=2)
    assert [rival.text for rival in draft.rivals] == [f"{n} {PARTS[0]} {n} {PARTS[1]}" for n in range(2)]


@pytest.mark.parametrize(
    ("language", "drafts", "whole"),
    [
        ("ru", ["Суд заседал весь день.", "Но судьи молчали."], "Суд заседал весь день, но судьи молчали."),
        ("ru", ["Суд заседал весь день,", "но судьи молчали."], "Суд заседал весь день, но судьи молчали."),
        ("ru", ["", "Но судьи молчали."], "но судьи молчали."),
        ("en", ["The court sat.", "Monday it rose."], "The court sat, Monday it rose."),
        ("en", ["The court sat.", "But it rose."], "The court sat, but it rose."),
        ("en", ["The court sat.", "I rose."], "The court sat, I rose."),
        ("en", ["The court sat.", "I'm gone."], "The court sat, I'm gone."),
        ("en", ["The court sat.", "Putin rose."], "The court sat, Putin rose."),
    ],
)
def test_stops_and_capitals_of_parts_are_taken_back(language, drafts, whole):
    cut = len(PARTS[0])
    parts = [(Span(0, cut), Draft(drafts[0])), (Span(cut + 1, len(LONG)), Draft(drafts[1]))]
    assert together(LONG, parts, language).text == whole


@pytest.mark.parametrize(
    ("language", "drafts", "whole"),
    [
        ("ru", ["Его знают судьи.", "Которые молчат."], "Его знают судьи, которые молчат."),
        ("uk", ["Його знають судді.", "І всі мовчать."], "Його знають судді і всі мовчать."),
        ("be", ["Яго ведаюць суддзі.", "Якія маўчаць."], "Яго ведаюць суддзі, якія маўчаць."),
        ("en", ["The judges know.", "What he did."], "The judges know what he did."),
    ],
)
def test_a_clause_gets_its_comma(language, drafts, whole):
    text = "the judges know what he did"
    parts = [(Span(0, 15), Draft(drafts[0])), (Span(16, 27), Draft(drafts[1]))]
    assert together(text, parts, language).text == whole


def test_a_name_keeps_its_capital_and_a_dash_comes_along():
    text = "это было так — сказал Путин"
    first, second = Span(0, 14), Span(15, len(text))
    name = Draft("Путін сказав", ((Span(7, 12), Span(0, 5)), (Span(0, 6), Span(6, 12))))
    draft = together(text, [(first, Draft("Це було так.")), (second, name)], "uk")
    assert draft.text == "Це було так — Путін сказав"
    assert [(a.of(text), b.of(draft.text)) for a, b in draft.alignment] == [("Путин", "Путін"), ("сказал", "сказав")]


@pytest.mark.parametrize(
    ("draft", "stands_for", "whole"),
    [
        ("Ожидается Джонс", "awaited", "Суд молчит, ожидается Джонс"),
        ("Джонс ожидается", "Jones", "Суд молчит, Джонс ожидается"),
        ("Джонс ожидается", "awaited", "Суд молчит, Джонс ожидается"),
    ],
)
def test_a_verb_before_the_name_that_began_a_part_has_no_capital(draft, stands_for, whole):
    text = "the court is silent, Jones is awaited"
    at = text.index(stands_for) - 21
    second = Draft(draft, ((Span(at, at + len(stands_for)), Span(0, draft.index(" "))),))
    assert together(text, [(Span(0, 20), Draft("Суд молчит.")), (Span(21, len(text)), second)], "ru").text == whole


def test_a_part_without_an_end_leaves_the_whole_without_one():
    parts = [(Span(0, 22), Draft("Суд", score=-0.5)), (Span(23, 72), Draft("судьи судьи", score=UNFINISHED))]
    assert together(LONG, parts, "ru").score == UNFINISHED


def test_the_manifest_says_how_long_is_too_long(tiny, tmp_path):
    folder = shutil.copytree(tiny, tmp_path / "short-winded")
    manifest = json.loads((folder / "translit.json").read_text())
    (folder / "translit.json").write_text(json.dumps(manifest | {"long": 50}))
    parts = ["Protesters gathered near the railway station,", "despite the rain of Tuesday."]
    sentence, cut = " ".join(parts), len(parts[0])
    plain, parted = (open_engine("en", "ru", model=one) for one in (tiny, folder))
    ends = zip((Span(0, cut), Span(cut + 1, len(sentence))), plain.translate(parts), strict=True)
    assert parted.translate([sentence, parts[0]]) == [together(sentence, list(ends), "ru"), *plain.translate(parts[:1])]
