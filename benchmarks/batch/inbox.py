"""Made-up articles, drawn from our own patterns: no two are alike, and all are the same again for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

_PATTERNS = (
    "{person} told reporters in {place} on {day} that {number} people had been detained since {month}.",
    "The {body} in {place} said it would look at {number} complaints before {day}.",
    "“Nobody asked us,” said {person}, {number}, who has taught at a school near {place} since {year}.",
    "Prices of bread and fuel rose by {number} percent in {month}, the {body} said.",
    "According to {person}, the road from {place} to the border has been closed since {day}.",
    "The {body} published a list of {number} names; {person} is not on it.",
    "In {year}, {person} left {place} and did not come back until {month}.",
    "A court in {place} put the hearing off until {day}, for the third time this year.",
    "{number} volunteers cleared the snow in {place} on {day} morning.",
    "It was not clear on {day} whether the {body} would meet again in {month}.",
    "The river at {place} stood {number} centimetres above its usual level.",
    "{person} and two colleagues from {place} were awarded a prize for their reporting in {month}.",
)  # fmt: skip
_WORDS = {
    "person": [
        f"{given} {family}"
        for given in ("Alena", "Mikhail", "Gordon", "Martha", "Viktar", "Oksana", "Pavel", "Ruth")
        for family in ("Ramsbottom", "Harbatsevich", "Lindqvist", "Kovalenko", "Whitlock", "Zaitsava")
    ],
    "place": ["Minsk", "Brest", "Kyiv", "Vilnius", "Warsaw", "Hrodna", "Lviv", "Polatsk", "Odesa", "Homel"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "month": ["January", "March", "April", "June", "August", "September", "October", "December"],
    "body": ["ministry", "city council", "election commission", "teachers' union", "railway", "committee"],
}


def sentence(chance: random.Random) -> str:
    """One sentence of news."""
    said = {name: chance.choice(words) for name, words in _WORDS.items()}
    return chance.choice(_PATTERNS).format(**said, number=chance.randint(3, 900), year=chance.randint(1975, 2019))


def _plain(title: str, paragraphs: list[str]) -> str:
    return "\n\n".join([title, *paragraphs]) + "\n"


def _markdown(title: str, paragraphs: list[str]) -> str:
    return "\n\n".join([f"# {title}", *(f"**{one[:4]}**{one[4:]}" for one in paragraphs)]) + "\n"


def _page(title: str, paragraphs: list[str]) -> str:
    body = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<!doctype html>\n<html lang=en><title>{title}</title>\n<h1>{title}</h1>\n{body}\n</html>\n"


def _subtitles(title: str, paragraphs: list[str]) -> str:
    cues = [title, *paragraphs]
    return "\n".join(
        f"{number + 1}\n00:{number:02}:00,000 --> 00:{number:02}:50,000\n{one}\n" for number, one in enumerate(cues)
    )


_KINDS: dict[str, Callable[[str, list[str]], str]] = {
    ".txt": _plain, ".md": _markdown, ".html": _page, ".srt": _subtitles,
}  # fmt: skip


def fill(folder: Path, files: int, *, seed: int, sentences: int = 12) -> int:
    """Write `files` articles of about so many sentences below `folder`, a hundred a subfolder. Returns their words."""
    chance, words = random.Random(seed), 0
    for number in range(files):
        title = sentence(chance).rstrip(".")
        paragraphs = [
            " ".join(sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(max(1, sentences * 2 // 5))
        ]
        suffix = list(_KINDS)[number % len(_KINDS)]
        place = folder / f"{number // 100:03}" / f"article-{number:05}{suffix}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_KINDS[suffix](title, paragraphs), encoding="utf-8")
        words += len(f"{title} {' '.join(paragraphs)}".split())
    return words
