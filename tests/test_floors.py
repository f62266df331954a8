"""Imports only go down: every module stands on a floor and imports from floors below its own."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "translit"
FLOORS = [
    {
        "errors",
        "languages",
        "letters",
        "parts",
        "passages",
        "decisions",
        "alignments",
        "annotations",
        "verbatim",
        "tables",
    },
    {"morphology"},
    {"segmentation", "detection", "markup", "confidence", "transliteration", "glossary", "documents", "engines"},
    {"names"},
    {
        "translator",
        "abreast",
        "batch",
        "noticing",
        "drafting",
        "asking",
        "leading",
        "memory",
        "remembering",
        "assembling",
        "given",
        "retrying",
        "report",
        "evaluation",
        "shards",
    },
    {"cli", "scaleout", "__init__", "__main__"},
]
# the crafts do not know each other; the values of the ground and the steps of the path may
SOCIABLE = {0, 4, 5}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "translit":
            found |= {node.module} if node.module != "translit" else {f"translit.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name.split(".")[0] == "translit"}
    return {room(module) for module in found}


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path):
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for there in imports(path) - {here}:
        neighbours = floor(there) == floor(here) and floor(here) in SOCIABLE
        assert floor(there) < floor(here) or neighbours, f"{here} imports {there}"


def test_every_room_has_a_floor():
    rooms = {path.name.removesuffix(".py") for path in ROOT.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__pycache__"} == set().union(*FLOORS)


NAMES = ["identity", "register", "texts"]


@pytest.mark.parametrize("path", sorted(ROOT.glob("names/*/*.py")), ids=lambda path: "/".join(path.parts[-2:]))
def test_imports_go_down_inside_names(path):
    """Texts are read with a register, and a register compares names; never the other way."""
    text = path.read_text(encoding="utf-8")
    above = NAMES[NAMES.index(path.parent.name) + 1 :]
    assert not [room for room in above if f"translit.names.{room}" in text]
