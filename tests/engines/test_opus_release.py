"""An unpacked OPUS-MT release: the same weights under Marian's own names give the same drafts."""

import json
import shutil

import numpy as np
import pytest
import yaml
from safetensors.numpy import load_file
from tiny_models import HEADS, LINES

from translit.engines.compilation import compiled
from translit.engines.ctranslate import CTranslateEngine
from translit.engines.folders import read
from translit.errors import ModelError

PARTS = {"q_proj": "q", "k_proj": "k", "v_proj": "v", "out_proj": "o"}


@pytest.fixture
def release(tmp_path, tiny):
    """The tiny model as Marian would have saved it; matrices transposed, no `<pad>`."""
    folder = tmp_path / "opus-mt-en-ru"
    folder.mkdir()
    weights = {name: array.astype(np.float32) for name, array in load_file(str(tiny / "model.safetensors")).items()}
    found = {
        "Wemb": weights["model.shared.weight"][:-1],
        "decoder_ff_logit_out_W": weights["lm_head.weight"][:-1].T,
        "decoder_ff_logit_out_b": weights["final_logits_bias"][:, :-1],
    }
    for side, depth, attentions in (("encoder", 2, {"self_attn": "self"}), ("decoder", 2, {"self_attn": "self"})):
        if side == "decoder":
            attentions = attentions | {"encoder_attn": "context"}
        for number in range(depth):
            theirs, ours = f"model.{side}.layers.{number}", f"{side}_l{number + 1}"
            for long, short in attentions.items():
                for part, letter in PARTS.items():
                    found[f"{ours}_{short}_W{letter}"] = weights[f"{theirs}.{long}.{part}.weight"].T
                    found[f"{ours}_{short}_b{letter}"] = weights[f"{theirs}.{long}.{part}.bias"][None]
                found[f"{ours}_{short}_Wo_ln_scale"] = weights[f"{theirs}.{long}_layer_norm.weight"][None]
                found[f"{ours}_{short}_Wo_ln_bias"] = weights[f"{theirs}.{long}_layer_norm.bias"][None]
            for part in ("1", "2"):
                found[f"{ours}_ffn_W{part}"] = weights[f"{theirs}.fc{part}.weight"].T
                found[f"{ours}_ffn_b{part}"] = weights[f"{theirs}.fc{part}.bias"][None]
            found[f"{ours}_ffn_ffn_ln_scale"] = weights[f"{theirs}.final_layer_norm.weight"][None]
            found[f"{ours}_ffn_ffn_ln_bias"] = weights[f"{theirs}.final_layer_norm.bias"][None]
    options = {
        "type": "transformer",
        "transformer-decoder-autoreg": "self-attention",
        "transformer-no-projection": False,
        "transformer-ffn-activation": "relu",
        "transformer-postprocess-emb": "d",
        "transformer-preprocess": "",
        "transformer-postprocess": "dan",
        "transformer-guided-alignment-layer": "last",
        "transformer-heads": HEADS,
        "enc-depth": 2,
        "dec-depth": 2,
    }
    found["special:model.yml"] = np.frombuffer(yaml.safe_dump(options).encode() + b"\0", np.int8)
    np.savez(folder / "opus.npz", **found)
    numbers = json.loads((tiny / "vocab.json").read_text())
    lines = [f"{json.dumps(piece, ensure_ascii=False)}: {n}" for piece, n in numbers.items() if piece != "<pad>"]
    (folder / "opus.vocab.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    decoder = {"models": ["opus.npz"], "vocabs": ["opus.vocab.yml", "opus.vocab.yml"]}
    (folder / "decoder.yml").write_text(yaml.safe_dump(decoder))
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(tiny / name, folder / name)
    return folder


def test_a_release_translates_as_the_same_model_from_hugging_face(release, tiny):
    model = read(release)
    assert (model.kind, model.pairs) == ("opus", (("en", "ru"),))
    drafts = CTranslateEngine(release, "ru", compute_type="float32", threads=1).translate(LINES)
    same = CTranslateEngine(tiny, "ru", compute_type="float32", threads=1).translate(LINES)
    assert [draft.text for draft in drafts] == [draft.text for draft in same]
    assert [draft.alignment for draft in drafts] == [draft.alignment for draft in same]


def test_a_release_names_no_files_elsewhere(release):
    (release / "decoder.yml").write_text("models: [../../other.npz]\nvocabs: [opus.vocab.yml, none.yml]\n")
    with pytest.raises(ModelError) as caught:
        compiled(read(release))
    assert [problem.text.split(",")[0] for problem in caught.value.problems] == [
        "decoder.yml names '../../other.npz'",
        "decoder.yml names 'none.yml'",
    ]


def test_a_decoder_that_names_nothing(release):
    (release / "decoder.yml").write_text("beam-size: 6\n")
    with pytest.raises(ModelError, match=r"decoder\.yml does not name the models and vocabs"):
        compiled(read(release))


def test_a_release_with_another_architecture(release):
    with np.load(release / "opus.npz") as found:
        arrays = dict(found)
    options = yaml.safe_load(arrays["special:model.yml"][:-1].tobytes()) | {"type": "s2s"}
    arrays["special:model.yml"] = np.frombuffer(yaml.safe_dump(options).encode() + b"\0", np.int8)
    np.savez(release / "opus.npz", **arrays)
    with pytest.raises(ModelError, match="Option --type must be 'transformer'"):
        compiled(read(release))
