"""What a batch promises, held against a real process: killed at any moment, run twice, grown to thousands of files.

    python -m benchmarks.batch kill     a process is killed at random moments; the result is that of a calm run
    python -m benchmarks.batch again    how much faster a second run over the same inbox is
    python -m benchmarks.batch memory   how far memory grows over thousands of documents

The articles are made up here (`inbox`), the same for the same seed.
"""
