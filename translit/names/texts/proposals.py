"""How a name that no register knows might be written in another language."""

from __future__ import annotations

from functools import cache

from translit.languages import language
from translit.names.tables import particles_in_cyrillic
from translit.transliteration import readings, schemes, transliterate


def proposals(name: str, *, source: str, target: str, scheme: str = "") -> tuple[str, ...]:
    """How a name might be written in another language, best first; the name itself if nothing is known.

    From Cyrillic to Latin letters by `scheme`, by default that of the target's press; from Latin to Cyrillic
    by its likeliest readings; between two Cyrillic languages through Latin letters.
    """
    scripts = language(source).script, language(target).script
    if scripts[0] == "Cyrl" and scripts[1] == "Latn":
        return (transliterate(name, source=source, scheme=scheme or _press(source, target)),)
    if scripts[1] != "Cyrl" or scripts[0] not in ("Latn", "Cyrl"):
        return (name,)
    latin = name if scripts[0] == "Latn" else transliterate(name, source=source, scheme="press-en")
    options: list[list[str]] = []
    for word in latin.split():
        particle = particles_in_cyrillic().get(word)
        found = [particle] if particle else [reading.text for reading in readings(word, target=target)]
        options.append(found or [word])
    best = [found[0] for found in options]
    combined = [" ".join(best)]
    for place in range(len(options) - 1, -1, -1):  # the family name is the likeliest to have two readings
        combined += [" ".join([*best[:place], other, *best[place + 1 :]]) for other in options[place][1:3]]
    return tuple(dict.fromkeys(combined))[:3]


@cache
def _press(source: str, target: str) -> str:
    """The scheme of the target's press, where there is one; else that of the English press."""
    own = f"press-{target}"
    return own if any(scheme.id in (own, f"{source}-{own}") for scheme in schemes(source)) else "press-en"
