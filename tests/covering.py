"""What every way of cutting a text must hold to."""

from translit.passages import Span


def covers(spans: tuple[Span, ...], text: str) -> bool:
    """Whether the spans are in order and apart, without blanks at their edges, and nothing but blanks lies between."""
    places = [place for span in spans for place in range(span.start, span.end)]
    trimmed = all(span.of(text) == span.of(text).strip() != "" for span in spans)
    blank = all(text[place].isspace() for place in set(range(len(text))) - set(places))
    return places == sorted(set(places)) and trimmed and blank
