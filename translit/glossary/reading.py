"""A glossary file: CSV or TSV, one entry a row.

With a header the columns are languages by BCP-47 tag, in any order, and any of these:

    kind      term (default), place, organisation, person, keep
    case      exact, or empty
    match     lemma or exact; default: exact for persons written in Latin script and for keep, else lemma
    gender    masculine or feminine, for persons
    fixed     yes if the wordings do not inflect
    priority  a whole number; the higher wins
    domain, note   for people

    en,ru,kind
    Independence Square,площадь Независимости,place
    Belarus,Беларусь | !Белоруссия,place

Several wordings of a cell are separated by ' | ', the preferred one first; one that begins with '!' is
forbidden: found in a source, never written. Without a header a file has two columns, source and target,
and their languages are given by the caller. Comma, semicolon and tab are told apart by themselves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translit.errors import GlossaryError, LanguageError, Problem
from translit.glossary.entry import Entry, Kind, Target
from translit.languages import language
from translit.letters import mixed_script_words, nfc

OPTIONS = ("kind", "case", "match", "gender", "fixed", "priority", "domain", "note")
_CHOICES = {
    "kind": tuple(Kind),
    "case": ("", "exact"),
    "match": ("", "lemma", "exact"),
    "gender": ("", "masculine", "feminine"),
    "fixed": ("", "yes", "no"),
}


def read_entries(path: Path, *, source: str, target: str) -> tuple[Entry, ...]:
    """Every entry of a file. Raises GlossaryError with one problem a bad row, all at once."""
    rows = list(_rows(_text(path)))
    if not rows:
        raise GlossaryError("the glossary is empty; write one entry a row", path)
    wanted = [language(tag).tag for tag in (source, target) if tag]
    columns, body = _columns(rows, wanted, path)
    problems: list[Problem] = []
    entries: list[Entry] = []
    seen: dict[tuple[str, str, str], Entry] = {}
    for line, cells in body:
        entry = _entry(columns, cells, path, line)
        if isinstance(entry, Problem):
            problems.append(entry)
            continue
        tag, first = next(iter(entry.terms.items()))
        key = (tag, first[0].text if entry.case else first[0].text.casefold(), entry.domain)
        earlier = seen.setdefault(key, entry)
        if earlier.terms != entry.terms:
            problems.append(
                Problem(
                    f"{first[0].text!r} stands in line {earlier.line} with another translation; "
                    "keep one row, with ' | ' between its wordings",
                    path,
                    line,
                )
            )
        entries.append(entry)
    if problems:
        raise GlossaryError(problems)
    return tuple(entries)


def _text(path: Path) -> str:
    try:
        return nfc(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise GlossaryError(f"the glossary cannot be read: {error.strerror or error}", path) from error
    except UnicodeDecodeError as error:
        raw = error.object[: error.start]
        line = raw.count(b"\n") + 1
        raise GlossaryError(
            "the glossary is not in UTF-8; save it again as 'CSV UTF-8' or convert it, for instance with iconv",
            path,
            line,
        ) from error


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line of its beginning, cells) of every row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    """Tab, semicolon or comma: the one that gives most of the first rows the same two columns or more."""
    best, most = ",", 0
    for candidate in ("\t", ";", ","):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
        widths = [len(cells) for _, cells in zip(range(50), reader, strict=False) if cells]
        same = sum(width == widths[0] for width in widths) if widths and widths[0] > 1 else 0
        if same > most:
            best, most = candidate, same
    return best


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column holds: a language tag or one of OPTIONS; `header` whether the file says so itself."""

    names: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name not in OPTIONS)


_Body = list[tuple[int, list[str]]]


def _columns(rows: _Body, wanted: list[str], path: Path) -> tuple[_Columns, _Body]:
    line, first = rows[0]
    names = [cell.lower() if cell.lower() in OPTIONS else _tag(cell) for cell in first]
    # 'en,ru' or 'en,ru,kind' is a header; 'no,net' among the rows of a plain file is none
    header = None not in names and (set(names) & {*OPTIONS, *wanted} or not wanted)
    if wanted and not header:
        if len(wanted) < 2:
            raise GlossaryError("a glossary without a header needs both languages, source and target", path)
        return _Columns(tuple(wanted)), rows
    unknown = [cell or "(empty)" for cell, name in zip(first, names, strict=True) if name is None]
    known = [name for name in names if name is not None]
    if unknown:
        text = (
            f"the header names {', '.join(map(repr, unknown))}: use language tags such as 'en' and "
            f"{', '.join(OPTIONS)}, or give source and target for two columns without a header"
        )
        raise GlossaryError(text, path, line)
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        raise GlossaryError(f"the header names {', '.join(map(repr, twice))} more than once", path, line)
    columns = _Columns(tuple(known))
    if not columns.languages:
        raise GlossaryError("the header names no language; begin with a row such as en,ru,kind", path, line)
    return columns, rows[1:]


def _tag(cell: str) -> str | None:
    try:
        return language(cell).tag
    except LanguageError:
        return None


def _entry(columns: _Columns, cells: list[str], path: Path, line: int) -> Entry | Problem:
    """One row as an entry, or all that is wrong with it."""
    if len(cells) != len(columns.names):
        expected, found = len(columns.names), len(cells)
        return Problem(f"{found} columns where {expected} were expected; quote a cell that holds a comma", path, line)
    row = dict(zip(columns.names, cells, strict=True))
    options = {name: row.get(name, "") for name in OPTIONS}
    kind = options["kind"].lower() or Kind.TERM
    wrong = [
        f"{name} {options[name]!r} is none of {', '.join(choice for choice in choices if choice)}"
        for name, choices in _CHOICES.items()
        if options[name] and options[name].lower() not in choices
    ]
    if options["priority"] and not options["priority"].lstrip("+-").isdecimal():
        wrong.append(f"priority {options['priority']!r} is not a whole number")
    terms = {tag: targets for tag in columns.languages if (targets := _targets(row[tag]))}
    if not row[columns.languages[0]] and (len(columns.languages) == 2 or not terms):
        wrong.append(f"the source ({columns.languages[0]}) is empty")
    elif len(terms) < 2 and kind != Kind.KEEP:
        wrong.append("there is no translation; give one, or the kind 'keep' for words that are copied")
    for tag, targets in terms.items():
        wrong += [f"{word!r} mixes alphabets" for word in _mixed(targets)]
        if all(target.forbidden for target in targets) and tag != columns.languages[0]:
            wrong.append(f"every wording in {tag} is forbidden; give one to write")
        if any(not any(letter.isalnum() for letter in target.text) for target in targets):
            wrong.append(f"a wording in {tag} holds no letter")
    if wrong:
        return Problem("; ".join(wrong), path, line)
    tag, first = next(iter(terms.items()))
    case = options["case"].lower()
    return Entry(
        id=f"{tag}:{first[0].text}" + (f"#{options['domain']}" if options["domain"] else ""),
        terms=terms,
        kind=Kind(kind),
        case=case,
        match=options["match"].lower(),
        domain=options["domain"],
        gender=options["gender"].lower(),
        fixed=options["fixed"].lower() == "yes",
        priority=int(options["priority"] or 0),
        note=options["note"],
        path=path,
        line=line,
    )


def _targets(cell: str) -> tuple[Target, ...]:
    """The wordings of a cell: 'Беларусь | !Белоруссия'."""
    words = (" ".join(part.split()) for part in cell.split("|"))
    return tuple(
        dict.fromkeys(
            Target(word.removeprefix("!").strip(), word.startswith("!")) for word in words if word.strip("! ")
        )
    )


def _mixed(targets: tuple[Target, ...]) -> list[str]:
    return [word for target in targets for _, word in mixed_script_words(target.text)]
