"""A tiny random MarianMT folder, made without torch: real in shape, nonsense in content."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import numpy as np
import sentencepiece
from safetensors.numpy import save_file

LINES = (
    "The parliament met in Minsk on Tuesday to discuss the budget.",
    "Protesters gathered near the railway station despite the rain.",
    "The minister said that the new law would protect small rivers.",
    "Two journalists were released after a long trial in Brest.",
    "Парламент собрался во вторник, чтобы обсудить бюджет.",
    "Протестующие вышли к вокзалу, несмотря на дождь.",
    "Министр сказала, что новый закон защитит малые реки.",
    "Двух журналистов освободили после долгого суда в Бресте.",
    "Парламент зібрався у вівторок, щоб обговорити бюджет.",
)
SIZE, HEADS, ENCODER_LAYERS, DECODER_LAYERS, WIDTH, POSITIONS = 32, 4, 2, 2, 48, 96
STOP = 4.0


def build(folder: Path, *, head: int = 0, layer: int = -1, tied: bool = False) -> Path:
    """Write a model folder with a manifest; the same weights every time."""
    folder.mkdir()
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES),
        model_writer=written,
        vocab_size=420,
        hard_vocab_limit=False,
        normalization_rule_name="identity",
        byte_fallback=True,
        user_defined_symbols=["⟦", "⟪", "⟫"],
        eos_id=0,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        minloglevel=2,
    )
    (folder / "source.spm").write_bytes(written.getvalue())
    (folder / "target.spm").write_bytes(written.getvalue())
    pieces = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    names = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    names += [">>ru<<", ">>uk<<", "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({name: number for number, name in enumerate(names)}))
    config = {
        "model_type": "marian",
        "architectures": ["MarianMTModel"],
        "vocab_size": len(names),
        "d_model": SIZE,
        "encoder_layers": ENCODER_LAYERS,
        "decoder_layers": DECODER_LAYERS,
        "encoder_attention_heads": HEADS,
        "decoder_attention_heads": HEADS,
        "encoder_ffn_dim": WIDTH,
        "decoder_ffn_dim": WIDTH,
        "activation_function": "relu",
        "max_position_embeddings": POSITIONS,
        "scale_embedding": True,
        "tie_word_embeddings": tied,
        "pad_token_id": len(names) - 1,
        "eos_token_id": 0,
        "forced_eos_token_id": None,
        "decoder_start_token_id": len(names) - 1,
    }
    (folder / "config.json").write_text(json.dumps(config))
    found = weights(len(names))
    if not tied:
        found |= {f"model.{side}.embed_tokens.weight": found["model.shared.weight"] for side in ("encoder", "decoder")}
    else:
        del found["lm_head.weight"]
        found["final_logits_bias"][0, 0] = -9  # and never ends
    save_file(found, str(folder / "model.safetensors"))
    files = ("config.json", "model.safetensors", "source.spm", "target.spm", "vocab.json")
    manifest = {
        "name": "tiny",
        "version": "0.1",
        "source": ["en"],
        "targets": ["ru", "uk"],
        "annotation": ["⟦", "⟪", "⟫"],
        "longest": 40,
        "alignment": {"layer": layer, "head": head},
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files},
    }
    (folder / "translit.json").write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")
    return folder


def weights(count: int) -> dict[str, np.ndarray]:
    """Random weights in float16, strong enough that the output depends on the source and comes to an end."""
    dice = np.random.default_rng(7)

    def random(*shape: int, scale: float = 0.15) -> np.ndarray:
        return (dice.standard_normal(shape) * scale).astype(np.float16)

    # an output of its own: a random model with tied embeddings repeats its last piece for ever
    found = {"model.shared.weight": random(count, SIZE, scale=0.1), "lm_head.weight": random(count, SIZE, scale=0.35)}
    found["model.shared.weight"][-1] = 0
    for side, depth, attentions in (
        ("encoder", ENCODER_LAYERS, ("self_attn",)),
        ("decoder", DECODER_LAYERS, ("self_attn", "encoder_attn")),
    ):
        for number in range(depth):
            layer = f"model.{side}.layers.{number}"
            for attention in attentions:
                for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
                    found[f"{layer}.{attention}.{part}.weight"] = random(SIZE, SIZE)
                    found[f"{layer}.{attention}.{part}.bias"] = random(SIZE, scale=0.05)
            for part, shape in (("fc1", (WIDTH, SIZE)), ("fc2", (SIZE, WIDTH))):
                found[f"{layer}.{part}.weight"] = random(*shape)
                found[f"{layer}.{part}.bias"] = random(shape[0], scale=0.05)
            for norm in (*(f"{attention}_layer_norm" for attention in attentions), "final_layer_norm"):
                found[f"{layer}.{norm}.weight"] = 1 + random(SIZE, scale=0.1)
                found[f"{layer}.{norm}.bias"] = random(SIZE, scale=0.1)
    # the slow cosines of the position fall: the longer the draft, the likelier its end
    found["lm_head.weight"][0] = 0
    found["lm_head.weight"][0, SIZE // 2 + 3 : SIZE // 2 + 6] = -STOP
    bias = np.zeros((1, count), np.float16)
    bias[0, 0] = 3
    return found | {"final_logits_bias": bias}
