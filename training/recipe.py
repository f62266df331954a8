"""Which model a run makes: the languages it reads and writes, and the tokens that tell it which to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

MODELS = Path(__file__).with_name("models.yaml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A model by its name; English is always on one side.

    told: whether a token before the source says which language to write
    """

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    told: bool

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (source, target)."""
        return tuple((source, target) for source in self.sources for target in self.targets)

    def only(self, tags: Sequence[str]) -> Recipe:
        """The same model for these languages beside English alone, all of them if none is named; tokens stay."""
        if not tags:
            return self
        keep = {"en", *tags}
        sources, targets = (tuple(tag for tag in side if tag in keep) for side in (self.sources, self.targets))
        return replace(self, sources=sources, targets=targets)

    def token(self, target: str) -> str:
        """What stands before a source to ask for `target`: '>>ru<<', or nothing where there is no choice."""
        return f">>{target}<<" if self.told else ""


def recipe(name: str) -> Recipe:
    """The model of that name in `models.yaml`; KeyError if there is none."""
    found = yaml.safe_load(MODELS.read_text(encoding="utf-8"))[name]
    return Recipe(name, tuple(found["sources"]), tuple(found["targets"]), told=len(found["targets"]) > 1)
