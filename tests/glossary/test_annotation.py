from hypothesis import given, settings
from hypothesis import strategies as st

from translit.glossary import annotate
from translit.passages import Mention, MentionKind, Span

MARKERS = ("⟦", "⟪", "⟫")


def term(text, words, target, kind=MentionKind.TERM):
    at = text.index(words)
    return Mention(Span(at, at + len(words)), words, kind, "e", (target,))


def test_the_wanted_words_stand_beside_the_term():
    text = "They met in Independence Square."
    annotated = annotate(text, [term(text, "Independence Square", "площадь Независимости")], MARKERS)
    assert annotated.text == "They met in ⟦Independence Square⟪площадь Независимости⟫."


def test_the_way_back():
    text = "In Minsk now."
    annotated = annotate(text, [term(text, "Minsk", "Минск")], MARKERS)
    assert annotated.text == "In ⟦Minsk⟪Минск⟫ now."

    def back(words):
        at = annotated.text.index(words)
        return annotated.original(Span(at, at + len(words))).of(text)

    assert back("In") == "In"
    assert back("Min") == "Min"
    assert back("Минск") == "Minsk"
    assert back("⟫") == "Minsk"
    assert back("now") == "now"
    assert back("⟫ now") == "Minsk now"
    assert annotated.original(Span(len(annotated.text), len(annotated.text))) == Span(len(text), len(text))


def test_capitals_where_the_sentence_shouts():
    shout, talk = "MARCH IN MINSK", "The EU in Minsk"
    assert "⟪МИНСК⟫" in annotate(shout, [term(shout, "MINSK", "Минск")], MARKERS).text
    assert "⟪Европейский союз⟫" in annotate(talk, [term(talk, "EU", "Европейский союз")], MARKERS).text
    assert "⟪Viasna⟫" in annotate(shout, [term(shout, "MINSK", "Viasna", MentionKind.KEEP)], MARKERS).text


def test_a_text_with_markers_of_its_own_is_not_annotated():
    text = "The set ⟦Minsk⟧"
    annotated = annotate(text, [term(text, "Minsk", "Минск")], MARKERS)
    assert annotated.text == text
    assert annotated.original(Span(4, 7)) == Span(4, 7)


def test_a_target_with_markers_is_left_out():
    text = "Minsk and Brest"
    mentions = [term(text, "Minsk", "Мин⟫ск"), term(text, "Brest", "Брест")]
    assert annotate(text, mentions, MARKERS).text == "Minsk and ⟦Brest⟪Брест⟫"


@settings(deadline=None)
@given(st.text("ab c", max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_every_character_of_the_text_finds_its_way_back(text, cuts):
    places = sorted(cut for cut in set(cuts) if cut <= len(text))
    mentions = [
        Mention(Span(a, b), text[a:b], MentionKind.TERM, "e", ("x" * (b - a),))
        for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    annotated = annotate(text, mentions, MARKERS)
    at = 0
    for place, letter in enumerate(annotated.text):
        back = annotated.original(Span(place, place + 1))
        assert back == Span(back.start, back.end)
        assert 0 <= back.start < back.end <= len(text)
        if letter not in "⟦⟪⟫x":
            assert back == Span(at, at + 1)
            at += 1
    assert at == len(text)
