"""Word alignment of the training pairs with eflomal, written as character spans.

Each line of `run/links.jsonl` belongs to the same line of `run/pairs.tsv`:
{"sure": [[s0, s1, t0, t1], ...], "likely": [...]} where spans are character offsets of a source
word and a target word. Sure links stand in both directions; likely links, only where a target
word has no sure one, come from the source-to-target direction.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r"\w+|[^\w\s]")
# endings hide that two forms are one word; the first letters are enough to count by
_STEM = 6


def tokens(text: str) -> list[tuple[int, int]]:
    """Spans of the words and punctuation marks of a text."""
    return [match.span() for match in _TOKEN.finditer(text)]


def _stems(text: str) -> str:
    return " ".join(text[start:end].lower()[:_STEM] for start, end in tokens(text))


def _links(path: Path) -> list[list[tuple[int, int]]]:
    return [
        [tuple(map(int, link.split("-"))) for link in line.split()]  # type: ignore[misc]
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]
    ]


Links = tuple[set[tuple[int, int]], set[tuple[int, int]]]
# where something begins and ends
Span = tuple[int, int]
Link = tuple[Span, Span]


def aligned(sources: Sequence[str], targets: Sequence[str]) -> list[Links]:
    """For each pair its sure and its likely links, as (source token, target token)."""
    import eflomal

    with tempfile.TemporaryDirectory() as folder:
        forward, backward = Path(folder, "forward"), Path(folder, "backward")
        eflomal.Aligner().align(
            [_stems(text) + "\n" for text in sources],
            [_stems(text) + "\n" for text in targets],
            links_filename_fwd=str(forward),
            links_filename_rev=str(backward),
            quiet=False,
        )
        both = zip(_links(forward), _links(backward), strict=True)
        found = []
        for there, back in both:
            sure = set(there) & set(back)
            covered = {t for _, t in sure}
            found.append((sure, {(s, t) for s, t in there if t not in covered}))
        return found


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A row of `run/pairs.tsv` with its links, each the spans of a source and a target word."""

    times: int
    origin: str
    languages: tuple[str, str]
    source: str
    target: str
    sure: tuple[Link, ...]
    likely: tuple[Link, ...] = ()


def aligned_pairs(run: Path, *, source: str = "") -> Iterator[AlignedPair]:
    """What `align` found, row by row; only the pairs whose source is in that language, if one is named."""
    with (
        (run / "pairs.tsv").open(encoding="utf-8", newline="\n") as pairs,
        (run / "links.jsonl").open(encoding="utf-8") as links,
    ):
        for pair, link in zip(pairs, links, strict=True):
            times, origin, from_tag, into_tag, text, other = pair.rstrip("\n").split("\t")
            if source in ("", from_tag):
                found = json.loads(link)
                sure, likely = (
                    tuple(((s0, s1), (t0, t1)) for s0, s1, t0, t1 in found[name]) for name in ("sure", "likely")
                )
                yield AlignedPair(int(times), origin, (from_tag, into_tag), text, other, sure, likely)


def align(run: Path) -> None:
    """Write `run/links.jsonl` for `run/pairs.tsv`."""
    rows = [line.split("\t") for line in (run / "pairs.tsv").read_text(encoding="utf-8").split("\n")[:-1]]
    links = aligned([row[4] for row in rows], [row[5] for row in rows])
    beside = run / "links.jsonl.part"
    with beside.open("w", encoding="utf-8") as out:
        for (*_, source, target), (sure, likely) in zip(rows, links, strict=True):
            source_spans, target_spans = tokens(source), tokens(target)
            spans = {
                name: [[*source_spans[s], *target_spans[t]] for s, t in sorted(some)]
                for name, some in (("sure", sure), ("likely", likely))
            }
            out.write(json.dumps(spans) + "\n")
    beside.replace(run / "links.jsonl")
