"""The loss by rows is the loss of the textbook, and so is its gradient."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("rows", [1, 255, 600])
def test_value_and_gradients_are_those_of_plain_cross_entropy(rows: int) -> None:
    from training.loss import LABEL_SMOOTHING, smoothed_cross_entropy

    torch.manual_seed(rows)
    states, table = torch.randn(rows, 16), torch.randn(90, 16)
    labels = torch.randint(90, (rows,))
    answers = []
    for by_rows in (True, False):
        ours, theirs = states.clone().requires_grad_(), table.clone().requires_grad_()
        if by_rows:
            loss = smoothed_cross_entropy(ours, theirs, labels)
        else:
            loss = torch.nn.functional.cross_entropy(ours @ theirs.T, labels, label_smoothing=LABEL_SMOOTHING)
        torch.autograd.backward(3 * loss)
        answers.append((loss.detach(), ours.grad, theirs.grad))
    for one, other in zip(*answers, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-5)


def test_in_bfloat16_it_is_near_that_in_float32() -> None:
    from training.loss import smoothed_cross_entropy

    torch.manual_seed(3)
    start, table, labels = torch.randn(300, 16), torch.randn(90, 16), torch.randint(90, (300,))
    answers = []
    for narrow in (True, False):
        states = start.clone().requires_grad_()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=narrow):
            loss = smoothed_cross_entropy(states, table, labels)
        torch.autograd.backward(loss)
        assert states.grad.dtype == loss.dtype == torch.float32
        answers.append((loss.detach(), states.grad))
    (one, its), (other, others) = answers
    assert not torch.equal(one, other), "both were made in float32"
    torch.testing.assert_close(one, other, rtol=1e-2, atol=0)
    torch.testing.assert_close(its, others, rtol=0, atol=3e-4)


def test_rows_without_a_label_count_for_nothing() -> None:
    from training.loss import smoothed_cross_entropy

    states, table = torch.randn(5, 16), torch.randn(90, 16)
    labels = torch.tensor([7, -100, 3, -100, 9])
    alone = smoothed_cross_entropy(states[[0, 2, 4]], table, labels[[0, 2, 4]])
    torch.testing.assert_close(smoothed_cross_entropy(states, table, labels), alone)
