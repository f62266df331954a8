"""A model folder compiled for CTranslate2: once, whole or not at all, and without torch."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from translit.engines import compilation
from translit.engines.compilation import compile_into, compiled
from translit.engines.ctranslate import CTranslateEngine
from translit.engines.folders import Model, read, verify
from translit.engines.weights import positions
from translit.errors import ModelError, UsageError

SENTENCES = ["The parliament met in Minsk on Tuesday.", "Rivers."]


@pytest.fixture
def bare(tmp_path, tiny):
    """A copy that may be damaged: no manifest, so that only the reader itself can notice."""
    folder = shutil.copytree(tiny, tmp_path / "opus-mt-en-ru")
    (folder / "translit.json").unlink()
    return folder


def test_compiled_once_then_taken_from_the_cache(tiny, own_folders, monkeypatch):
    first = compiled(read(tiny))
    assert first.folder.parent == own_folders / "cache" / "translit" / "models"
    assert first.folder.name.startswith("tiny-")
    assert first.folder.name.endswith("-int8")
    monkeypatch.setattr(compilation, "compile_into", lambda *_: pytest.fail("compiled again"))
    assert compiled(read(tiny)) == first
    assert [path.name for path in first.folder.parent.iterdir()] == [first.folder.name]


def test_the_manifest_goes_along(tiny, own_folders):
    folder = shutil.copytree(tiny, own_folders / "tiny")
    manifest = json.loads((folder / "translit.json").read_text()) | {"length_penalty": 1.5, "long": 50}
    (folder / "translit.json").write_text(json.dumps(manifest))
    model = read(folder)
    made = compiled(model, "float32")
    own = {"folder": made.folder, "kind": "ctranslate", "sha256": made.sha256}
    assert made == replace(model, **own)
    verify(made)


def test_a_compiled_folder_is_used_as_it_is(tiny, own_folders):
    made = compiled(read(tiny), "float32")
    assert compiled(made, "float32") is made
    direct = CTranslateEngine(made.folder, "ru", compute_type="float32", threads=1)
    assert direct.translate(SENTENCES) == CTranslateEngine(tiny, "ru", compute_type="float32").translate(SENTENCES)


def test_a_damaged_cache_is_made_again(tiny, own_folders):
    place = compiled(read(tiny)).folder
    (place / "model.bin").write_bytes(b"half a mod")
    again = compiled(read(tiny))
    assert again.folder == place
    verify(again)
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_other_weights_get_another_place(tiny, bare, own_folders):
    before = compiled(read(bare)).folder
    weights = load_file(str(bare / "model.safetensors"))
    weights["model.encoder.layers.0.fc1.bias"] += 1
    save_file(weights, str(bare / "model.safetensors"))
    assert compiled(read(bare)).folder != before


def test_whoever_compiles_first_wins_and_nobody_is_harmed(tiny, own_folders, monkeypatch):
    other = compilation.compile_into

    def overtaken(model: Model, folder, compute_type):
        monkeypatch.setattr(compilation, "compile_into", other)
        compiled(model, compute_type)  # another process was quicker
        other(model, folder, compute_type)

    monkeypatch.setattr(compilation, "compile_into", overtaken)
    made = compiled(read(tiny))
    verify(made)
    assert [path.name for path in made.folder.parent.iterdir()] == [made.folder.name]


def test_what_fails_halfway_leaves_nothing(tiny, own_folders, monkeypatch):
    def broken(model, folder, compute_type):
        (folder / "model.bin").write_bytes(b"half")
        raise ModelError("the power went")

    monkeypatch.setattr(compilation, "compile_into", broken)
    with pytest.raises(ModelError, match="the power went"):
        compiled(read(tiny))
    assert list((own_folders / "cache" / "translit" / "models").iterdir()) == []


def test_a_cache_that_cannot_be_written_gives_way_to_a_temporary_folder(tiny, own_folders, monkeypatch):
    (own_folders / "cache").write_text("a file where a folder should be")
    made = compiled(read(tiny))
    verify(made)
    assert own_folders / "cache" not in made.folder.parents
    monkeypatch.setattr(compilation, "compile_into", lambda *_: pytest.fail("compiled again"))
    assert compiled(read(tiny)) == made


def test_a_compute_type_there_is_not(tiny):
    with pytest.raises(UsageError, match="'int3' is no compute type; use one of int8, float32"):
        compiled(read(tiny), "int3")


def test_torch_is_not_needed(tiny, tmp_path):
    """With torch and transformers out of reach, a model compiles and translates."""
    code = """
import sys
sys.modules["torch"] = sys.modules["transformers"] = None
from pathlib import Path
from translit.engines.ctranslate import CTranslateEngine
print(CTranslateEngine(Path(sys.argv[1]), "ru", threads=1).translate(["Rivers."])[0].text)
"""
    found = subprocess.run([sys.executable, "-c", code, str(tiny)], capture_output=True, encoding="utf-8", check=True)
    assert found.stdout.strip() == CTranslateEngine(tiny, "ru", threads=1).translate(["Rivers."])[0].text


@pytest.mark.torch
def test_old_weights_are_read_through_torch_and_give_the_same(bare, own_folders):
    import torch

    before = CTranslateEngine(bare, "ru", threads=1).translate(SENTENCES)
    weights = load_file(str(bare / "model.safetensors"))
    (bare / "model.safetensors").unlink()
    torch.save({name: torch.from_numpy(array) for name, array in weights.items()}, bare / "pytorch_model.bin")
    assert CTranslateEngine(bare, "ru", threads=1).translate(SENTENCES) == before


@pytest.mark.torch
def test_code_in_old_weights_is_not_run(bare, tmp_path):
    import torch

    (bare / "model.safetensors").unlink()
    torch.save({"model.shared.weight": Trap(tmp_path / "sprung")}, bare / "pytorch_model.bin")
    with pytest.raises(ModelError, match="the weights cannot be read"):
        compiled(read(bare))
    assert not (tmp_path / "sprung").exists()


class Trap:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (exec, (f"open({str(self.path)!r}, 'w').close()",))


def test_old_weights_without_torch_say_what_to_install(bare, monkeypatch):
    (bare / "model.safetensors").rename(bare / "pytorch_model.bin")
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(ModelError, match=r"pip install 'translit-toolkit\[torch\]'"):
        compiled(read(bare))


def test_every_missing_weight_is_counted(bare, tmp_path):
    weights = load_file(str(bare / "model.safetensors"))
    kept = {name: array for name, array in weights.items() if "layers.1.fc1" not in name}
    save_file(kept, str(bare / "model.safetensors"))
    (tmp_path / "out").mkdir()
    with pytest.raises(ModelError, match=r"lack model.encoder.layers.1.fc1.weight, .* and 1 more; get the model again"):
        compile_into(read(bare), tmp_path / "out", "int8")


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("model.safetensors", b"\x05nonsense", "the weights cannot be read"),
        ("vocab.json", b'{"</s>": 0, "<unk>": 1, "a": 7}', "the numbers of the pieces have gaps"),
        ("vocab.json", b'{"a": 0}', "the vocabulary lacks </s>"),
        ("vocab.json", b'{"</s>": 0, "<unk>": 1}', "the model does not fit CTranslate2"),
        ("vocab.json", b"[", "this is no vocabulary"),
    ],
)
def test_a_damaged_file_gives_one_clear_error(bare, own_folders, name, content, wanted):
    (bare / name).write_bytes(content)
    with pytest.raises(ModelError, match=wanted):
        compiled(read(bare))


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"activation_function": "relu6"}, "no activation 'relu6'"),
        ({"encoder_layers": 3}, "the weights lack model.encoder.layers.2"),
        ({"d_model": 64}, "the model does not fit CTranslate2|CTranslate2 cannot use the model"),
    ],
)
def test_a_configuration_that_does_not_fit_the_weights(bare, own_folders, change, wanted):
    config = json.loads((bare / "config.json").read_text())
    (bare / "config.json").write_text(json.dumps(config | change))
    with pytest.raises(ModelError, match=wanted):
        compiled(read(bare))


def test_a_head_the_model_has_not(tiny, tmp_path):
    folder = shutil.copytree(tiny, tmp_path / "copy")
    manifest = json.loads((folder / "translit.json").read_text(encoding="utf-8"))
    manifest |= {"alignment": {"layer": 5, "head": 9}, "sha256": {}}
    (folder / "translit.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="no decoder layer 5 with a head 9"):
        compiled(read(folder))


@pytest.mark.torch
def test_position_encodings_are_those_of_transformers():
    from transformers.models.marian.modeling_marian import MarianSinusoidalPositionalEmbedding

    theirs = MarianSinusoidalPositionalEmbedding(40, 16).create_weight().numpy()
    assert np.allclose(positions(40, 16), theirs, atol=1e-6)
