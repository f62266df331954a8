"""Weights in 8-bit rows: within a step of what they were, and the same model to every engine."""

import shutil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from safetensors.numpy import load_file, save_file

from translit.engines.ctranslate import CTranslateEngine
from translit.engines.folders import PACKED, read
from translit.engines.packing import pack, widen
from translit.errors import ModelError

SENTENCES = ["A cat sat.", "The dog saw the cat in the street."]


@given(arrays(np.float32, st.tuples(st.integers(2, 5), st.integers(2, 9)), elements=st.floats(-3, 3, width=32)))
def test_every_number_is_within_a_step_of_its_row(matrix):
    back = widen(pack({"weight": matrix}))["weight"]
    step = np.abs(matrix).max(axis=1, keepdims=True) / 127
    assert (np.abs(back - matrix) <= step + 1e-6).all()


@given(arrays(np.float32, (3, 9), elements=st.floats(-3, 3, width=32)))
def test_numbers_are_even_but_for_the_ends_of_a_row(matrix):
    numbers = pack({"weight": matrix})["weight"]
    assert ((numbers % 2 == 0) | (np.abs(numbers) == 127)).all()


@given(arrays(np.float32, (3, 4), elements=st.floats(-3, 3, width=32)))
def test_what_was_packed_once_is_packed_without_loss(matrix):
    once = widen(pack({"weight": matrix}))
    again = widen(pack(once))
    assert np.allclose(once["weight"], again["weight"], rtol=1e-6, atol=0)


def test_vectors_stay_as_they_are():
    weights = {"bias": np.array([0.1, -0.2], np.float32), "row": np.array([[0.3, 0.4]], np.float32)}
    assert all((widen(pack(weights))[name] == array).all() for name, array in weights.items())


def test_a_matrix_without_its_scales_is_refused():
    with pytest.raises(KeyError):
        widen({"weight": np.ones((2, 2), np.int8)})


@pytest.fixture
def packed(tiny, tmp_path):
    """The tiny model again, its weights in 8-bit rows."""
    folder = tmp_path / "en-ru"
    folder.mkdir()
    for path in tiny.iterdir():
        if path.name not in ("model.safetensors", "translit.json"):
            (folder / path.name).write_bytes(path.read_bytes())
    save_file(pack(load_file(tiny / "model.safetensors")), folder / PACKED)
    return folder


@pytest.fixture
def wide(tiny, packed, tmp_path):
    """What the packed weights are once they are widened, as an ordinary model."""
    folder = tmp_path / "wide"
    shutil.copytree(tiny, folder, ignore=shutil.ignore_patterns("translit.json"))
    save_file(widen(load_file(packed / PACKED)), folder / "model.safetensors")
    return folder


def test_8_bits_are_the_same_8_bits_whether_packed_or_compiled(wide, packed):
    drafts = [[d.text for d in CTranslateEngine(f, "ru").translate(SENTENCES)] for f in (wide, packed)]
    assert drafts[0] == drafts[1]


def test_one_file_of_pieces_may_serve_both_sides(wide, packed):
    (packed / "target.spm").unlink()
    (packed / "translit.json").write_text('{"source": ["en"], "targets": ["ru"], "joint": true}', encoding="utf-8")
    drafts = [[d.text for d in CTranslateEngine(f, "ru").translate(SENTENCES)] for f in (wide, packed)]
    assert drafts[0] == drafts[1]


def test_a_model_that_does_not_say_so_needs_both_files(packed):
    (packed / "target.spm").unlink()
    with pytest.raises(ModelError, match=r"target\.spm is missing"):
        read(packed)


@pytest.mark.torch
def test_the_reference_reads_them_too(packed):
    from translit.engines.marian import MarianEngine

    reference = MarianEngine(packed, "ru", beam=1).translate(SENTENCES)
    fast = CTranslateEngine(packed, "ru", beam=1, compute_type="float32").translate(SENTENCES)
    assert [draft.text for draft in reference] == [draft.text for draft in fast]
