"""Sentences of many documents side by side: full batches for the engine, each document whole again and in order.

A short article would leave an engine waiting at its end, so a batch takes sentences of the next
one as well. Two batches are under way at once: while the engine works at one, the terms of the
other are placed, and the next document is read. Which sentences share a batch never changes what
becomes of them. If a batch fails, its documents are carried one by one, and only the one at
fault fails.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Generic, TypeVar

from translit.errors import TranslitError

# sentences in a batch: enough that the engine never waits, few enough that little is lost when a run is killed
BATCH = 64
_WORKERS = 2

D = TypeVar("D")
S = TypeVar("S")
R = TypeVar("R")
Carry = Callable[[Sequence[S]], Sequence[R]]


class _Traveller(Generic[D, S, R]):
    """A document under way: what it is, how many of its sentences are still out, and what came back."""

    def __init__(self, document: D, waiting: int) -> None:
        self.document = document
        self.waiting = waiting
        self.back: list[R] = []
        self.error: TranslitError | None = None


def abreast(
    documents: Iterable[tuple[D, Sequence[S] | TranslitError]],
    carry: Carry[S, R],
    *,
    carried: Callable[[Sequence[S]], None] | None = None,
) -> Iterator[tuple[D, list[R] | TranslitError]]:
    """Each document with what `carry` made of its sentences, in order; or with the error that befell it.

    A document that comes with an error keeps it. `carry` runs in threads; `carried` is told,
    in this one, of the sentences that came back.
    """
    road: deque[_Traveller[D, S, R]] = deque()
    with _stopping(ThreadPoolExecutor(_WORKERS, "carry")) as workers:
        under_way: deque[tuple[list[tuple[_Traveller[D, S, R], Sequence[S]]], Future[list[Sequence[R]]]]] = deque()
        load: list[tuple[_Traveller[D, S, R], Sequence[S]]] = []

        def send() -> None:
            under_way.append((load.copy(), workers.submit(_carry, load.copy(), carry)))
            load.clear()

        def receive() -> None:
            sent, future = under_way.popleft()
            try:
                back: Sequence[Sequence[R] | TranslitError] = future.result()
            except TranslitError:
                back = [_alone(one, carry) for one in sent]
            for (traveller, sentences), results in zip(sent, back, strict=True):
                traveller.waiting -= len(sentences)
                if isinstance(results, TranslitError):
                    traveller.error = traveller.error or results
                else:
                    traveller.back += results
            if carried:
                carried([sentence for _, sentences in sent for sentence in sentences])

        def arrived() -> Iterator[tuple[D, list[R] | TranslitError]]:
            while road and not road[0].waiting:
                traveller = road.popleft()
                yield traveller.document, traveller.error or traveller.back

        for document, given in documents:
            sentences: Sequence[S] = () if isinstance(given, TranslitError) else given
            traveller: _Traveller[D, S, R] = _Traveller(document, len(sentences))
            traveller.error = given if isinstance(given, TranslitError) else None
            road.append(traveller)
            at = 0
            while at < len(sentences):
                some = sentences[at : at + BATCH - sum(len(part) for _, part in load)]
                load.append((traveller, some))
                at += len(some)
                if sum(len(part) for _, part in load) >= BATCH:
                    send()
                    while len(under_way) > _WORKERS:
                        receive()
            yield from arrived()
        if load:
            send()
        while under_way:
            receive()
            yield from arrived()
        yield from arrived()


@contextmanager
def _stopping(workers: ThreadPoolExecutor) -> Iterator[ThreadPoolExecutor]:
    """Wait for all that was sent; for nothing if the run is stopped, and then what has not begun does not begin."""
    try:
        yield workers
    except BaseException:
        workers.shutdown(wait=False, cancel_futures=True)
        raise
    workers.shutdown()


def _carry(load: Sequence[tuple[object, Sequence[S]]], carry: Carry[S, R]) -> list[Sequence[R]]:
    """One call for the sentences of all, and the answers apart again."""
    back = carry([sentence for _, sentences in load for sentence in sentences])
    ends = [0]
    for _, sentences in load:
        ends.append(ends[-1] + len(sentences))
    return [back[start:end] for start, end in itertools.pairwise(ends)]


def _alone(one: tuple[object, Sequence[S]], carry: Carry[S, R]) -> Sequence[R] | TranslitError:
    try:
        return carry(one[1])
    except TranslitError as error:
        return error
