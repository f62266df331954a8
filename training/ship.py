"""From the averaged weights to the folder that ships, a MarianMT model in 8-bit rows, and back."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors.numpy import save_file
from transformers import MarianConfig, MarianMTModel

from training.learn import configuration, fresh, save_whole
from training.recipe import Recipe
from training.vocabulary import TERM_MARKERS, write_vocabulary
from translit.engines import transcription
from translit.engines.dictionary import file_name, packed, words
from translit.engines.folders import PACKED, read
from translit.engines.packing import pack
from translit.engines.pieces import names_of
from translit.engines.vocabulary import numbers
from translit.engines.weights import load

# one SentencePiece model serves both sides; its pieces, the tokens of the manifest behind them, are the vocabulary
_PIECES = "source.spm"
_FILES = ("config.json", PACKED, _PIECES)


def weights(run: Path) -> dict[str, Any]:
    """The averaged weights if the run came to its end, else those of the last checkpoint."""
    average = run / "average.pt"
    if average.exists():
        return dict(torch.load(average, weights_only=True, map_location="cpu"))
    return dict(torch.load(run / "checkpoint.pt", weights_only=True, map_location="cpu")["model"])


def ship(
    run: Path, folder: Path, chosen: Recipe, *, version: str, length_penalty: float = 1.0, long: int | None = None
) -> None:
    """Write the model, its tokeniser, dictionaries, rules for names and manifest (`translit.json`), but no card."""
    vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
    model = MarianMTModel(configuration(vocabulary))
    model.load_state_dict(weights(run))
    with torch.no_grad():
        model.model.shared.weight[vocabulary["<pad>"]] = 0
    made = run / "shipped"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    model.config.save_pretrained(made)
    # what is tied is kept once, and positions are computed
    own = {name: tensor.numpy() for name, tensor in model.state_dict().items() if _is_own(name)}
    save_file(pack(own), made / PACKED)
    shutil.copyfile(run / "model" / _PIECES, made / _PIECES)
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copyfile(made / name, folder / name)
    for old in (folder / "vocab.json", *folder.glob("dictionary.*"), *folder.glob("transcription.*")):
        old.unlink(missing_ok=True)
    listed = []
    for source in chosen.sources:
        if (run / (name := file_name(source))).is_file():
            known = {target: there for target, there in words(run / name, source).items() if target in chosen.targets}
            (folder / name).write_bytes(packed(source, known))
            listed.append(name)
        if (run / (name := transcription.file_name(source))).is_file():
            shutil.copyfile(run / name, folder / name)
            listed.append(name)
    manifest = {
        "name": folder.name,
        "version": version,
        "source": list(chosen.sources),
        "targets": list(chosen.targets),
        "annotation": list(TERM_MARKERS),
        "longest": 110,
        "long": long,
        "alignment": {"layer": -1, "head": 0},
        "length_penalty": length_penalty,
        "joint": True,
        "tokens": list(vocabulary)[len(names_of(made / _PIECES)) :],
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (*_FILES, *listed)},
    }
    (folder / "translit.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    size = sum((folder / name).stat().st_size for name in (*_FILES, *listed))
    print(f"{folder}: {size / 1e6:.1f} MB")


def take_up(folder: Path, run: Path, *, whole: bool) -> None:
    """Begin a run where a shipped model ended: its pieces, and its weights as a checkpoint without optimiser state.

    Not `whole`: its embeddings only, beside random weights, for another model over the same pieces.
    """
    take_pieces(folder, run)
    if whole:
        model = _model(folder)
    else:
        model = fresh(_configuration(folder))
        with torch.no_grad():
            model.model.shared.weight.copy_(_model(folder).model.shared.weight)
    state = {"model": model.state_dict(), "optimisers": [], "step": 0, "tokens": 0, "spent": 0.0}
    save_whole(state, run / "checkpoint.pt")


def take_pieces(folder: Path, run: Path) -> None:
    """The pieces of a shipped model and their numbers, where the steps of a run look for them."""
    (run / "model").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / _PIECES, run / "model" / _PIECES)
    write_vocabulary(run / "model", numbers(read(folder)))


def blend(folder: Path, run: Path, share: float) -> None:
    """Put `share` of an earlier model's weights into those of the run that went on from it (`run/average.pt`).

    The mean of two ends of one way is often better than either (Izmailov et al. 2018, "Averaging Weights Leads to
    Wider Optima and Better Generalization"). Call it once a sitting, before `ship` writes over the earlier model.
    """
    earlier = _model(folder).state_dict()
    latest = weights(run)
    mixed = {name: share * earlier[name] + (1 - share) * latest[name] for name in latest}
    save_whole(mixed, run / "average.pt")


def _model(folder: Path) -> MarianMTModel:
    """The model of a shipped folder."""
    model = fresh(_configuration(folder))
    shipped = {name: torch.from_numpy(array).float() for name, array in load(read(folder)).items()}
    model.load_state_dict(shipped, strict=False)
    return model


def _configuration(folder: Path) -> MarianConfig:
    return configuration(numbers(read(folder)))


def _is_own(name: str) -> bool:
    """Not a second name of the one embedding table, nor the table of positions."""
    return "embed_" not in name and name != "lm_head.weight"
