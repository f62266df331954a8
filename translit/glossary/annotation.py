"""Showing the model what is wanted: each term of a sentence with its translation beside it."""

from __future__ import annotations

from collections.abc import Sequence

from translit.annotations import Annotated, Markers, annotated
from translit.letters import Shape, shape_of
from translit.passages import Mention, MentionKind


def annotate(text: str, mentions: Sequence[Mention], markers: Markers) -> Annotated:
    """Put the wanted translation beside each mention.

    The target is the preferred one in its dictionary form, in capitals where the words are (an abbreviation such as
    EU among small letters asks for none). A text that holds a marker of its own is not annotated: the model would
    take it for ours.
    """
    if any(marker and marker in text for marker in markers):
        mentions = ()
    return annotated(text, [(one.span, _wanted(one, text)) for one in mentions], markers)


def _wanted(mention: Mention, text: str) -> str:
    target = mention.targets[0]
    return target.upper() if mention.kind is not MentionKind.KEEP and _shouted(mention.span.of(text), text) else target


def _shouted(words: str, text: str) -> bool:
    """Whether words stand in capitals because the text shouts, not because they are an abbreviation."""
    if shape_of(words) is not Shape.UPPER:
        return False
    return (shape_of(text) is Shape.UPPER and text != words) or len(words) > 6
