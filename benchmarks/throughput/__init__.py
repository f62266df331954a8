"""How much of a bare engine's speed the whole path keeps, and how far ahead of transformers it is.

    python -m benchmarks.throughput

Four ways over the same sentences of flores dev, with the same weights, beam and threads, by turns in one run:

    path           articles of ten paragraphs through `Translator.translate_documents`, no glossary, no register
    raw            CTranslate2's `translate_batch` on pieces that were cut beforehand, with the path's own options
    raw, plain     the same with the beam alone, and no scores, attention or limits asked for
    transformers   `generate` on torch, padded batches of like lengths, a share of the sentences

What the path does not segment alike would not be the same sentences: the bare ways get what it cut. Both raw
ways run over several sizes of batch, and the fastest counts. chrF++ stands beside each, for speed alone says nothing.
"""
