"""How much of a bare engine's speed the whole path keeps, and how far ahead of transformers it is.

    python -m benchmarks.throughput

Four ways over the same sentences of flores dev, with the same weights, beam and threads, by turns in one run:

    path           articles of ten paragraphs through `Translator.translate_documents`, no glossary, no register
    raw            CTranslate2's `translate_batch` on pieces that were cut beforehand, with the path's own options
    raw, plain     the same with the beam alone, and no scores, attention or limits asked for
    transformers   `generate` on torch, padded batches of like lengths, a share of the sentences

The sentences are those that the path does not cut. The raw ways run over several sizes of batch, 1 among them: only so
does a sentence's draft not depend on its neighbours, which the path promises. chrF++ stands beside each, for speed
alone says nothing. The best round of each way counts.
"""
