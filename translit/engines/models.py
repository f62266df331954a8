"""The models that are here: listing, finding and describing them, and fetching more.

They are looked for in `$XDG_DATA_HOME/translit/models`, where `fetch` puts them, and then among the
starters that come with the package: a model that somebody took the trouble to fetch goes first.
Only `fetch` uses the network, and nothing else calls it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

from translit.engines.folders import MANIFEST, Model, digest_of, fingerprint, languages_of, read, verify
from translit.errors import ModelError, NetworkError, OutputError, Problem, UsageError

STARTERS = Path(__file__).parent / "starters"

_WANTED = ["config.json", "vocab.json", "target_vocab.json", "source.spm", "target.spm", MANIFEST, "README.md"]


def fetched() -> Path:
    """Where `fetch` puts models: `$XDG_DATA_HOME/translit/models`."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "translit" / "models"


def survey() -> tuple[tuple[Model, ...], tuple[Problem, ...]]:
    """Every installed model, and what is wrong with the folders beside them that are none."""
    found: list[Model] = []
    problems: list[Problem] = []
    for shelf in (fetched(), STARTERS):
        for folder in sorted(shelf.iterdir()) if shelf.is_dir() else ():
            if folder.is_dir() and not folder.name.startswith((".", "_")):
                try:
                    found.append(read(folder))
                except ModelError as error:
                    problems += error.problems
    return tuple(found), tuple(problems)


def installed() -> tuple[Model, ...]:
    """Every model that is here, in the order in which they are tried."""
    return survey()[0]


def find(name: str | Path) -> Model:
    """The model of this name ('en-zle', 'Helsinki-NLP/opus-mt-en-de'), or in this folder.

    Raises ModelError if there is none, with the names there are.
    """
    models, problems = survey()
    for model in models:
        if str(name) in (model.name, model.folder.name, model.folder.name.replace("--", "/", 1)):
            return model
    if Path(name).is_dir():
        return read(Path(name))
    names = ", ".join(model.name for model in models) or "none"
    advice = f"there is no model {str(name)!r}; installed: {names}; more with `translit models get OWNER/NAME`"
    raise ModelError([Problem(advice), *problems])


def describe(name: str | Path) -> dict[str, Any]:
    """What a model is, as plain values; its files are checked against the manifest first.

    Raises ModelError if there is none of this name or a file is damaged.
    """
    model = find(name)
    verify(model)
    return {
        "name": model.name,
        "version": model.version,
        "kind": model.kind,
        "folder": str(model.folder),
        "source": ", ".join(model.sources),
        "targets": ", ".join(model.targets),
        "annotation": " ".join(model.annotation or ()),
        "longest": model.limit,
        "megabytes": round(model.megabytes, 1),
        "files": ", ".join(path.name for path in model.files),
        "sha256": fingerprint(model),
    }


def fetch(name: str) -> Path:
    """Fetch a MarianMT model ('Helsinki-NLP/opus-mt-en-de') from the Hugging Face hub; returns its folder.

    Only the files that are needed come; a broken transfer goes on where it stopped. Where the model
    has no manifest, one with the SHA-256 of what came is written, so that later damage is found.
    Raises UsageError for a name that is none, ModelError if the hub has no such model or it is no
    MarianMT model, NetworkError if the hub cannot be reached, OutputError if it cannot be written.
    """
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        raise UsageError(f"{name!r} is no name of a model; it should be OWNER/NAME, as in Helsinki-NLP/opus-mt-en-de")
    place = fetched() / name.replace("/", "--")
    if place.is_dir():
        verify(read(place))
        return place
    beside = place.with_name(f".{place.name}.part")
    try:
        revision = _download(name, beside)
        shutil.rmtree(beside / ".cache", ignore_errors=True)
        _sign(beside, name, revision)
        beside.rename(place)
    except OSError as error:
        raise OutputError(f"the model cannot be written ({error.strerror or error})", place) from error
    return place


def _download(name: str, folder: Path) -> str:
    """Bring the files; safetensors weights if there are any. Returns the revision that came."""
    import huggingface_hub
    from huggingface_hub import errors

    try:
        about = huggingface_hub.HfApi().model_info(name)
        there = {file.rfilename for file in about.siblings or ()}
        weights = "model.safetensors" if "model.safetensors" in there else "pytorch_model.bin"
        missing = {"config.json", "vocab.json", "source.spm", "target.spm", weights} - there
        if missing:
            raise ModelError(f"{name} is no MarianMT model: it has no {', '.join(sorted(missing))}")
        folder.mkdir(parents=True, exist_ok=True)
        huggingface_hub.snapshot_download(
            name, revision=about.sha, local_dir=folder, allow_patterns=[*_WANTED, weights]
        )
    except errors.RepositoryNotFoundError as error:
        raise ModelError(f"the Hugging Face hub has no model {name}, or it is not public") from error
    except ModelError:
        raise
    except Exception as error:  # whatever its HTTP library of the day raises
        if isinstance(error, OSError) and error.errno is not None and error.filename is not None:
            raise
        raise NetworkError(
            f"{name} could not be fetched ({_reason(error)}); try again when the network is there"
        ) from error
    return str(about.sha or "")


def _sign(folder: Path, name: str, revision: str) -> None:
    if (folder / MANIFEST).is_file():
        verify(read(folder))
        return
    model = read(folder)
    # the folder still has its provisional name: the languages are those of the name on the hub
    languages = languages_of(name.rsplit("/", 1)[1])
    manifest = {
        "name": name.rsplit("/", 1)[1],
        "version": revision[:12],
        **({"source": list(languages[0]), "targets": list(languages[1])} if languages[0] else {}),
        "sha256": {path.name: digest_of(path) for path in model.files},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
