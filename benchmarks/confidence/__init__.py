"""Does the confidence of a sentence tell the bad drafts from the rest?

    python -m benchmarks.confidence fit     weights for translit/confidence/weights.yaml, from newstest2020 en-ru
    python -m benchmarks.confidence report  the worst tenth by confidence against the rest, on flores dev en-ru

Both translate a set first, which takes minutes; `--keep FOLDER` keeps the drafts for the next time.
Nothing is fitted on flores dev.
"""
