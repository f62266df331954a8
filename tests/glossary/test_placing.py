import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.decisions import Action, replay
from translit.glossary import place
from translit.passages import Draft, Mention, MentionKind, Span

CASES = yaml.safe_load(Path(__file__).with_name("placing_cases.yaml").read_text(encoding="utf-8"))
NUMBERED = re.compile(r"\{(\d):([^}]*)\}")


def plain(text: str) -> tuple[str, dict[int, Span]]:
    """'in {1:Minsk}' -> ('in Minsk', {1: Span(3, 8)})."""
    spans, out = {}, ""
    at = 0
    for match in NUMBERED.finditer(text):
        out += text[at : match.start()]
        if match[2]:
            spans[int(match[1])] = Span(len(out), len(out) + len(match[2]))
        out += match[2]
        at = match.end()
    return out + text[at:], spans


def mention(source: str, span: Span, wanted: object) -> Mention:
    told = dict(wanted) if isinstance(wanted, dict) else {}
    targets = (told.pop("text"),) if told else tuple(wanted) if isinstance(wanted, list) else (wanted,)
    keep = told.pop("keep", False)
    kind = MentionKind.KEEP if keep else MentionKind.NAME if told.get("person") else MentionKind.TERM
    return Mention(span, span.of(source), kind, "entry", targets, **{"fixed": keep} | told)


def prepared(case: dict) -> tuple[Draft, str, list[Mention]]:
    source, stretches = plain(case["source"])
    text, spans = plain(case["draft"])
    alignment = tuple((stretches[number], span) for number, span in spans.items())
    mentions = [mention(source, stretches[number], wanted) for number, wanted in case.get("terms", {}).items()]
    for word, wanted in case.get("mentions", {}).items():
        at = source.index(word)
        mentions.append(mention(source, Span(at, at + len(word)), wanted))
    return Draft(text, alignment), source, mentions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_placing(case):
    draft, source, mentions = prepared(case)
    placed, decisions = place(draft, source, mentions, language=case["language"])
    assert placed.text == case["expected"]
    assert [str(decision.action) for decision in decisions] == case["action"]
    assert replay(draft.text, decisions) == placed.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_second_time_changes_nothing(case):
    draft, source, mentions = prepared(case)
    once, _ = place(draft, source, mentions, language=case["language"])
    again, decisions = place(once, source, mentions, language=case["language"])
    assert again == once
    assert {decision.action for decision in decisions} <= {Action.ACCEPTED, Action.MISSED}


def test_the_alignment_of_the_result_fits_the_result():
    source, draft = "Rallies in Minsk and Brest.", "Митинги в Менске и Бресте."
    pairs = ((Span(11, 16), Span(10, 16)), (Span(21, 26), Span(19, 25)))
    minsk = Mention(Span(11, 16), "Minsk", MentionKind.TERM, "m", ("город Минск",))
    placed, _ = place(Draft(draft, pairs, -0.5), source, [minsk], language="ru")
    assert placed.text == "Митинги в городе Минске и Бресте."
    assert [target.of(placed.text) for _, target in placed.alignment] == ["городе Минске", "Бресте"]
    assert placed.score == -0.5


def test_a_decision_says_where_and_why():
    draft = Draft("Протесты в Менске.", ((Span(12, 17), Span(11, 17)),))
    minsk = Mention(Span(12, 17), "Minsk", MentionKind.TERM, "en:Minsk", ("Минск",))
    _, (decision,) = place(draft, "Protests in Minsk.", [minsk], language="ru", passage="p7", sentence=2)
    assert (decision.passage, decision.sentence, decision.entry) == ("p7", 2, "en:Minsk")
    assert (decision.source, decision.before, decision.after) == ("Minsk", "Менске", "Минске")
    assert decision.span == Span(11, 17)
    assert "locative after 'в'" in decision.reason


def test_a_case_set_right_names_the_preposition_and_its_span_holds_one_that_changes():
    source, draft = "A talk with Sviatlana.", "Разговор с Светлана."
    pairs = ((Span(7, 11), Span(9, 10)), (Span(12, 21), Span(11, 19)))
    who = Mention(Span(12, 21), "Sviatlana", MentionKind.NAME, "s", ("Светлана",), "feminine", person=True)
    placed, (decision,) = place(Draft(draft, pairs), source, [who], language="ru")
    assert (decision.before, decision.after) == ("с Светлана", "со Светланой")
    assert "instrumental after 'с'" in decision.reason
    assert [target.of(placed.text) for _, target in placed.alignment] == ["со", "Светланой"]


def test_without_mentions_the_draft_comes_back():
    draft = Draft("Ничего нового.", ((Span(0, 7), Span(0, 6)),))
    assert place(draft, "Nothing new.", [], language="ru") == (draft, ())


WORDS = st.sampled_from(
    ["в", "Минск", "минска", "санкции", "новые", "Лукашенка", "и", "—", "НАТО", "сказал", "«Весна»", ",", "Viasna",
     "о", "об", "со", "С", "из", "к", "во", "Санкция", "светлана", "Светлана", "алесь", ":", "(", "МИНСК", "два"]
)  # fmt: skip
TARGETS = st.sampled_from(
    ["Минск", "санкция", "площадь Независимости", "НАТО", "Лукашенко", "Viasna", "Светлана", "Алесь"]
)
SOURCE = st.sampled_from(["Minsk", "new", "sanctions", "in", "to", "MINSK", ":", "—", "EU"])


@st.composite
def situations(draw):
    """A draft, its source, and mentions and an alignment that may be nonsense."""
    draft = " ".join(draw(st.lists(WORDS, max_size=8)))
    source = " ".join(draw(st.lists(SOURCE, min_size=1, max_size=6)))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=6)))
    mentions = [
        Mention(
            Span(a, b),
            source[a:b],
            draw(st.sampled_from(MentionKind)),
            "e",
            (draw(TARGETS),),
            person=draw(st.booleans()),
            sure=draw(st.booleans()),
            number=draw(st.sampled_from(["", "singular", "plural"])),
        )
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    edges = st.tuples(st.integers(0, len(source)), st.integers(0, len(source)))
    ends = st.tuples(st.integers(0, len(draft)), st.integers(0, len(draft)))
    pairs = draw(st.lists(st.tuples(edges, ends), max_size=6))
    alignment = tuple((Span(*sorted(one)), Span(*sorted(two))) for one, two in pairs)
    return Draft(draft, alignment), source, mentions


@settings(deadline=None)  # the first example loads a dictionary
@given(situations())
def test_the_decisions_replay_whatever_the_model_did(situation):
    draft, source, mentions = situation
    placed, decisions = place(draft, source, mentions, language="ru")
    assert replay(draft.text, decisions) == placed.text
    assert len(decisions) == len(mentions)
    assert [decision.source for decision in decisions] == [mention.text for mention in mentions]
    assert all(span.end <= len(placed.text) for _, span in placed.alignment)
    if all(decision.action in (Action.MISSED, Action.ACCEPTED) for decision in decisions):
        assert placed.text == draft.text


def test_a_handle_that_the_model_made_longer_is_cut_back():
    draft = Draft("Больше на @news_by.com сегодня.", ())
    mention = Mention(Span(8, 16), "@news_by", MentionKind.KEEP, "", ("@news_by",), fixed=True)
    placed, (decision,) = place(draft, "More at @news_by today.", [mention], language="ru")
    assert placed.text == "Больше на @news_by сегодня."
    assert (decision.action, decision.before) == (Action.KEPT, "@news_by.com")


@pytest.mark.parametrize(
    ("text", "wanted", "before"),
    [
        ("Больше на https://a.by/news https://a.by/news и тут.", "Больше на https://a.by/news и тут.", 2),
        ("На https://a.by/news/new https://a.by/news.", "На https://a.by/news.", 2),
        ("На https://a.by/news.by.news.", "На https://a.by/news.", 1),
        ("На https://a.by/news, https://b.org/news.", "На https://a.by/news, https://b.org/news.", 1),
    ],
)
def test_an_address_stands_once_as_in_the_source(text, wanted, before):
    source = "More at https://a.by/news."
    address = Mention(Span(8, 25), "https://a.by/news", MentionKind.KEEP, "", ("https://a.by/news",), fixed=True)
    placed, (decision,) = place(Draft(text, ()), source, [address], language="ru")
    assert placed.text == wanted
    assert replay(text, [decision]) == placed.text
    assert len(decision.before.split()) == before


def test_a_stop_of_the_kept_words_own_is_not_written_twice():
    source, text = "He left Yahoo! today.", "Он ушёл из Яху! сегодня."
    yahoo = Mention(Span(8, 14), "Yahoo!", MentionKind.KEEP, "", ("Yahoo!",), fixed=True)
    placed, _ = place(Draft(text, ((Span(8, 14), Span(11, 15)),)), source, [yahoo], language="ru")
    assert placed.text == "Он ушёл из Yahoo! сегодня."


def test_an_address_that_stands_twice_in_the_source_stays_twice():
    source = text = "a.by a.by"
    both = [Mention(Span(at, at + 4), "a.by", MentionKind.KEEP, "", ("a.by",), fixed=True) for at in (0, 5)]
    placed, decisions = place(Draft(text, ()), source, both, language="ru")
    assert placed.text == text
    assert {decision.action for decision in decisions} == {Action.ACCEPTED}


def test_a_preposition_that_goes_leaves_no_trace_in_the_alignment():
    source, text = "He offered help to Bykov.", "Он предложил помощь в Быкова."
    pairs = ((Span(16, 18), Span(20, 21)), (Span(19, 24), Span(22, 28)))
    bykov = mention(source, Span(19, 24), {"text": "Быков", "person": True, "gender": "masculine"})
    placed, (decision,) = place(Draft(text, pairs), source, [bykov], language="ru")
    assert placed.text == "Он предложил помощь Быкову."
    assert placed.alignment == ((Span(19, 24), Span(20, 26)),)
    assert replay(text, [decision]) == placed.text
