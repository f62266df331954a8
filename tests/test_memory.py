"""What was translated once is not translated again, and nobody can tell."""

import sqlite3
import stat
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import Translator
from translit.engines.echo import EchoEngine
from translit.errors import RecallError
from translit.memory import Memory, Pair
from translit.passages import Draft, Span
from translit.remembering import Remembering


class Counting(EchoEngine):
    """Counts what it is asked, and says something that only the whole call tells."""

    signature = "counting"

    def __init__(self):
        self.asked = 0

    def translate(self, sentences, *, starts=None, without=None, beam=0, rivals=0):
        self.asked += len(sentences)
        drafts = super().translate(sentences, starts=starts)
        more = [" ".join(["", *words, *[str(beam)] * bool(beam)]) for words in without or [()] * len(drafts)]
        rival = tuple(Draft(f"rival {n}", score=-1.5) for n in range(rivals))
        return [replace(d, text=d.text + m, score=-0.1, rivals=rival) for d, m in zip(drafts, more, strict=True)]

    def weigh(self, sentences, texts):
        self.asked += len(texts)
        return [-len(sentence) / 3 - len(text) for sentence, text in zip(sentences, texts, strict=True)]


@pytest.fixture
def memory(tmp_path):
    memory = Memory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


CALLS = [
    {},
    {"starts": ["Да", ""]},
    {"without": [["нет"], []]},
    {"beam": 1},
    {"rivals": 3},
]


def test_a_second_call_of_the_same_kind_costs_nothing_and_gives_the_same(memory):
    bare, engine = Counting(), Counting()
    remembering = Remembering(engine, memory, "en", "ru")
    sentences = ["One two.", "Three."]
    for _ in range(2):
        for call in CALLS:
            assert remembering.translate(sentences, **call) == bare.translate(sentences, **call)
        assert remembering.weigh(sentences, ["Раз.", "Два."]) == bare.weigh(sentences, ["Раз.", "Два."])
    assert bare.asked == 24
    # all but the second start and the second list of barred words, which are empty, were asked for once
    assert engine.asked == 10


def test_the_same_sentence_twice_is_asked_for_once(memory):
    engine = Counting()
    one, two = Remembering(engine, memory, "en", "ru").translate(["Rivers.", "Rivers."])
    assert (one, engine.asked) == (two, 1)


def test_another_model_asks_anew(memory):
    first, second = Counting(), Counting()
    second.signature = "counting with beam 8"
    for engine in (first, second):
        Remembering(engine, memory, "en", "ru").translate(["Rivers."])
    assert (first.asked, second.asked) == (1, 1)
    assert [held.drafts for held in memory.holdings()] == [1, 1]


def test_another_run_remembers(tmp_path):
    for asked in (1, 0):
        memory, engine = Memory(tmp_path / "memory.sqlite"), Counting()
        Remembering(engine, memory, "en", "ru").translate(["Rivers."])
        assert engine.asked == asked
        memory.close()


spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))
drafts = st.builds(
    Draft,
    st.text(st.characters(codec="utf-8")),
    st.lists(st.tuples(spans, spans), max_size=4).map(tuple),
    st.floats(allow_nan=False),
)
whole = st.builds(replace, drafts, rivals=st.lists(drafts, max_size=2).map(tuple))


@given(st.lists(whole, max_size=3))
def test_a_draft_comes_back_as_it_went(tmp_path_factory, given):
    memory = Memory(tmp_path_factory.getbasetemp() / "round-trip.sqlite")
    keys = [bytes([n]) for n in range(len(given))]
    memory.keep_drafts(1, [(key, draft, None) for key, draft in zip(keys, given, strict=True)])
    assert memory.drafts([*keys, b"unknown"]) == dict(zip(keys, given, strict=True))
    memory.close()


def test_what_can_be_had_as_pairs_is_what_was_asked_plainly(memory):
    engine = Counting()
    engine.annotation = ("⟦", "⟪", "⟫")
    remembering = Remembering(engine, memory, "en", "ru")
    remembering.translate(["Rivers.", "⟦Minsk⟪Минск⟫ is far."])
    remembering.translate(["Lakes."], starts=["Озёра"])
    assert list(memory.pairs()) == [Pair("en", "ru", "Rivers.", "Rivers.")]


def test_clearing_leaves_no_word_on_the_disk(memory):
    Remembering(Counting(), memory, "en", "ru").translate(["A secret sentence."])
    assert memory.clear() == 1
    assert memory.holdings() == []
    memory.close()
    assert all(b"secret" not in file.read_bytes() for file in memory.path.parent.glob("memory.sqlite*"))


def test_only_the_owner_may_read_it(memory):
    assert stat.S_IMODE(memory.path.stat().st_mode) == 0o600


def test_a_damaged_file_is_named_with_the_way_out(tmp_path):
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"no database, whatever its name says" * 100)
    with pytest.raises(RecallError, match=r"memory\.sqlite.*--no-memory"):
        Memory(path)


def test_a_place_that_cannot_be_written_to_gives_way(tmp_path):
    (tmp_path / "taken").write_text("mine")
    memory, engine = Memory(tmp_path / "taken" / "memory.sqlite"), Counting()
    for _ in range(2):
        Remembering(engine, memory, "en", "ru").translate(["Rivers."])
    assert engine.asked == 1
    memory.close()


def test_two_runs_at_once_share_it(tmp_path):
    one, two = (Memory(tmp_path / "memory.sqlite") for _ in range(2))
    Remembering(Counting(), one, "en", "ru").translate(["Rivers."])
    engine = Counting()
    Remembering(engine, two, "en", "ru").translate(["Rivers.", "Lakes."])
    assert engine.asked == 1
    one.close()
    two.close()


def test_the_file_holds_nothing_twice(memory):
    for _ in range(2):
        Remembering(Counting(), memory, "en", "ru").translate(["Rivers.", "Lakes."])
    file = sqlite3.connect(memory.path)
    assert file.execute("SELECT COUNT(*) FROM drafts").fetchone() == (2,)
    file.close()


def test_a_translator_gives_the_same_with_it_and_without(memory, monkeypatch):
    engine = Counting()
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: engine)
    text = "Gordon Ramsbottom spoke in Minsk. Nobody left."
    bare = Translator("en", "ru", engine="echo").translate(text)
    asked = engine.asked
    first, second = (Translator("en", "ru", engine="echo", memory=memory).translate(text) for _ in range(2))
    assert bare == first == second
    assert engine.asked == 2 * asked
