"""A later sitting takes up the shipped model, and some of it goes into what ships next."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.engines.models import STARTERS

torch = pytest.importorskip("torch")
FOLDER = STARTERS / "en-zle"


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_blend_lies_between_the_two_models(tmp_path: Path, share: float) -> None:
    from training.ship import blend, take_up, weights

    take_up(FOLDER, tmp_path, whole=True)
    shipped = weights(tmp_path)
    # a sitting that moved every weight by one
    torch.save({name: tensor + 1 for name, tensor in shipped.items()}, tmp_path / "average.pt")
    blend(FOLDER, tmp_path, share)
    mixed = weights(tmp_path)
    assert mixed.keys() == shipped.keys()
    assert all(torch.allclose(mixed[name], shipped[name] + 1 - share, atol=1e-5) for name in shipped)


def test_a_run_that_is_taken_up_knows_pieces_alone_if_told_so(tmp_path: Path) -> None:
    from training.ship import take_up, weights

    for name, whole in (("whole", True), ("pieces", False)):
        take_up(FOLDER, tmp_path / name, whole=whole)
    whole, pieces = weights(tmp_path / "whole"), weights(tmp_path / "pieces")
    assert torch.equal(whole["model.shared.weight"], pieces["model.shared.weight"])
    inner = "model.encoder.layers.0.fc1.weight"
    assert not torch.equal(whole[inner], pieces[inner])
