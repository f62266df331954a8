"""A model folder as a CTranslate2 folder, made once and kept in the user's cache; without torch.

The mapping of weights is that of `MarianMTLoader` in `ctranslate2.converters.transformers` (4.8),
read straight from safetensors: post-norm layers, position encodings with sines in the first half of
the dimensions and cosines in the second, decoding from a zero embedding in the place of `<pad>`.
An OPUS-MT release goes through `ctranslate2.converters.OpusMTConverter`.

A compiled folder lies in `$XDG_CACHE_HOME/translit/models/<name>-<fingerprint>-<compute type>`. It is
written beside that place and renamed, so a reader sees all of it or nothing, and of two processes
that compile at once the first wins. It carries its own manifest with digests: a damaged one is made again.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from translit.engines.folders import MANIFEST, Model, digest_of, fingerprint, read, verify
from translit.engines.weights import marian_specification
from translit.errors import ModelError, Problem, UsageError

COMPUTE_TYPES = ("int8", "float32")

# where this run keeps what the cache would not take: place in the cache -> temporary folder
_instead: dict[Path, Path] = {}


def cache() -> Path:
    """`$XDG_CACHE_HOME/translit/models`."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "translit" / "models"


def compiled(model: Model, compute_type: str = "int8") -> Model:
    """The model as a CTranslate2 folder: itself if it is one, else from the cache, else made now.

    A cache that cannot be written gives way to a temporary folder that lasts as long as this run.
    Raises ModelError if the model is damaged or CTranslate2 cannot use it, UsageError for a compute
    type that is none of COMPUTE_TYPES.
    """
    if compute_type not in COMPUTE_TYPES:
        raise UsageError(f"{compute_type!r} is no compute type; use one of {', '.join(COMPUTE_TYPES)}")
    verify(model)
    if model.kind == "ctranslate":
        return model
    place = cache() / f"{model.name}-{fingerprint(model)[:16]}-{compute_type}"
    for there in (place, _instead.get(place)):
        if there is not None and (kept := _whole(there)):
            return kept
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".compiling-", dir=place.parent))
    except OSError:
        beside = Path(tempfile.mkdtemp(prefix="translit-"))
        atexit.register(shutil.rmtree, beside, ignore_errors=True)
        compile_into(model, beside, compute_type)
        _instead[place] = beside
        return read(beside)
    try:
        compile_into(model, beside, compute_type)
        _put(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return read(place)


def compile_into(model: Model, folder: Path, compute_type: str) -> None:
    """Write `model` into `folder` as CTranslate2 reads it, with its pieces and a manifest, and try it.

    Raises ModelError if the weights do not fit together, or if the result does not translate.
    """
    from ctranslate2.converters import OpusMTConverter

    try:
        if model.kind == "opus":
            _only_own_files(model)
            OpusMTConverter(str(model.folder)).convert(str(folder), quantization=compute_type, force=True)
        else:
            specification = marian_specification(model)
            specification.validate()
            specification.optimize(quantization=compute_type)
            specification.save(str(folder))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        reason = " ".join(str(error).split()).rpartition("following reasons: ")[2].removeprefix("- ")
        raise ModelError(f"the model does not fit CTranslate2 ({reason}); get another model", model.folder) from error
    for name, path in zip(("source.spm", "target.spm"), model.pieces, strict=True):
        shutil.copyfile(path, folder / name)
    _probe(folder, model.folder)
    manifest = {
        "name": model.name,
        "version": model.version or fingerprint(model)[:12],
        "source": list(model.sources) or None,
        "targets": list(model.targets) or None,
        "annotation": list(model.annotation) if model.annotation else None,
        "longest": model.longest,
        "long": model.long,
        "positions": model.positions,
        "alignment": dict(zip(("layer", "head"), model.alignment, strict=True)),
        "length_penalty": model.length_penalty,
        "sha256": {path.name: digest_of(path) for path in sorted(folder.iterdir())},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False), encoding="utf-8")


def _whole(place: Path) -> Model | None:
    """The compiled model that stands there, if it is whole."""
    try:
        model = read(place)
        verify(model)
    except ModelError:
        return None
    return model if model.sha256 else None


def _put(beside: Path, place: Path) -> None:
    """Rename `beside` to `place`; what another process put there meanwhile stays, if it is whole."""
    for _ in range(2):
        try:
            beside.rename(place)
            return
        except OSError:
            if _whole(place):
                return
            # damaged: out of the way in one step, so that nobody reads half of it
            old = Path(tempfile.mkdtemp(prefix=".damaged-", dir=place.parent))
            try:
                place.rename(old / place.name)
            finally:
                shutil.rmtree(old, ignore_errors=True)
    if not _whole(place):
        raise ModelError("the compiled model could not be put here; delete the folder and try again", place)


def _only_own_files(model: Model) -> None:
    """An OPUS-MT decoder.yml may name files of its own folder only."""
    import yaml

    path = model.folder / "decoder.yml"
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        names = [found["models"][0], *found["vocabs"]]
    except (yaml.YAMLError, ValueError, KeyError, TypeError, IndexError) as error:
        raise ModelError("decoder.yml does not name the models and vocabs; get the model again", path) from error
    problems = [
        Problem(f"decoder.yml names {name!r}, which is not in this folder; get the model again", path)
        for name in names
        if Path(str(name)).name != name or not (model.folder / name).is_file()
    ]
    if problems:
        raise ModelError(problems)


def _probe(folder: Path, origin: Path) -> None:
    """Translate one piece, so that a model that cannot work is found before it is kept."""
    import ctranslate2

    try:
        translator: Any = ctranslate2.Translator(str(folder), intra_threads=1, inter_threads=1)
        translator.translate_batch([["▁", "</s>"]], beam_size=1, max_decoding_length=4, return_attention=True)
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"CTranslate2 cannot use the model ({error}); get another model", origin) from error
