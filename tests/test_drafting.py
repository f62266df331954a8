"""What the model is led to, where its draft has nothing for a term."""

import pytest

from translit.drafting import attempted
from translit.passages import Draft, Mention, MentionKind, Span


class Forgetful:
    """An engine that drops a term unless its draft must begin with it; it remembers what it was led to."""

    signature, annotation = "forgetful", None

    def __init__(self):
        self.starts = []

    def fits(self, sentence):
        return True

    def translate(self, sentences, *, starts=None):
        self.starts += starts or []
        return [Draft(f"{start} свободны.") for start in starts or ["" for _ in sentences]]


@pytest.mark.parametrize(
    ("number", "first"), [("plural", "Политзаключённые"), ("singular", "Политзаключённый"), ("", "Политзаключённый")]
)
def test_the_forms_led_to_have_the_number_of_the_source(number, first):
    engine = Forgetful()
    mention = Mention(Span(0, 9), "Prisoners", MentionKind.TERM, "p", ("политзаключённый",), number=number)
    (attempt,) = attempted(engine, ["Prisoners are free."], [[mention]], "ru")
    assert engine.starts[0] == first
    assert attempt.placed.text == f"{first} свободны."
