"""What a model folder says of itself, and what is wrong with it."""

import json
import shutil

import pytest

from translit.engines.folders import digest_of, fingerprint, language_tokens, languages_of, read, verify
from translit.engines.vocabulary import numbers
from translit.errors import ModelError


@pytest.fixture
def copy(tmp_path, tiny):
    return shutil.copytree(tiny, tmp_path / "opus-mt-en-ru")


def say(folder, **fields):
    path = folder / "translit.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | fields), encoding="utf-8")


def test_a_folder_with_a_manifest(tiny):
    model = read(tiny)
    assert (model.kind, model.name, model.version) == ("huggingface", "tiny", "0.1")
    assert model.pairs == (("en", "ru"), ("en", "uk"))
    assert model.annotation == ("⟦", "⟪", "⟫")
    assert model.limit == 40
    assert model.megabytes > 0.05
    assert model.translates("en", "uk")
    assert not model.translates("ru", "en")


def test_without_a_manifest_the_name_of_the_folder_speaks(copy):
    (copy / "translit.json").unlink()
    model = read(copy)
    assert model.pairs == (("en", "ru"),)
    assert model.limit == 96 - 12


@pytest.mark.parametrize(
    ("name", "sources", "targets"),
    [
        ("opus-mt-en-ru", ("en",), ("ru",)),
        ("Helsinki-NLP--opus-mt-tc-big-en-zle", ("en",), ("be", "ru", "uk")),
        ("en-uk", ("en",), ("uk",)),
        ("my-best-model", (), ()),
        ("opus-mt-en-ROMANCE", (), ()),
        ("tiny", (), ()),
    ],
)
def test_languages_of_a_name(name, sources, targets):
    assert languages_of(name) == (sources, targets)


def test_language_tokens_are_read_from_the_vocabulary(tiny):
    assert language_tokens(read(tiny)) == (">>ru<<", ">>uk<<")


def test_pieces_and_the_tokens_of_the_manifest_make_a_vocabulary(copy):
    before = numbers(read(copy))
    (copy / "vocab.json").unlink()
    say(copy, tokens=[">>ru<<", ">>uk<<", "<pad>"])
    model = read(copy)
    assert (numbers(model), language_tokens(model)) == (before, (">>ru<<", ">>uk<<"))
    (copy / "source.spm").write_bytes(b"no pieces")
    with pytest.raises(ModelError, match="SentencePiece"):
        numbers(model)


def test_the_fingerprint_changes_with_any_file(copy):
    before = fingerprint(read(copy))
    assert fingerprint(read(copy)) == before
    say(copy, version="0.2")
    assert fingerprint(read(copy)) != before


def test_a_whole_folder_is_verified(tiny):
    verify(read(tiny))


def test_every_damaged_and_missing_file_is_named(copy):
    (copy / "config.json").write_bytes((copy / "config.json").read_bytes() + b" ")
    say(copy, sha256={name: digest_of(copy / name) for name in ("vocab.json",)} | {"config.json": "0" * 64, "gone": ""})
    with pytest.raises(ModelError) as caught:
        verify(read(copy))
    assert [problem.path.name for problem in caught.value.problems] == ["config.json", "gone"]


def test_all_missing_files_at_once(copy):
    for name in ("source.spm", "model.safetensors", "config.json"):
        (copy / name).unlink()
    with pytest.raises(ModelError) as caught:
        read(copy)
    assert [problem.text.split(" is")[0] for problem in caught.value.problems] == [
        "config.json",
        "source.spm",
        "model.safetensors",
    ]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"source": "en"}, "'source' should be a list of language tags, not 'en'"),
        ({"annotation": ["<", ">"]}, "'annotation' should be three markers"),
        ({"longest": "many"}, "'longest' should be a number of pieces, not 'many'"),
        ({"alignment": [0, 1]}, "'alignment' should be"),
        ({"sha256": {"../../secret": "0"}}, "'sha256' should be file names and digests"),
        ({"name": ""}, "'name' should be a text"),
        ({"tokens": ">>ru<<"}, "'tokens' should be a list of tokens"),
        ({"length_penalty": -1}, "'length_penalty' should be a number from 0 to 10, not -1"),
        ({"length_penalty": True}, "'length_penalty' should be a number from 0 to 10, not True"),
        ({"joint": "yes"}, "'joint' should be true or false"),
    ],
)
def test_a_manifest_of_the_wrong_shape(copy, fields, wanted):
    say(copy, **fields)
    with pytest.raises(ModelError, match=wanted):
        read(copy)


def test_a_manifest_that_is_no_json_says_the_line(copy):
    (copy / "translit.json").write_text('{\n"name": }')
    with pytest.raises(ModelError, match=r"translit.json, line 2: this is no readable JSON"):
        read(copy)


def test_another_kind_of_model(copy):
    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps(config | {"model_type": "t5"}))
    with pytest.raises(ModelError, match="this is a t5 model, not MarianMT"):
        read(copy)


def test_no_model_at_all(tmp_path):
    with pytest.raises(ModelError, match="this is no model folder"):
        read(tmp_path)
    with pytest.raises(ModelError, match="there is no model folder here"):
        read(tmp_path / "nowhere")
