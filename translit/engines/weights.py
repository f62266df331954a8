"""The weights of a Hugging Face MarianMT folder, laid out as CTranslate2 wants them.

Names are those of `MarianMTModel.state_dict()`; shapes are PyTorch's (output, input). Numpy only.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.engines.folders import PACKED, Model
from translit.engines.packing import Weights, widen
from translit.engines.vocabulary import both_numbers
from translit.errors import ModelError, Problem

_ACTIVATIONS = {"gelu": "GELU", "gelu_new": "GELUTanh", "relu": "RELU", "silu": "SWISH", "swish": "SWISH"}
_PAD = "<pad>"


def marian_specification(model: Model) -> Any:
    """A `ctranslate2.specs.TransformerSpec` with the weights and vocabulary of the folder, in float32.

    Raises ModelError if a weight is missing, the vocabulary has gaps, or the kind of layer is unknown.
    """
    from ctranslate2.specs import TransformerSpec, common_spec

    config = json.loads((model.folder / "config.json").read_text(encoding="utf-8"))
    activation = str(config.get("activation_function", "gelu"))
    if activation not in _ACTIVATIONS:
        raise ModelError(f"CTranslate2 has no activation {activation!r}", model.folder / "config.json")
    vocabularies = [_vocabulary(model, numbered) for numbered in both_numbers(model)]
    weights = _Reader(model, load(model))
    layer, head = model.alignment
    depth = config["decoder_layers"]
    heads = config["decoder_attention_heads"]
    if not -depth <= layer < depth or head >= heads:
        raise ModelError(f"the model has no decoder layer {layer} with a head {head} to align by", model.folder)

    spec = TransformerSpec.from_config(
        (config["encoder_layers"], depth),
        config["encoder_attention_heads"],
        pre_norm=False,
        activation=getattr(common_spec.Activation, _ACTIVATIONS[activation]),
        alignment_layer=layer % depth,
        alignment_heads=1,
    )
    spec.decoder.num_heads = np.int16(heads)
    scale = config["d_model"] ** 0.5 if config.get("scale_embedding", True) else 1.0
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.scale_embeddings = scale
        side.position_encodings.encodings = positions(model.positions, config["d_model"])
        for number, part in enumerate(side.layer):
            _set_layer(part, weights, f"model.{name}.layers.{number}")
    spec.decoder.start_from_zero_embedding = True
    # CTranslate2 averages the first heads: put the one that aligns first
    _swap_heads(spec.decoder.layer[layer].attention, head, config["d_model"] // heads)

    shared = ("model.shared.weight", "lm_head.weight", "model.decoder.embed_tokens.weight")
    source = weights.first("model.encoder.embed_tokens.weight", *shared)
    target = weights.first("model.decoder.embed_tokens.weight", *shared)
    output = weights.first("lm_head.weight", "model.decoder.embed_tokens.weight", "model.shared.weight")
    bias = weights.found.get("final_logits_bias")
    weights.check()
    spec.encoder.embeddings[0].weight = _without_pad(source, vocabularies[0])
    spec.decoder.embeddings.weight = _without_pad(target, vocabularies[-1])
    spec.decoder.projection.weight = _without_pad(output, vocabularies[-1])
    if bias is not None and bias.any():
        spec.decoder.projection.bias = _without_pad(bias.astype(np.float32).reshape(-1), vocabularies[-1])
    spec.register_source_vocabulary(vocabularies[0])
    spec.register_target_vocabulary(vocabularies[1])
    spec.config.eos_token = "</s>"
    spec.config.unk_token = "<unk>"
    # any token will do: decoding starts from a zero embedding
    spec.config.decoder_start_token = "</s>"
    return spec


def positions(count: int, size: int) -> NDArray[np.float32]:
    """Sinusoidal position encodings (count, size): sines in the first half, cosines in the second (Marian)."""
    angles = np.arange(count)[:, None] / np.power(10000, 2 * (np.arange(size) // 2) / size)
    return np.concatenate([np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])], axis=1).astype(np.float32)


class _Reader:
    """Takes weights by name, as float32, and remembers every name that is missing."""

    def __init__(self, model: Model, found: Weights) -> None:
        self.model, self.found = model, found
        self.missing: list[str] = []

    def __call__(self, name: str) -> NDArray[np.float32]:
        return self.first(name)

    def first(self, *names: str) -> NDArray[np.float32]:
        """The first of these that is there."""
        for name in names:
            if name in self.found:
                return np.ascontiguousarray(self.found[name], dtype=np.float32)
        self.missing.append(names[0])
        return np.zeros((1, 1), np.float32)

    def check(self) -> None:
        """Raises ModelError with the names that were asked for and missing."""
        if self.missing:
            names = ", ".join(self.missing[:3]) + (f" and {len(self.missing) - 3} more" if self.missing[3:] else "")
            raise ModelError(f"the weights lack {names}; get the model again", self.model.folder)


def _set_layer(part: Any, weights: _Reader, name: str) -> None:
    _set_attention(part.self_attention, weights, f"{name}.self_attn", fused=(3,))
    if hasattr(part, "attention"):
        _set_attention(part.attention, weights, f"{name}.encoder_attn", fused=(1, 2))
    for linear, own in ((part.ffn.linear_0, "fc1"), (part.ffn.linear_1, "fc2")):
        linear.weight, linear.bias = weights(f"{name}.{own}.weight"), weights(f"{name}.{own}.bias")
    _set_norm(part.ffn.layer_norm, weights, f"{name}.final_layer_norm")


def _set_attention(part: Any, weights: _Reader, name: str, *, fused: tuple[int, ...]) -> None:
    """Query, key and value, `fused` so many to a matrix, then the output."""
    rest = ["q_proj", "k_proj", "v_proj", "out_proj"]
    for linear, count in zip(part.linear, (*fused, 1), strict=True):
        taken, rest = rest[:count], rest[count:]
        parts = {kind: [weights(f"{name}.{own}.{kind}") for own in taken] for kind in ("weight", "bias")}
        if not weights.missing:
            linear.weight, linear.bias = np.concatenate(parts["weight"]), np.concatenate(parts["bias"])
    _set_norm(part.layer_norm, weights, f"{name}_layer_norm")


def _set_norm(part: Any, weights: _Reader, name: str) -> None:
    part.gamma, part.beta = weights(f"{name}.weight"), weights(f"{name}.bias")


def _swap_heads(attention: Any, head: int, size: int) -> None:
    """Exchange head 0 and `head` of a cross-attention; what it computes stays the same."""
    if not head or attention.linear[0].weight is None:
        return
    queries, keys_values, output = attention.linear
    width = queries.weight.shape[0]
    order = np.arange(width)
    order[:size], order[head * size : (head + 1) * size] = (
        np.arange(head * size, (head + 1) * size),
        np.arange(size),
    )
    both = np.concatenate([order, order + width])
    queries.weight, queries.bias = queries.weight[order], queries.bias[order]
    keys_values.weight, keys_values.bias = keys_values.weight[both], keys_values.bias[both]
    output.weight = np.ascontiguousarray(output.weight[:, order])


def _vocabulary(model: Model, numbered: dict[str, int]) -> list[str]:
    """Pieces in the order of their numbers, without a last `<pad>`, which only starts the decoder."""
    pieces = sorted(numbered, key=numbered.__getitem__)
    if sorted(numbered.values()) != list(range(len(pieces))):
        raise ModelError("the numbers of the pieces have gaps; get the model again", model.folder)
    needed = ("</s>", "<unk>")
    missing = [Problem(f"the vocabulary lacks {piece}", model.folder) for piece in needed if piece not in numbered]
    if missing:
        raise ModelError(missing)
    return pieces[:-1] if pieces[-1] == _PAD else pieces


def _without_pad(rows: NDArray[np.float32], vocabulary: list[str]) -> NDArray[np.float32]:
    """Without the row of a `<pad>` the vocabulary has lost; CTranslate2 refuses any other difference in size."""
    return rows[:-1] if len(rows) == len(vocabulary) + 1 else rows


def load(model: Model) -> Weights:
    """Every weight of a Hugging Face folder, by name. Raises ModelError if they cannot be read.

    of the folder is run: safetensors holds no code, and torch is told to load none.
    """
    for name in ("model.safetensors", PACKED):
        if (path := model.folder / name).is_file():
            from safetensors import SafetensorError
            from safetensors.numpy import load_file

            try:
                found = load_file(str(path))
                return widen(found) if name == PACKED else dict(found)
            except (SafetensorError, OSError, KeyError) as error:
                raise ModelError(f"the weights cannot be read ({error}); get the model again", path) from error
    path = model.folder / "pytorch_model.bin"
    try:
        import torch
    except ImportError as error:
        advice = "these weights need torch, once; `pip install 'translit-toolkit[torch]'`, or get a safetensors model"
        raise ModelError(advice, path) from error
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        return {name: tensor.float().numpy() for name, tensor in state.items()}
    except Exception as error:  # torch raises whatever its unpickler, zip reader or C++ raises
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"the weights cannot be read ({reason}); get the model again", path) from error
