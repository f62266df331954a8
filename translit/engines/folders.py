"""A model folder: what it is, what it translates, whether it is whole.

Three kinds of folder are read:

    huggingface   config.json, vocab.json, source.spm, target.spm and model.safetensors (or pytorch_model.bin, or
                  model.int8.safetensors, see `packing`)
    opus          an unpacked OPUS-MT release: decoder.yml, *.npz, *.yml, source.spm, target.spm
    ctranslate    a CTranslate2 folder: model.bin, its vocabulary, source.spm, target.spm

A manifest, `translit.json`, may stand in any of them: {"name", "version", "source": ["en"],
"targets": ["ru"], "annotation": [start, wanted, end], "longest": pieces, "long": characters, "positions": pieces,
"alignment": {"layer": -1, "head": 0}, "length_penalty": number, "joint": true, "tokens": [">>ru<<", "<pad>"],
"sha256": {file: hex}}; a joint model has one file of pieces for both sides, source.spm, and one whose manifest has
tokens no vocab.json: its pieces are numbered as in source.spm, and the tokens follow. Without a manifest, the languages
are those of the folder's name ('opus-mt-en-ru'), if it has any. `dictionary.SOURCE.tsv.xz` and
`transcription.SOURCE.tsv.xz` may lie there too (see `dictionary`). No code of a model folder is ever run.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translit.errors import ModelError, Problem
from translit.languages import language

MANIFEST = "translit.json"
# weights in 8-bit rows (`packing`)
PACKED = "model.int8.safetensors"
# language groups in the names of OPUS-MT models (ISO 639-5), as far as the house's languages go
GROUPS = {"zle": ("be", "ru", "uk"), "zlw": ("cs", "pl", "sk"), "sla": ("be", "bg", "cs", "pl", "ru", "sk", "uk")}

_VOCABULARIES = ("shared_vocabulary.json", "source_vocabulary.json", "shared_vocabulary.txt", "source_vocabulary.txt")
_NEEDED = {
    "huggingface": ("config.json", "vocab.json", "source.spm", "target.spm"),
    "opus": ("decoder.yml", "source.spm", "target.spm"),
    "ctranslate": ("model.bin", "source.spm", "target.spm"),
}
_WEIGHTS = ("model.safetensors", PACKED, "pytorch_model.bin")
_TOKEN = re.compile(r">>[^<>\s]+<<")
_LANGUAGES = re.compile(r"(?:.*opus.*[-_])?([a-z]{2,3})-([a-z]{2,3})")


@dataclass(frozen=True, slots=True)
class Model:
    """A model folder as its files describe it; `sources` and `targets` are empty where nothing says them.

    longest         pieces a sentence may have, from the manifest; None if it does not say
    long            characters above which a sentence is translated in parts (`parting`); None for never
    positions       pieces the model can number at all
    alignment       decoder layer (negative counts from the last) and cross-attention head that align
    length_penalty  power of a draft's length that a search divides its log-probability by: above 1 for a model whose
                    drafts are too short
    joint           source.spm serves both sides
    tokens          what the vocabulary has behind the pieces of source.spm; empty where vocab.json says it all
    sha256          file -> hexadecimal digest, from the manifest
    """

    folder: Path
    kind: str
    name: str
    version: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    annotation: tuple[str, str, str] | None = None
    longest: int | None = None
    long: int | None = None
    positions: int = 512
    alignment: tuple[int, int] = (-1, 0)
    length_penalty: float = 1.0
    joint: bool = False
    tokens: tuple[str, ...] = ()
    sha256: Mapping[str, str] = field(default_factory=dict)

    @property
    def limit(self) -> int:
        """Pieces a sentence may have before it must be split."""
        return min(self.longest or 500, self.positions - 12)

    @property
    def pieces(self) -> tuple[Path, Path]:
        """The SentencePiece models of the source and of the target."""
        return self.folder / "source.spm", self.folder / ("source.spm" if self.joint else "target.spm")

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that make the model what it is, sorted by name."""
        return tuple(sorted(path for path in self.folder.iterdir() if path.is_file() and _belongs(path.name)))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (source, target) it is known to translate; a language into itself is none."""
        return tuple((a, b) for a in self.sources for b in self.targets if a != b)

    @property
    def megabytes(self) -> float:
        """Size of its files in 10^6 bytes."""
        return sum(path.stat().st_size for path in self.files) / 1e6

    def translates(self, source: str, target: str) -> bool:
        """Whether it is known to translate this pair of BCP-47 tags."""
        return language(source).tag in self.sources and language(target).tag in self.targets


def read(folder: Path) -> Model:
    """Look at a folder; weights are not opened.

    Raises ModelError with everything that is missing or cannot be read.
    """
    if not folder.is_dir():
        raise ModelError("there is no model folder here; see `translit models list`", folder)
    kind = _kind(folder)
    if kind is None:
        raise ModelError(
            "this is no model folder: it holds neither config.json (Hugging Face MarianMT), nor decoder.yml "
            "(OPUS-MT release), nor model.bin (CTranslate2)",
            folder,
        )
    problems: list[Problem] = []
    manifest = _json(folder / MANIFEST, problems) if (folder / MANIFEST).is_file() else {}
    problems += [
        Problem(f"{name} is missing; get the model again", folder)
        for name in _NEEDED[kind]
        if not (folder / name).is_file()
        and not (manifest.get("joint") is True and name == "target.spm")
        and not (manifest.get("tokens") and name == "vocab.json")
    ]
    if kind == "huggingface" and not any((folder / name).is_file() for name in _WEIGHTS):
        problems.append(
            Problem(f"{_WEIGHTS[0]} is missing (or {' or '.join(_WEIGHTS[1:])}); get the model again", folder)
        )
    if kind == "ctranslate" and not any((folder / name).is_file() for name in _VOCABULARIES):
        problems.append(Problem("shared_vocabulary.json is missing; convert the model again", folder))
    config = _json(folder / "config.json", problems) if (folder / "config.json").is_file() else {}
    if kind == "huggingface" and config and config.get("model_type", "marian") != "marian":
        problems.append(Problem(f"this is a {config['model_type']} model, not MarianMT", folder / "config.json"))
    fields = _fields(folder, manifest, problems)
    if problems:
        raise ModelError(problems)
    sources, targets = languages_of(folder.name)
    # an OPUS-MT release is converted with 2048 positions, though it was trained on fewer
    positions = config.get("max_position_embeddings", 512) if kind == "huggingface" else 512
    given: dict[str, Any] = {
        "name": folder.name.rsplit("--", 1)[-1],
        "sources": sources,
        "targets": targets,
        "positions": positions,
    }
    return Model(folder, kind, **(given | fields))


def verify(model: Model) -> None:
    """Compare every file with the manifest's SHA-256, if it has any.

    Raises ModelError naming each file that is missing or differs.
    """
    problems = []
    for name, wanted in sorted(model.sha256.items()):
        path = model.folder / name
        if not path.is_file():
            problems.append(Problem("the manifest names this file, but it is missing; get the model again", path))
        elif digest_of(path) != wanted.lower():
            problems.append(Problem("damaged: the SHA-256 is not the manifest's; get the model again", path))
    if problems:
        raise ModelError(problems)


def digest_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(model: Model) -> str:
    """One SHA-256 over all files of the model: changes with the weights, the vocabulary or the manifest."""
    together = "".join(f"{path.name} {digest_of(path)}\n" for path in model.files)
    return hashlib.sha256(together.encode()).hexdigest()


def languages_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sources and targets that a name such as 'opus-mt-en-ru' or 'opus-mt-tc-big-en-zle' speaks of; empty if none."""
    match = _LANGUAGES.fullmatch(name)
    if not match:
        return (), ()
    source, target = (GROUPS.get(code, (code,)) for code in match.groups())
    return source, target


def language_tokens(model: Model) -> tuple[str, ...]:
    """Tokens such as '>>ru<<' in the vocabulary of the source: one of them must open the model's input.

    Raises ModelError if the vocabulary cannot be read.
    """
    if model.tokens:
        return tuple(token for token in model.tokens if _TOKEN.fullmatch(token))
    names = ("vocab.json",) if model.kind == "huggingface" else _VOCABULARIES
    path = next((model.folder / name for name in names if (model.folder / name).is_file()), model.folder / names[0])
    try:
        text = path.read_text(encoding="utf-8")
        pieces = list(json.loads(text)) if path.suffix == ".json" else text.split("\n")
    except (OSError, ValueError, TypeError) as error:
        raise ModelError("this is no readable vocabulary; get the model again", path) from error
    return tuple(piece for piece in pieces if isinstance(piece, str) and _TOKEN.fullmatch(piece))


def _kind(folder: Path) -> str | None:
    if (folder / "model.bin").is_file():
        return "ctranslate"
    if (folder / "decoder.yml").is_file():
        return "opus"
    # a fetched or manifest-bearing folder that lost its config.json is still a damaged Hugging Face one
    signs = ("config.json", MANIFEST, "vocab.json", *_WEIGHTS)
    return "huggingface" if any((folder / name).is_file() for name in signs) else None


def _belongs(name: str) -> bool:
    return name.endswith((".json", ".spm", ".safetensors", ".bin", ".npz", ".yml", ".tsv.xz")) or name in _VOCABULARIES


def _json(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        problems.append(Problem("this is no readable JSON; get the model again", path, line))
        return {}
    if not isinstance(found, dict):
        problems.append(Problem("a JSON object is expected here; get the model again", path))
        return {}
    return found


def _fields(folder: Path, manifest: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """What the manifest says, as fields of Model; every field of a wrong shape is a problem."""
    rules: dict[str, tuple[str, str, Any]] = {
        "name": ("name", "a text", lambda v: v if isinstance(v, str) and v else None),
        "version": ("version", "a text", lambda v: v if isinstance(v, str) else None),
        "source": ("sources", "a list of language tags", _texts),
        "targets": ("targets", "a list of language tags", _texts),
        "annotation": ("annotation", "three markers", lambda v: t if (t := _texts(v)) and len(t) == 3 else None),
        "longest": ("longest", "a number of pieces", _count),
        "long": ("long", "a number of characters", _count),
        "positions": ("positions", "a number of pieces", _count),
        "alignment": ("alignment", '{"layer": number, "head": number}', _place),
        "length_penalty": ("length_penalty", "a number from 0 to 10", _power),
        "joint": ("joint", "true or false", lambda v: v if isinstance(v, bool) else None),
        "tokens": ("tokens", "a list of tokens", _texts),
        "sha256": ("sha256", "file names and digests", _digests),
    }
    fields = {}
    for key, (name, wanted, shaped) in rules.items():
        if manifest.get(key) is not None:
            if (value := shaped(manifest[key])) is None:
                problems.append(Problem(f"{key!r} should be {wanted}, not {manifest[key]!r}", folder / MANIFEST))
            fields[name] = value
    return fields


def _texts(value: Any) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, list) and value and all(isinstance(v, str) and v for v in value) else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 12 else None


def _power(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and 0 <= value <= 10 else None


def _place(value: Any) -> tuple[int, int] | None:
    if not isinstance(value, dict):
        return None
    layer, head = value.get("layer", -1), value.get("head", 0)
    return (layer, head) if isinstance(layer, int) and isinstance(head, int) and head >= 0 else None


def _digests(value: Any) -> dict[str, str] | None:
    plain = isinstance(value, dict) and all(
        isinstance(digest, str) and Path(name).name == name and name not in ("", ".", "..")
        for name, digest in value.items()
    )
    return dict(value) if plain else None
