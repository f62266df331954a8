"""No mention, no change: what no entry asks for stays as the engine wrote it, to the byte."""

from hypothesis import given
from hypothesis import strategies as st

from translit import Glossary, Translator
from translit.documents import open_document
from translit.glossary import Entry, Target, annotate, place
from translit.passages import Draft

SENTENCES = (
    "nobody was hurt, and the weather will be cold.",
    "the new law, which was passed on 12 May, will cost 1.5 million a year.",
    "is it true that  prices rise?",
)
ELSEWHERE = Glossary((Entry("e", {"en": (Target("lighthouse"),), "ru": (Target("маяк"),)}),))


@given(st.text(), st.text())
def test_a_draft_without_mentions_is_not_touched(text, draft):
    placed, decisions = place(Draft(draft), text, (), language="ru")
    assert (placed, decisions) == (Draft(draft), ())
    assert annotate(text, (), ("⟦", "⟪", "⟫")).text == text


@given(st.text())
def test_an_empty_glossary_finds_nothing(text):
    assert Glossary.empty().find(text, "en", "ru") == ()


def test_the_starter_writes_the_same_with_an_empty_glossary_and_one_that_finds_nothing(tmp_path):
    path = tmp_path / "article.en.txt"
    path.write_text("\n\n".join(SENTENCES), encoding="utf-8")
    empty, elsewhere = (Translator("en", "ru", glossary=one, threads=1) for one in (Glossary.empty(), ELSEWHERE))
    (leg,) = empty.legs
    plain = "\n\n".join(draft.text for draft in leg.engine.translate(SENTENCES)).encode()
    assert empty.translate_document(open_document(path)).render() == plain
    assert elsewhere.translate_document(open_document(path)).render() == plain
