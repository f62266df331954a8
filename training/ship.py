"""From the averaged weights to the folder that ships, a Hugging Face MarianMT model in float16, and back."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from transformers import MarianMTModel

from training.learn import configuration
from training.vocabulary import TERM_MARKERS

_FILES = ("config.json", "model.safetensors", "source.spm", "target.spm", "vocab.json")


def weights(run: Path) -> dict[str, Any]:
    """The averaged weights if the run came to its end, else those of the last checkpoint."""
    average = run / "average.pt"
    if average.exists():
        return dict(torch.load(average, weights_only=True))
    return dict(torch.load(run / "checkpoint.pt", weights_only=True)["model"])


def ship(run: Path, folder: Path, *, version: str, targets: list[str]) -> None:
    """Write the model, its tokeniser and its manifest (`translit.json`); the model card stays as it is."""
    vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
    model = MarianMTModel(configuration(vocabulary))
    model.load_state_dict(weights(run))
    with torch.no_grad():
        model.model.shared.weight[vocabulary["<pad>"]] = 0
    made = run / "shipped"
    shutil.rmtree(made, ignore_errors=True)
    model.to(torch.float16).save_pretrained(made)  # type: ignore[arg-type]
    for name in ("source.spm", "target.spm", "vocab.json"):
        shutil.copyfile(run / "model" / name, made / name)
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copyfile(made / name, folder / name)
    manifest = {
        "name": folder.name,
        "version": version,
        "source": ["en"],
        "targets": targets,
        "annotation": list(TERM_MARKERS),
        "longest": 110,
        "alignment": {"layer": -1, "head": 0},
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _FILES},
    }
    (folder / "translit.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    size = sum((folder / name).stat().st_size for name in _FILES)
    print(f"{folder}: {size / 1e6:.1f} MB")


def take_up(folder: Path, run: Path) -> None:
    """Begin a run where a shipped model ended: its pieces, and its weights as a checkpoint without optimiser state."""
    (run / "model").mkdir(parents=True, exist_ok=True)
    for name in ("source.spm", "target.spm", "vocab.json"):
        shutil.copyfile(folder / name, run / "model" / name)
    model = MarianMTModel.from_pretrained(folder, local_files_only=True, dtype=torch.float32)
    torch.save(
        {"model": model.state_dict(), "optimisers": [], "step": 0, "tokens": 0, "spent": 0.0}, run / "checkpoint.pt"
    )
