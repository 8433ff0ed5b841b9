"""How well a trained pipeline reads: scores against a treebank and against annotated news.

In: a pipeline and gold Docs in the words of its tokenizer. Out: shares between 0 and 1 by name.
"""

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from kg.learn.configuration import ENTITIES
from kg.learn.training import example

Scores = dict[str, float]

SYNTAX_SCORES = {
    "dep_las": "LAS",
    "dep_uas": "UAS",
    "pos_acc": "UPOS",
    "morph_acc": "features",
    "lemma_acc": "lemmas",
}
MENTIONS = "mentions"


def syntax_scores(nlp: Language, sentences: list[Doc], verb: str) -> Scores:
    """Score morphology, trees and lemmas on sentences whose ends are given; punctuation has no say in LAS and UAS.

    "verb lemmas" are the lemmas of words whose gold part of speech is `verb`.
    """
    unread = [_within_sentence(example(nlp, doc).predicted) for doc in sentences]
    with nlp.select_pipes(disable=[ENTITIES]):
        examples = [Example(read, gold) for read, gold in zip(nlp.pipe(unread), sentences, strict=True)]
        found = Scorer(nlp).score(examples)
    scores = {name: round(float(found[key]), 4) for key, name in SYNTAX_SCORES.items()}
    return {**scores, "verb lemmas": _lemma_accuracy(examples, verb)}


def mention_scores(nlp: Language, articles: list[Doc]) -> Scores:
    """Score mentions by exact span and label: F1 over all, and of each label."""
    found = nlp.evaluate([example(nlp, doc) for doc in articles])
    labels = {label: round(float(score["f"]), 4) for label, score in sorted(found["ents_per_type"].items())}
    return {MENTIONS: round(float(found["ents_f"]), 4), **labels}


def _within_sentence(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _lemma_accuracy(examples: list[Example], verb: str) -> float:
    pairs = [
        (predicted.lemma_, gold.lemma_)
        for pair in examples
        for predicted, gold in zip(pair.predicted, pair.reference, strict=True)
        if gold.pos_ == verb
    ]
    right = sum(1 for found, gold in pairs if found == gold)
    return round(right / max(1, len(pairs)), 4)
