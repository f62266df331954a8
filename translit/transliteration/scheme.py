"""A transliteration scheme: one YAML file in `schemes/`, named `LANGUAGE-ID.yaml`.

Keys of the file: `id`, `language`, `name`, `authority`, `year`, `source` (where the table is published),
`letters`, `samples`, and if needed `note`, `reversible`, `extends` (the id of a scheme of the same language
whose letters, rules, endings and exceptions this one starts from), `rules`, `endings`, `exceptions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from translit.errors import Problem, SchemeError
from translit.letters import nfc
from translit.tables import safe_loader
from translit.transliteration.rules import Rule, Table, read_rules

ALPHABETS = {
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
}
_NEEDED = ("id", "language", "name", "authority", "year", "source", "samples")
_KEYS = {*_NEEDED, "letters", "note", "reversible", "extends", "rules", "endings", "exceptions"}


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """One published way to write a language in Latin letters.

    `samples` are pairs (text, what the scheme makes of it), and are tests. `reversible` says that `restore`
    gives any text of the alphabet back exactly.
    """

    id: str
    language: str
    name: str
    authority: str
    year: int
    source: str
    table: Table = field(repr=False)
    samples: tuple[tuple[str, str], ...] = field(repr=False)
    note: str = ""
    reversible: bool = False

    @classmethod
    def read(cls, file: Path | Traversable) -> Scheme:
        """Read a scheme file. Raises SchemeError with everything that is wrong with it at once."""
        import yaml

        path = Path(str(file))
        try:
            data = yaml.load(file.read_text(encoding="utf-8"), Loader=safe_loader())
        except OSError as error:
            raise SchemeError(f"cannot be read ({error.strerror}); check the name", path) from error
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise SchemeError(f"is not YAML in UTF-8: {error}", path) from error
        if not isinstance(data, Mapping):
            raise SchemeError("is not a scheme: the file must be a mapping with 'id', 'language', 'letters' ...", path)
        data = _composed(data)
        problems = [f"the key {key!r} is missing" for key in _NEEDED if not data.get(key)]
        problems += [f"the key {key!r} is unknown; known are {', '.join(sorted(_KEYS))}" for key in set(data) - _KEYS]
        for key in ("letters", "endings", "exceptions"):
            if not isinstance(data.get(key) or {}, Mapping):
                raise SchemeError(f"{key!r} must map letters to text", path)
        if not isinstance(data.get("year", 0), int):
            problems.append(f"'year' must be a number, not {data['year']!r}")
        rules: tuple[Rule, ...] = ()
        try:
            rules = tuple(read_rules(data))
        except ValueError as error:
            problems.append(str(error))
        letters, exceptions = dict(data.get("letters") or {}), dict(data.get("exceptions") or {})
        if data.get("extends"):
            ground = load(str(data.get("language")), str(data["extends"])).table
            letters, exceptions = {**ground.letters, **letters}, {**ground.exceptions, **exceptions}
            rules += ground.rules
        problems += _faults_of_letters(str(data.get("language")), letters)
        samples = data.get("samples")
        if not isinstance(samples, Mapping):
            problems.append("'samples' must map a text to what the scheme makes of it")
        if problems:
            raise SchemeError(Problem(problem, path) for problem in problems)
        table = Table(letters, rules, exceptions)
        return cls(
            id=str(data["id"]), language=str(data["language"]), name=data["name"], authority=data["authority"],
            year=int(data["year"]), source=data["source"], table=table, samples=tuple(dict(samples).items()),
            note=data.get("note", ""), reversible=bool(data.get("reversible", False)),
        )  # fmt: skip


def load(language: str, scheme: str) -> Scheme:
    """The shipped scheme of that language and id, read once. Raises SchemeError with the list of what exists."""
    if (language, scheme) not in _shipped():
        raise SchemeError(f"there is no scheme {scheme!r} for {language!r}; {_what_exists(language)}")
    return _load(language, scheme)


def schemes(language: str | None = None) -> tuple[Scheme, ...]:
    """All shipped schemes, or those of one language (its tag), sorted by language and id."""
    return tuple(_load(tag, name) for tag, name in _shipped() if language in (None, tag))


@cache
def _load(language: str, scheme: str) -> Scheme:
    return Scheme.read(resources.files(__package__) / "schemes" / f"{language}-{scheme}.yaml")


@cache
def _shipped() -> tuple[tuple[str, str], ...]:
    """Pairs (language, id), from the file names alone: no scheme is read to list them."""
    names = (file.name for file in (resources.files(__package__) / "schemes").iterdir())
    found = (name.removesuffix(".yaml").partition("-") for name in names if name.endswith(".yaml"))
    return tuple(sorted((language, scheme) for language, _, scheme in found))


def _what_exists(language: str) -> str:
    of_language = [name for tag, name in _shipped() if tag == language]
    if of_language:
        return f"for {language!r} there are {', '.join(of_language)}"
    tags = sorted({tag for tag, _ in _shipped()})
    return f"there are schemes for {', '.join(tags)}, and 'anyascii' for any script"


def _composed(value: Any) -> Any:
    """The same data with every string in NFC."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, Mapping):
        return {_composed(key): _composed(item) for key, item in value.items()}
    return [_composed(item) for item in value] if isinstance(value, list) else value


def _faults_of_letters(language: str, letters: Mapping[Any, Any]) -> list[str]:
    problems = [
        f"the letter {key!r} must map one lower-case letter to text"
        for key, text in letters.items()
        if not (isinstance(key, str) and isinstance(text, str) and len(key) == 1 and key == key.lower())
    ]
    missing = [letter for letter in ALPHABETS.get(language, "") if letter not in letters]
    if missing:
        problems.append(f"'letters' lacks {', '.join(missing)}")
    return problems
