"""The recipe of the starter models, step by step.

    python -m training collect      clean and weigh the parallel text
    python -m training vocabulary   one SentencePiece model for all languages of the model
    python -m training align        word alignment (eflomal), for guided attention and for term annotation
    python -m training take-up      go on from the shipped model, in place of `vocabulary`
    python -m training learn        train; resumes from its last checkpoint
    python -m training ship         average checkpoints, compile to int8, write the manifest
    python -m training evaluate     chrF++ and BLEU with signatures; every number of the model card

Each step reads what the step before it wrote under the run's folder (`runs/en-zle` unless told
otherwise) and can be repeated alone. The evaluation sets are never trained on: `collect` drops
any pair that holds one of their sentences, and says how many it dropped.
"""
