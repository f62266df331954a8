"""A register written as YAML for a person to edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from translit.names.register.book import NameBook
from translit.names.register.person import Judgement, Person


def as_yaml(book: NameBook, heading: str = "") -> str:
    """A register as a person edits it; `NameBook.read` reads the same again. `heading` becomes its comment."""
    rows = [*map(_entry, book.people), *map(_decision, book.judgements)]
    blocks = [
        yaml.dump([row], Dumper=_Written, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)
        for row in rows
    ]
    comment = "".join(f"# {line}".rstrip() + "\n" for line in heading.splitlines())
    return "\n".join([*([comment] if comment else []), *blocks])


class _Written(yaml.SafeDumper):
    """The standard dumper, but for an entry and its lists of sentences, which take a line each."""


class _Listed(dict[str, Any]):
    """A mapping a key a line."""


class _Sentences(list[str]):
    """A list a sentence a line."""


def _lines(kind: str) -> Callable[[_Written, Any], yaml.Node]:
    represent = _Written.represent_mapping if kind == "map" else _Written.represent_sequence
    return lambda dumper, value: represent(dumper, f"tag:yaml.org,2002:{kind}", value, flow_style=False)


_Written.add_representer(_Listed, _lines("map"))
_Written.add_representer(_Sentences, _lines("seq"))


def _entry(person: Person) -> dict[str, Any]:
    styles = [
        _filled({"style": row.style, "language": row.language, "form": row.form, "from": row.since, "gloss": row.gloss})
        for row in person.styles
    ]
    return _Listed(
        _filled(
            {
                "id": person.id,
                "proposed": person.proposed,
                "kind": "" if person.human else person.kind,
                "gender": person.gender,
                "note": person.note,
                "forms": dict(person.forms),
                "variants": {tag: list(names) for tag, names in person.variants.items()},
                "exceptions": {tag: list(names) for tag, names in person.exceptions.items()},
                "indeclinable": sorted(person.indeclinable),
                "family": person.family_word,
                "styles": styles,
                "evidence": _Sentences(person.evidence),
            }
        )
    )


def _decision(judgement: Judgement) -> dict[str, Any]:
    same = "unsure" if judgement.same is None else judgement.same
    rest = {"note": judgement.note, "by": judgement.by, "on": judgement.on, "evidence": _Sentences(judgement.evidence)}
    return _Listed({"same": same, "names": list(judgement.names), **_filled(rest)})


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value}
