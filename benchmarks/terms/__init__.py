"""Does a glossary hold? Cases drawn from public evaluation sets, and what becomes of them.

`draw` makes the cases: words of a source sentence and the dictionary form of what its human reference
says there. They are kept as data (`*.tsv`): the line of the set, the stretch, the words, the form. No
sentence is kept; the sets come from their publishers. How the cases were read, and which were not, is
in the README. `measure` translates the sentences with and without the terms and counts.

    python -m benchmarks.terms draw        --corpora ../shared/corpora
    python -m benchmarks.terms measure     --corpora ../shared/corpora
"""
