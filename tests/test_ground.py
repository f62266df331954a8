"""The values that travel: decisions replay, alignments compose, letters know their script."""

import langcodes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.alignments import composed, shifted
from translit.decisions import Action, Decision, replay
from translit.errors import LanguageError, Problem, TranslitError
from translit.languages import NAMES, language
from translit.letters import Shape, capitalised, mixed_script_words, script_of, scripts, shape_of
from translit.passages import Span
from translit.verbatim import copied, has_words


@given(st.text(min_size=1, max_size=40), st.data())
def test_replay_does_what_the_decisions_say(text, data):
    made, now = [], text
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(now)))
        end = data.draw(st.integers(start, len(now)))
        after = data.draw(st.text(max_size=5))
        made.append(Decision(Action.PLACED, "p", "", Span(start, end), now[start:end], after, "because"))
        now = now[:start] + after + now[end:]
    assert replay(text, made) == now


def test_replay_refuses_a_decision_about_another_text():
    with pytest.raises(ValueError, match="stands 'Минск'"):
        replay("Минск", [Decision(Action.PLACED, "p", "", Span(0, 5), "Брест", "Гродно", "because")])


def test_alignments_compose_over_what_they_share():
    first = ((Span(0, 3), Span(4, 8)),)
    second = ((Span(5, 6), Span(0, 2)), (Span(0, 3), Span(3, 4)))
    assert composed(first, second) == ((Span(0, 3), Span(0, 2)),)
    assert composed(None, second) == second


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 2), Span(0, 2)), (Span(6, 8), Span(9, 11)), (Span(2, 5), Span(2, 8)), (Span(3, 4), Span(2, 8))],
)
def test_a_stretch_moves_with_an_edit(span, expected):
    assert shifted(span, Span(2, 5), 6) == expected


@pytest.mark.parametrize(
    ("tag", "short", "script"),
    [("be", "be", "Cyrl"), ("BE_by", "be", "Cyrl"), ("sr-Latn", "sr-Latn", "Latn"), ("eng", "en", "Latn")],
)
def test_a_tag_is_read_in_any_dress(tag, short, script):
    assert (language(tag).tag, language(tag).script) == (short, script)


@pytest.mark.parametrize("tag", sorted(NAMES))
def test_the_languages_we_know_well_are_what_langcodes_says_they_are(tag):
    assert (language(tag).tag, language(tag).script) == (tag, langcodes.get(tag).maximize().script)


@pytest.mark.parametrize("tag", ["klingon", "by", "", "e", "русский"])
def test_what_is_no_language(tag):
    with pytest.raises(LanguageError, match="is not a language tag"):
        language(tag)


def test_direction():
    assert language("ar").right_to_left and not language("be").right_to_left


def test_scripts_and_their_mixtures():
    assert (script_of("ў"), script_of("ł"), script_of("ʹ"), script_of("1")) == ("Cyrl", "Latn", "", "")
    assert scripts("Минск 2020") == {"Cyrl"}
    assert [word for _, word in mixed_script_words("Минск, Mинск, Нью-York")] == ["Mинск"]


def test_shapes():
    assert [shape_of(w) for w in ("минск", "Минск", "МИНСК", "МкДон", "A")] == [
        Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.MIXED, Shape.TITLE,
    ]  # fmt: skip
    assert capitalised("«минск»") == "«Минск»"


def test_what_is_copied():
    text = "See https://a.org/x?b=1, mail a.b@c.org or example.com. #March #1 @user_9 AT&T"
    assert [span.of(text) for span in copied(text)] == [
        "https://a.org/x?b=1", "a.b@c.org", "example.com", "#March", "@user_9",
    ]  # fmt: skip
    assert not has_words("https://a.org — 12", copied("https://a.org — 12"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{{ count }} of {total} files, {0}", ["{{ count }}", "{total}", "{0}"]),
        ("${user.name} owes %d of %(sum)s, %1$s, %.2f", ["${user.name}", "%d", "%(sum)s", "%1$s", "%.2f"]),
        ("50% did; 100% sure, 3%s, {he laughs}", []),
        (
            "It came {n, plural, one {a {unit} ago} other {# days ago}}.",
            ["{n, plural, one {a {unit} ago} other {# days ago}}"],
        ),
        ("{n, plural, one {never closed", []),
    ],
)
def test_placeholders_of_programs_are_copied(text, kept):
    assert [span.of(text) for span in copied(text)] == kept


def test_an_error_says_where_and_all_at_once(tmp_path):
    error = TranslitError([Problem("one", tmp_path / "a", 3), Problem("two")])
    assert str(error) == f"{tmp_path / 'a'}, line 3: one\ntwo"
