"""What really changed among the texts given back to a document, and whether they belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from translit.documents import Translated
from translit.errors import Problem, UsageError
from translit.passages import Passage


def checked(
    passages: Sequence[Passage], translated: Mapping[str, str | Translated], path: Path | None
) -> dict[str, Translated]:
    """What really changed, by passage id, as `Translated` throughout.

    Raises UsageError with every reason why the texts do not belong to these passages.
    """
    known = {passage.id: passage for passage in passages}
    problems = [Problem(f"there is no passage {name!r} in this document", path) for name in translated.keys() - known]
    changed = {}
    for passage in passages:
        value = translated.get(passage.id)
        if value is None or value == passage.text or value == Translated(passage.text, passage.marks):
            continue
        if isinstance(value, str):
            if passage.marks:
                lost = ", ".join(sorted({mark.kind for mark in passage.marks}))
                problems.append(
                    Problem(f"passage {passage.id!r} would lose its marks ({lost}); give a Translated with marks", path)
                )
            value = Translated(value)
        if any(not 0 <= mark.span.start <= mark.span.end <= len(value.text) for mark in value.marks):
            problems.append(Problem(f"passage {passage.id!r} has a mark outside its text", path))
        changed[passage.id] = value
    if problems:
        raise UsageError(sorted(problems, key=str))
    return changed
