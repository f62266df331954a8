"""What a sentence holds that its translation must keep: copies, terms and names, none over another."""

from __future__ import annotations

from collections.abc import Iterable

from translit.glossary import Glossary
from translit.names import NameBook, find_names, met
from translit.passages import Mention, MentionKind, Span
from translit.verbatim import copied


def noticed(
    text: str,
    *,
    source: str,
    target: str,
    glossary: Glossary,
    names: NameBook,
    known: list[str],
    scheme: str = "",
    verbatim: Iterable[Span] = (),
) -> list[Mention]:
    """Every mention of a sentence, in the order of its text.

    verbatim  stretches that are copied as they are, besides addresses and the like
    known     ids of the persons met earlier in the article, the latest first; those of this sentence are added
    """
    mentions: list[Mention] = []
    for span in sorted({*verbatim, *copied(text)}):
        if not any(span.overlaps(mention.span) for mention in mentions):
            words = span.of(text)
            mentions.append(Mention(span, words, MentionKind.KEEP, "", (words,), fixed=True))
    people = find_names(
        text,
        source=source,
        target=target,
        book=names,
        taken=[mention.span for mention in mentions],
        known=tuple(known),
        scheme=scheme,
    )
    # a person of the register goes before the glossary, for a family name may be a term as well;
    # a name that no register knows stands back behind it
    mentions += [mention for mention in people if mention.sure]
    mentions += glossary.find(text, source, target, taken=[mention.span for mention in mentions])
    mentions += [one for one in people if not one.sure and not any(one.span.overlaps(m.span) for m in mentions)]
    known[:] = dict.fromkeys([*met(people), *known])
    return sorted(mentions, key=lambda mention: mention.span)
