import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.markup import project_marks
from translit.passages import Mark, Span

SOURCE = "She read the long report, and left."
TARGET = "Прочитав длинный доклад, она ушла."
PAIRS = [("She", "она"), ("read", "Прочитав"), ("long", "длинный"), ("report", "доклад"), (",", ","), ("left", "ушла")]


def place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


ALIGNMENT = [(place(SOURCE, source), place(TARGET, target)) for source, target in PAIRS]


def projected(part: str, kind: str = "strong", alignment=ALIGNMENT) -> str:
    (mark,) = project_marks([Mark(place(SOURCE, part), kind, "x")], alignment, SOURCE, TARGET)
    assert (mark.kind, mark.data) == (kind, "x")
    return mark.span.of(TARGET)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("long report", "длинный доклад"),
        ("report", "доклад"),
        ("She", "она"),
        ("repo", "доклад"),  # a part of a word marks the whole word
        (SOURCE, TARGET),
        ("report, and left", "доклад, она ушла"),
    ],
)
def test_words_take_the_marks_of_the_words_they_are_aligned_with(part, expected):
    assert projected(part) == expected


def test_without_any_alignment_the_place_is_in_proportion_and_at_word_edges():
    assert projected("She", alignment=[]) == "Прочитав"
    assert projected("left", alignment=[]) == "ушла"
    assert projected("the long report", alignment=[]) == "длинный доклад"


def test_a_word_that_aligns_with_nothing_still_keeps_its_mark():
    assert projected("the") in TARGET.split()


def test_one_stray_pair_does_not_stretch_a_mark():
    source, target = "red flags hang there today", "чырвоныя сцягі вісяць там сёння на плошчы"
    pairs = [("red", "чырвоныя"), ("flags", "сцягі"), ("hang", "вісяць"), ("there", "там"), ("red", "плошчы")]
    alignment = [(place(source, one), place(target, other)) for one, other in pairs]
    (mark,) = project_marks([Mark(place(source, "red flags"), "em")], alignment, source, target)
    assert mark.span.of(target) == "чырвоныя сцягі"


def test_pieces_of_words_mark_the_whole_word():
    source, target = "big house", "вялікі дом"
    alignment = [(Span(0, 3), Span(0, 3)), (Span(4, 9), Span(7, 10))]
    (mark,) = project_marks([Mark(Span(0, 3), "em")], alignment, source, target)
    assert mark.span.of(target) == "вялікі"


def test_code_lands_on_its_copy():
    source, target = "Run make all now", "Зараз запусціце make all"
    alignment = [(place(source, "make"), place(target, "запусціце"))]
    (mark,) = project_marks([Mark(place(source, "make all"), "code", "`")], alignment, source, target)
    assert mark.span.of(target) == "make all"


def test_marks_stay_where_nothing_was_translated():
    text = "{n, plural, other { days}}"
    marks = (Mark(Span(19, 19), "x"),)
    assert project_marks(marks, [], text, text) == marks


def test_a_link_over_an_address_lands_on_its_copy():
    source, target = "See https://a.example/b now", "Сейчас смотри https://a.example/b там"
    alignment = [(place(source, "https"), place(target, "смотри"))]
    (mark,) = project_marks([Mark(place(source, "https://a.example/b"), "link")], alignment, source, target)
    assert mark.span.of(target) == "https://a.example/b"


def test_a_mark_inside_another_stays_inside():
    source, target = "the very long report", "доклад очень длинный"
    pairs = [("very", "очень"), ("long", "длинный"), ("report", "доклад")]
    alignment = [(place(source, one), place(target, other)) for one, other in pairs]
    outer, inner = Mark(place(source, "very long report"), "link"), Mark(place(source, "long"), "em")
    around, inside = project_marks([outer, inner], alignment, source, target)
    assert inside.span.of(target) == "длинный"
    assert around.span.start <= inside.span.start and inside.span.end <= around.span.end


def test_a_footnote_follows_its_word_and_a_break_goes_before_one():
    note = place(SOURCE, "report").end
    found = project_marks([Mark(Span(note, note), "footnote", "[^1]")], ALIGNMENT, SOURCE, TARGET)
    assert found[0].span.start == place(TARGET, "доклад").end
    before = place(SOURCE, "long").start
    found = project_marks([Mark(Span(before, before), "break")], ALIGNMENT, SOURCE, TARGET)
    assert found[0].span.start == place(TARGET, "длинный").start


def test_marks_at_the_ends_stay_at_the_ends():
    marks = [Mark(Span(0, 0), "html", "<a id='1'>"), Mark(Span(len(SOURCE), len(SOURCE)), "footnote")]
    first, last = project_marks(marks, ALIGNMENT, SOURCE, TARGET)
    assert (first.span.start, last.span.start) == (0, len(TARGET))


def test_an_empty_draft_keeps_the_marks_without_width():
    assert project_marks([Mark(Span(0, 3), "em")], [], SOURCE, "") == (Mark(Span(0, 0), "em"),)


@pytest.mark.parametrize(
    ("marks", "alignment"),
    [([Mark(Span(0, 99), "em")], []), ([], [(Span(0, 1), Span(0, 99))]), ([], [(Span(98, 99), Span(0, 1))])],
)
def test_a_span_outside_its_text_is_refused(marks, alignment):
    with pytest.raises(ValueError, match="outside a text"):
        project_marks(marks, alignment, SOURCE, TARGET)


@st.composite
def sentences_with_marks(draw):
    words = st.lists(st.sampled_from(["адзін", "two", "три", "4", "«a»", "b,", "c."]), max_size=7).map(" ".join)
    source, target = draw(words), draw(words)

    def span(text):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        return Span(start, end)

    marks = [
        Mark(span(source), draw(st.sampled_from(["em", "link", "code"])), str(n))
        for n in range(draw(st.integers(0, 4)))
    ]
    alignment = [(span(source), span(target)) for _ in range(draw(st.integers(0, 6)))]
    return marks, alignment, source, target


@given(sentences_with_marks())
def test_no_mark_is_lost_and_marks_without_width_keep_their_order(case):
    marks, alignment, source, target = case
    found = project_marks(marks, alignment, source, target)
    assert [(mark.kind, mark.data) for mark in found] == [(mark.kind, mark.data) for mark in marks]
    assert all(0 <= mark.span.start <= mark.span.end <= len(target) for mark in found)
    pairs = sorted(zip(marks, found, strict=True), key=lambda pair: pair[0].span.start)
    void = [new.span.start for old, new in pairs if not len(old.span)]
    assert void == sorted(void)
    if target:
        assert all(len(new.span) for old, new in pairs if len(old.span))
