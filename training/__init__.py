"""The recipe of the starter models, step by step.

    python -m training collect         clean and weigh the parallel text
    python -m training vocabulary      one SentencePiece model for all languages of the model
    python -m training take-up         go on from the shipped model, in place of `vocabulary`;
                                       `--like FOLDER` takes only the pieces and embeddings of another
    python -m training align           word alignment (eflomal), for guided attention and for term annotation
    python -m training gloss           English news put into the other languages phrase by phrase, to read from
    python -m training begin           put what the aligner found into the first weights
    python -m training learn           train; resumes from its last checkpoint
    python -m training blend           after a later sitting: some of the shipped weights into those of the run
    python -m training dictionary      what single words stood against, for the model to be shown
    python -m training enter           the written dictionary of news, beside what stands in that one
    python -m training transcribe      rules for the names that it lacks, learnt from those that it has; they help to
                                       write Cyrillic letters, so for en-zle alone
    python -m training ship            average checkpoints, round to 8 bits, write the manifest
    python -m training evaluate        chrF++ and BLEU with signatures; every score of the model card
    python -m training agreement       how far the guided head agrees with eflomal
    python -m training back-translate  English news as written by a model of ours, to read from
    python -m training people-wrote    Ukrainian prose (ua-gec), to write from the English a model of ours reads in it
    python -m training neighbours      Russian prose in Belarusian or Ukrainian, word for word, to read and to write;
                                       all three before `collect`

Before the verb: `--model en-zle` or `zle-en` (`models.yaml`), `--only ru` for one language beside
English. Each step reads what the step before it wrote under the run's folder (`runs/MODEL` unless
told otherwise) and can be repeated alone. The evaluation sets are never trained on: `collect` drops
any pair that holds one of their sentences, and says how many it dropped.

`training/written/*.tsv.xz` is news in four languages that was written for these models, `training/lexicon/*.tsv.xz` a
dictionary of it (docs/architecture.md); both are collected with the rest.

With a network, more text comes from OPUS: `mtdata get -l eng-rus --train ...` or `opus_get` of the package
opustools write parallel lines, which go beside the others as `ORIGIN.en-XX.tsv.xz` with a row in `corpora.yaml`.

On an accelerator the same steps want large batches and, for many passes, dropout: zle-en 0.5.0 is the work of
`learn --minutes 6.3 --again --tokens 80000 --dropout 0.1` on one NVIDIA H200 with sixteen cores to draw the examples
(en-zle 0.7.0: 5 minutes, 32000). Two cores see the same text in a day and a half. A last sitting may end it on news
alone (`learn --again --finishing --gentle 0.25`); half of it and half of what was there before (`blend`) is best. On a
machine with nothing but the shipped model that is `take-up`, `collect --finishing`, `align`, `learn`, and `blend`.

On a processor that multiplies in bfloat16 (`avx512_bf16`) training does: 3,448 and 3,457 target pieces a second on two
cores, 3,742 and 3,758 with the two libraries below, and 2,469 in float32 with them, by turns.
Sentences are sorted by length 40,000 at a time, so that little of a batch is padding: 3,954 target pieces a second
where 8,000 at a time give 3,247, and 93 of 100 places of the source hold a piece in place of 69.

Otherwise, on an AMD processor MKL, which torch multiplies with, takes kernels that it keeps for processors it does not
know. A library that holds nothing but `int mkl_serv_intel_cpu_true(void) { return 1; }` (`cc -shared -fPIC`), named in
LD_PRELOAD, makes it take those for AVX2: 1,320 target pieces a second in place of 1,129, in one run on two cores.
Debian's libtcmalloc-minimal4 named beside it asks the kernel for fresh memory less often: 987 and 1,009 in place of 885
and 931 by turns on a slower machine.

Tried for speed on two cores: sdpa beside eager attention, 1,563 and 1,710 target pieces a second; torch.optim.Muon in
bfloat16 far too slow without such units, so ours; the loss by rows (`loss.py`) no slower than a batch at once, 1,123
and 1,117, and without the 144 MB of its scores; `OMP_WAIT_POLICY=PASSIVE` keeps 1.4 cores busy, so leave it out.
"""
