"""The fast engine and the reference agree, piece by piece, on a model of random weights."""

import itertools
import json
import math
import shutil

import pytest
from tiny_models import LINES, build

from translit.engines.ctranslate import CTranslateEngine
from translit.engines.dictionary import Known, packed
from translit.engines.marian import MarianEngine
from translit.engines.pieces import UNFINISHED
from translit.errors import ModelError

pytestmark = pytest.mark.torch

SENTENCES = [*LINES, "Rivers.", "⟦Brest⟪Брест⟫ and ⟦Minsk⟪Минск⟫", "the the the the the"]


def twins(folder, target="ru", beam=1):
    return CTranslateEngine(folder, target, beam=beam, compute_type="float32", threads=1), MarianEngine(
        folder, target, beam=beam, threads=1
    )


def test_greedy_drafts_agree(tiny):
    fast, reference = (engine.translate(SENTENCES) for engine in twins(tiny))
    assert [draft.text for draft in fast] == [draft.text for draft in reference]
    assert [draft.alignment for draft in fast] == [draft.alignment for draft in reference]
    ended = [(a.score, b.score) for a, b in zip(fast, reference, strict=True) if a.score != UNFINISHED]
    assert len(ended) >= 6
    # a second try is scored with the suppressed pieces in the sum, which are improbable but not impossible
    assert all(math.isclose(a, b, abs_tol=5e-3) for a, b in ended)
    assert any(math.isclose(a, b, abs_tol=1e-4) for a, b in ended)


def test_a_model_that_shares_one_table_of_pieces_agrees_too(tmp_path):
    fast, reference = (engine.translate(SENTENCES[:3]) for engine in twins(build(tmp_path / "tied", tied=True)))
    assert [draft.text for draft in fast] == [draft.text for draft in reference]


def test_a_draft_that_never_ends_says_so_by_its_score(tmp_path):
    engine = twins(build(tmp_path / "tied", tied=True))[0]
    [draft] = engine.translate(["Rivers and rain."])
    assert draft.text
    assert draft.score == UNFINISHED


def test_forced_starts_agree(tiny):
    starts = list(itertools.islice(itertools.cycle(["Парламент", "", "Мин"]), len(SENTENCES)))
    fast, reference = (engine.translate(SENTENCES, starts=starts) for engine in twins(tiny))
    assert [draft.text for draft in fast] == [draft.text for draft in reference]
    assert [draft.alignment for draft in fast] == [draft.alignment for draft in reference]


def test_what_the_dictionary_shows_is_read_alike(tiny, tmp_path):
    folder = shutil.copytree(tiny, tmp_path / "listed")
    words = {"minister": Known(("министр",), 3), "trial": Known(("суд",), 3)}
    (folder / "dictionary.en.tsv.xz").write_bytes(packed("en", {"ru": words}))
    fast = CTranslateEngine(folder, "ru", source="en", beam=1, compute_type="float32", threads=1)
    drafts = fast.translate(LINES)
    assert drafts == fast.translate(LINES)
    reference = MarianEngine(folder, "ru", source="en", beam=1, threads=1).translate(LINES)
    assert [(draft.text, draft.alignment) for draft in drafts] == [(one.text, one.alignment) for one in reference]
    # it is shown in two of the sentences, and points at the sentence's own characters
    bare = twins(tiny)[0].translate(LINES)
    assert [n for n, draft in enumerate(drafts) if draft != bare[n]] == [2, 3]
    assert all(source.end <= len(line) for line, one in zip(LINES, drafts, strict=True) for source, _ in one.alignment)


def test_the_language_token_is_asked_for(tiny):
    fast, reference = twins(tiny, "uk")
    assert ">>uk<<" in fast.signature
    drafts = fast.translate(SENTENCES)
    assert [draft.text for draft in drafts] == [draft.text for draft in reference.translate(SENTENCES)]
    assert drafts != twins(tiny)[0].translate(SENTENCES)


@pytest.mark.parametrize(("layer", "head"), [(0, 0), (-1, 3), (1, 2)])
def test_the_head_that_the_manifest_names_aligns(tmp_path, tiny, layer, head):
    other = build(tmp_path / "other", layer=layer, head=head)
    fast, reference = (engine.translate(SENTENCES[:6]) for engine in twins(other))
    plain = twins(tiny)[0].translate(SENTENCES[:6])
    assert [draft.text for draft in fast] == [draft.text for draft in plain]
    assert [draft.alignment for draft in fast] == [draft.alignment for draft in reference]
    assert [draft.alignment for draft in fast] != [draft.alignment for draft in plain]


def test_the_beam_finds_nothing_worse_than_greed(tiny):
    greedy, wide = (
        CTranslateEngine(tiny, "ru", beam=beam, compute_type="float32", threads=1).translate(SENTENCES)
        for beam in (1, 4)
    )
    assert sum(d.score for d in wide) >= sum(d.score for d in greedy)


def test_a_length_penalty_of_the_manifest_asks_for_more_words(tiny, tmp_path):
    folder = shutil.copytree(tiny, tmp_path / "wordy")
    manifest = json.loads((folder / "translit.json").read_text())
    (folder / "translit.json").write_text(json.dumps(manifest | {"length_penalty": 4.0}))
    for plain, wordy in zip(twins(tiny, beam=4), twins(folder, beam=4), strict=True):
        usual, longer = plain.translate(SENTENCES), wordy.translate(SENTENCES)
        assert sum(len(draft.text) for draft in longer) > sum(len(draft.text) for draft in usual)
        # a score is a mean of log-probabilities however the search was led
        same = [(a.score, b.score) for a, b in zip(usual, longer, strict=True) if a.text == b.text]
        assert same
        assert all(math.isclose(a, b, abs_tol=1e-4) for a, b in same)


def test_no_token_no_translation(tiny):
    for open_one in (CTranslateEngine, MarianEngine):
        with pytest.raises(ModelError, match="does not translate into 'pl'; it knows ru, uk"):
            open_one(tiny, "pl")


def test_a_model_of_one_target_needs_no_token_though_its_pieces_have_some(tiny, tmp_path):
    folder = tmp_path / "sister"
    shutil.copytree(tiny, folder)
    manifest = json.loads((folder / "translit.json").read_text())
    (folder / "translit.json").write_text(json.dumps(manifest | {"targets": ["pl"]}))
    for open_one in (CTranslateEngine, MarianEngine):
        assert ">>" not in open_one(folder, "pl").signature


def test_too_long_is_said_and_never_cut(tiny):
    long = "parliament " * 60
    for engine in twins(tiny):
        assert engine.fits("Short enough.")
        assert not engine.fits(long)
        with pytest.raises(ModelError, match="the model takes 96; split it: 'parliament"):
            engine.translate(["Rivers.", long])


def test_marian_wants_a_hugging_face_folder(tiny, tmp_path):
    from translit.engines.compilation import compiled
    from translit.engines.folders import read

    with pytest.raises(ModelError, match="use the ctranslate engine"):
        MarianEngine(compiled(read(tiny)).folder, "ru")
