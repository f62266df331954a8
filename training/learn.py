"""Training: MarianMTModel, Muon for the matrices, one decoder head guided by the word alignment.

On a processor without bfloat16 units everything is float32; on CUDA, autocast to bfloat16.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor, nn
from transformers import MarianConfig, MarianMTModel

from training.examples import Example, Examples

GUIDE_WEIGHT = 0.2
LABEL_SMOOTHING = 0.1
PEAK_MUON, PEAK_ADAMW = 3e-3, 1.5e-3
WARMUP_STEPS = 150
BUCKET = 8


def configuration(vocabulary: dict[str, int]) -> MarianConfig:
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
        dropout=0.0,
        max_position_embeddings=512,
        scale_embedding=True,
        pad_token_id=pad,
        eos_token_id=vocabulary["</s>"],
        forced_eos_token_id=vocabulary["</s>"],
        decoder_start_token_id=pad,
    )


class Muon(torch.optim.Optimizer):
    """Momentum orthogonalised by Newton-Schulz (Jordan et al. 2024), in float32.

    torch.optim.Muon iterates in bfloat16, which a processor without bfloat16 units does a hundred
    times more slowly. Step scaled to AdamW's root mean square, 0.2 * sqrt(max(rows, columns)).
    """

    def __init__(self, matrices: list[nn.Parameter], lr: float, weight_decay: float = 0.01) -> None:
        super().__init__(matrices, {"lr": lr, "momentum": 0.95, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """One update; matrices of one shape are orthogonalised together."""
        for group in self.param_groups:
            shapes: dict[torch.Size, list[nn.Parameter]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    shapes.setdefault(matrix.shape, []).append(matrix)
            for shape, matrices in shapes.items():
                updates = []
                for matrix in matrices:
                    gradient = matrix.grad
                    assert gradient is not None  # chosen so above
                    momentum = self.state[matrix].setdefault("momentum", torch.zeros_like(matrix))
                    momentum.lerp_(gradient, 1 - group["momentum"])
                    updates.append(gradient.lerp(momentum, group["momentum"]))
                scale = group["lr"] * 0.2 * max(shape) ** 0.5
                for matrix, update in zip(matrices, _orthogonal(torch.stack(updates)), strict=True):
                    matrix.mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-scale)


def _orthogonal(x: Tensor, steps: int = 5) -> Tensor:
    tall = x.shape[-2] > x.shape[-1]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x.mT if tall else x


def _batches(examples: Examples, longest: float, tokens: int) -> Iterator[list[Example]]:
    """Batches of about `tokens` target tokens, alike in length; sorted within a pool, then shuffled."""
    pool: list[Example] = []

    def emptied() -> Iterator[list[Example]]:
        pool.sort(key=lambda e: (len(e.target) // BUCKET, len(e.source)))
        batches: list[list[Example]] = []
        batch: list[Example] = []
        width = 0
        for example in pool:
            width = max(width, len(example.target) + 1, len(example.source) + 2)
            if batch and width * (len(batch) + 1) > tokens:
                batches.append(batch)
                batch, width = [], max(len(example.target) + 1, len(example.source) + 2)
            batch.append(example)
        if batch:
            batches.append(batch)
        examples.dice.shuffle(batches)
        pool.clear()
        yield from batches

    for example in examples.one_pass():
        if 0 < len(example.target) <= longest and len(example.source) <= 1.5 * longest:
            pool.append(example)
            if len(pool) == 8000:
                yield from emptied()
    yield from emptied()


def _tensors(batch: list[Example], language: int, end: int, pad: int) -> tuple[Tensor, ...]:
    rows, source_width = len(batch), max(len(e.source) for e in batch) + 2
    target_width = max(len(e.target) for e in batch) + 1
    source = torch.full((rows, source_width), pad)
    labels = torch.full((rows, target_width), -100)
    guide = torch.zeros(rows, target_width, source_width)
    for row, example in enumerate(batch):
        source[row, : len(example.source) + 2] = torch.tensor([language, *example.source, end])
        labels[row, : len(example.target) + 1] = torch.tensor([*example.target, end])
        for place, pieces in enumerate(example.guide):
            if pieces:
                guide[row, place, torch.tensor(pieces) + 1] = 1 / len(pieces)
        guide[row, len(example.target), len(example.source) + 1] = 1
    decoder = torch.full((rows, target_width), pad)
    decoder[:, 1:] = labels[:, :-1].masked_fill(labels[:, :-1] == -100, pad)
    return source, decoder, labels, guide


def _losses(model: MarianMTModel, batch: tuple[Tensor, ...], pad: int) -> tuple[Tensor, Tensor]:
    source, decoder, labels, guide = batch
    out = model.model(
        input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=decoder, output_attentions=True
    )
    real = labels != -100
    logits = model.lm_head(out.last_hidden_state[real]) + model.final_logits_bias
    words = nn.functional.cross_entropy(logits.float(), labels[real], label_smoothing=LABEL_SMOOTHING)
    head = out.cross_attentions[-1][:, 0].float()
    looked = -(guide * (head + 1e-6).log()).sum(-1)
    guided = guide.sum(-1) > 0
    return words, (looked * guided).sum() / guided.sum().clamp(min=1)


def learn(run: Path, names: Path, *, minutes: float, tokens: int, seed: int, again: bool) -> None:
    """Train for so many minutes, from the last checkpoint if there is one; the rate falls to zero at the end.

    `again` starts the rate's schedule anew from the last weights (a later sitting).
    """
    torch.manual_seed(seed)
    vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
    end, pad, language = vocabulary["</s>"], vocabulary["<pad>"], vocabulary[">>ru<<"]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    config = configuration(vocabulary)
    config._attn_implementation = "eager"
    model = MarianMTModel(config)
    model.to(torch.device(device)).train()  # type: ignore[arg-type]
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.ndim == 2 and "embed" not in name:
                nn.init.xavier_uniform_(parameter)
        model.model.shared.weight.normal_(0, 256**-0.5)
        model.model.shared.weight[pad] = 0
    frozen = {id(p) for n, p in model.named_parameters() if "embed_positions" in n}
    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "shared" not in n and id(p) not in frozen]
    ids = {id(p) for p in matrices} | frozen
    others = [p for p in model.parameters() if id(p) not in ids]
    optimisers = [
        Muon(matrices, PEAK_MUON),
        torch.optim.AdamW(others, lr=PEAK_ADAMW, betas=(0.9, 0.98), weight_decay=0.0),
    ]
    peaks = (PEAK_MUON, PEAK_ADAMW)
    checkpoint = run / "checkpoint.pt"
    step, spent, seen = 0, 0.0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        # a shipped model that is taken up again has none
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=bool(state["optimisers"])):
            optimiser.load_state_dict(saved)
        step, seen = state["step"], state["tokens"]
        spent = 0.0 if again else state["spent"]
    examples = Examples(run, names, seed=seed + step)
    began, saved_at, log = time.time() - spent, time.time(), []
    first_step = step

    def save(name: str) -> None:
        beside = run / "checkpoint.part"
        state = {"model": model.state_dict(), "optimisers": [o.state_dict() for o in optimisers]}
        torch.save(state | {"step": step, "tokens": seen, "spent": time.time() - began}, beside)
        beside.replace(run / name)

    averaged_from, average, averaged = 0.85, None, 0
    while True:
        done = (time.time() - began) / 60 / minutes
        longest = 24 if done < 0.08 else 48 if done < 0.2 else 110
        for batch in _batches(examples, longest, tokens):
            done = (time.time() - began) / 60 / minutes
            if done >= 1:
                break
            warm = min(1.0, (step - first_step + 1) / WARMUP_STEPS)
            rate = warm * min(1.0, (1 - done) / 0.7)
            for optimiser, peak in zip(optimisers, peaks, strict=True):
                for group in optimiser.param_groups:
                    group["lr"] = peak * rate
            tensors = tuple(t.to(device) for t in _tensors(batch, language, end, pad))
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
                words, guided = _losses(model, tensors, pad)
            torch.autograd.backward(words + GUIDE_WEIGHT * guided)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            for optimiser in optimisers:
                optimiser.step()
            model.zero_grad(set_to_none=True)
            with torch.no_grad():
                model.model.shared.weight[pad] = 0  # Marian starts decoding from zero
            step += 1
            seen += int((tensors[2] != -100).sum())
            log.append((float(words.detach()), float(guided.detach())))
            if step % 25 == 0:
                mean = numpy.mean(log, axis=0)
                rate_of_words = seen / max(1.0, time.time() - began)
                print(
                    f"step {step} tokens {seen / 1e6:.2f}M done {done:.3f} loss {mean[0]:.3f} "
                    f"guide {mean[1]:.3f} {rate_of_words:.0f}/s",
                    flush=True,
                )
                log.clear()
            if done > averaged_from and step % 20 == 0:
                now = {n: t.detach().float().clone() for n, t in model.state_dict().items()}
                average = now if average is None else {n: average[n].lerp(now[n], 1 / (averaged + 1)) for n in now}
                averaged += 1
            if time.time() - saved_at > 600:
                save("checkpoint.pt")
                saved_at = time.time()
            if longest < 110 and done > (0.08 if longest == 24 else 0.2):
                break
        if done >= 1:
            break
    save("checkpoint.pt")
    if average is not None:
        torch.save(average, run / "average.part")
        (run / "average.part").replace(run / "average.pt")
