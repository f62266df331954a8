"""Training: MarianMTModel, Muon for the matrices, one decoder head guided by the word alignment.

Autocast to bfloat16 on CUDA and on a processor that multiplies it; on any other everything is float32.
"""

from __future__ import annotations

import json
import time
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import MarianConfig, MarianMTModel

from training.batches import Batch, stream
from training.examples import Examples
from training.loss import smoothed_cross_entropy
from training.muon import Muon
from training.recipe import Recipe

GUIDE_WEIGHT = 0.5
PEAK_MUON, PEAK_ADAMW = 3e-3, 1.5e-3
WARMUP_STEPS = 150
# the rate stays at its peak for this share of the time, then falls to zero
STEADY = 0.3
# weights are averaged over the last share of the time
AVERAGED = 0.15
SAVED_EVERY = 600
# a first sitting begins with short sentences: (share of the time, longest target in pieces)
SHORT_FIRST = ((0.08, 24), (0.2, 48), (1.0, 110))


def configuration(vocabulary: dict[str, int], dropout: float = 0.0) -> MarianConfig:
    """d=256, six layers deep on the source side and two on the target side: 9 million parameters."""
    pad = vocabulary["<pad>"]
    return MarianConfig(
        vocab_size=len(vocabulary),
        d_model=256,
        encoder_layers=6,
        decoder_layers=2,
        encoder_attention_heads=8,
        decoder_attention_heads=8,
        encoder_ffn_dim=1024,
        decoder_ffn_dim=1024,
        activation_function="relu",
        dropout=dropout,
        max_position_embeddings=512,
        scale_embedding=True,
        pad_token_id=pad,
        eos_token_id=vocabulary["</s>"],
        forced_eos_token_id=vocabulary["</s>"],
        decoder_start_token_id=pad,
    )


def _losses(model: MarianMTModel, batch: Batch, pad: int) -> tuple[Tensor, Tensor]:
    source, decoder, labels, guide = batch
    out = model.model(
        input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=decoder, output_attentions=True
    )
    words = smoothed_cross_entropy(out.last_hidden_state.flatten(0, 1), model.lm_head.weight, labels.flatten())
    head = out.cross_attentions[-1][:, 0].float()
    looked = -(guide * (head + 1e-6).log()).sum(-1)
    guided = guide.sum(-1) > 0
    return words, (looked * guided).sum() / guided.sum().clamp(min=1)


def fresh(config: MarianConfig) -> MarianMTModel:
    """A model with random weights; the row of `<pad>` is zero, for Marian starts decoding from zero."""
    config._attn_implementation = "eager"
    model = MarianMTModel(config)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.ndim == 2 and "embed" not in name:
                nn.init.xavier_uniform_(parameter)
        model.model.shared.weight.normal_(0, config.d_model**-0.5)
        model.model.shared.weight[config.pad_token_id] = 0
    return model


def optimisers_of(model: MarianMTModel) -> list[torch.optim.Optimizer]:
    """Muon for the matrices, AdamW for the rest; positions do not learn."""
    frozen = {id(p) for n, p in model.named_parameters() if "embed_positions" in n}
    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "shared" not in n and id(p) not in frozen]
    ids = {id(p) for p in matrices} | frozen
    others = [p for p in model.parameters() if id(p) not in ids]
    return [
        Muon(matrices, PEAK_MUON),
        torch.optim.AdamW(others, lr=PEAK_ADAMW, betas=(0.9, 0.98), weight_decay=0.0),
    ]


class _Average:
    """The mean of the weights it was shown."""

    def __init__(self) -> None:
        self.mean: dict[str, Tensor] = {}
        self.count = 0

    def add(self, model: MarianMTModel) -> None:
        self.count += 1
        for name, tensor in model.state_dict().items():
            now = tensor.detach().float()
            self.mean[name] = self.mean[name].lerp(now, 1 / self.count) if self.count > 1 else now.clone()


def learn(
    run: Path,
    names: Path,
    chosen: Recipe,
    *,
    minutes: float,
    tokens: int,
    seed: int,
    again: bool,
    gentle: float = 1.0,
    dropout: float = 0.0,
    finishing: bool = False,
) -> None:
    """Train for so many minutes, from the last checkpoint if there is one; the rate falls to zero at the end.

    `again` starts the rate's schedule anew from the last weights (a later sitting), and without short
    sentences first; that sitting is itself resumed without `again`. `gentle` scales the peak rates. `tokens` is what a
    batch holds, padding and the longer side counted; an accelerator wants ten times what a processor does; of
    `finishing` see `Examples`. Writes `run/checkpoint.pt` every ten minutes and, at the end, `run/average.pt`.
    """
    torch.manual_seed(seed)
    vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
    end, pad = vocabulary["</s>"], vocabulary["<pad>"]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = fresh(configuration(vocabulary, dropout))
    model.to(torch.device(device)).train()  # type: ignore[arg-type]
    optimisers = optimisers_of(model)
    peaks = [gentle * group["lr"] for optimiser in optimisers for group in optimiser.param_groups]
    step, spent, seen, later = 0, 0.0, 0, again
    if (run / "checkpoint.pt").exists():
        state = torch.load(run / "checkpoint.pt", weights_only=True, map_location=device)
        model.load_state_dict(state["model"])
        # a shipped model that is taken up again has none
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=bool(state["optimisers"])):
            optimiser.load_state_dict(saved)
        step, seen = state["step"], state["tokens"]
        spent = 0.0 if again else state["spent"]
        later = again or state.get("later", False)
    started = saved_at = time.time()
    began, first_step, first_seen = started - spent, step, seen
    average, log = _Average(), list[Tensor]()
    for until, longest in ((1.0, 110),) if later else SHORT_FIRST:
        made = partial(Examples, run, names, chosen, finishing=finishing)
        for batch in stream(made, longest=longest, tokens=tokens, end=end, pad=pad, seed=seed + step):
            done = (time.time() - began) / 60 / minutes
            if done >= until:
                break
            rate = min(1.0, (step - first_step + 1) / WARMUP_STEPS, (1 - done) / (1 - STEADY))
            groups = [group for optimiser in optimisers for group in optimiser.param_groups]
            for group, peak in zip(groups, peaks, strict=True):
                group["lr"] = peak * rate
            log.append(_step(model, optimisers, batch, device, pad))
            step += 1
            seen += int((batch[2] != -100).sum())
            if step % 25 == 0:
                words, guided = torch.stack(log).mean(0).tolist()
                print(
                    f"step {step} tokens {seen / 1e6:.2f}M done {done:.3f} loss {words:.3f} guide {guided:.3f} "
                    f"{(seen - first_seen) / max(1.0, time.time() - started):.0f}/s",
                    flush=True,
                )
                log.clear()
            if done > 1 - AVERAGED and step % 20 == 0:
                average.add(model)
            if time.time() - saved_at > SAVED_EVERY:
                _save(run, model, optimisers, step=step, tokens=seen, spent=time.time() - began, later=later)
                saved_at = time.time()
    _save(run, model, optimisers, step=step, tokens=seen, spent=time.time() - began, later=later)
    if average.count:
        save_whole(average.mean, run / "average.pt")


def _step(model: MarianMTModel, optimisers: list[torch.optim.Optimizer], batch: Batch, device: str, pad: int) -> Tensor:
    """One update; the two losses, which nobody waits for."""
    source, decoder, labels, guide = (tensor.to(device, non_blocking=True) for tensor in batch)
    with _narrow(device):
        words, guided = _losses(model, (source, decoder, labels, guide), pad)
    torch.autograd.backward(words + GUIDE_WEIGHT * guided)
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    with _narrow(device):
        for optimiser in optimisers:
            optimiser.step()
    model.zero_grad(set_to_none=True)
    with torch.no_grad():
        model.model.shared.weight[pad] = 0
    return torch.stack((words.detach(), guided.detach()))


def _narrow(device: str) -> torch.autocast:
    """Within it matrices are multiplied in bfloat16, where the machine does that faster than in float32."""
    able = device == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast(device, dtype=torch.bfloat16, enabled=able)


def _save(run: Path, model: MarianMTModel, optimisers: list[torch.optim.Optimizer], **counts: Any) -> None:
    """A checkpoint, whole or not at all; an average of an earlier sitting is out of date with it."""
    state = {"model": model.state_dict(), "optimisers": [o.state_dict() for o in optimisers]}
    save_whole(state | counts, run / "checkpoint.pt")
    (run / "average.pt").unlink(missing_ok=True)


def save_whole(state: dict[str, Any], path: Path) -> None:
    """Write a file of torch beside its place, then put it there."""
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
