"""The configuration of the pipelines we train, from a few sizes.

In: `Sizes` and the tokenizer's block. Out: configurations for `spacy.util.load_model_from_config`.
Taggers, parser and lemmatizer share one network that reads the words; the entity recogniser has its own, which also
reads the parts of speech and relations that the others found.
"""

from dataclasses import dataclass
from typing import Any

from kg.learn.compact import NAME as COMPACT
from kg.learn.embedding import NAME as EMBEDDING
from kg.learn.lemmas import NAME as LEMMAS
from kg.learn.paragraphs import NAME as PARAGRAPHS

SYNTAX = ("tok2vec", "morphologizer", "parser", "trainable_lemmatizer")
ENTITIES = "ner"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths and table sizes; `bits` of the cluster (empty where a language has none); see kg.learn.embedding."""

    width: int = 96
    depth: int = 4
    hidden: int = 64
    rows: tuple[int, ...] = (5000, 1000, 2500, 2500)
    bits: tuple[int, ...] = (4, 6, 8, 10, 16)
    cluster_rows: int = 500
    attributes: tuple[str, ...] = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
    table_width: int = 96
    unknown: float = 0.0
    word_rows: tuple[int, ...] = ()
    more_context: bool = False


def pipeline_configuration(language: str, tokenizer: dict[str, Any], syntax: Sizes, entities: Sizes) -> dict[str, Any]:
    """Configure the whole pipeline: reader, morphology, entities, tree, lemmas, and what surrounds them."""
    components = {
        PARAGRAPHS: {"factory": PARAGRAPHS},
        "tok2vec": {"factory": "tok2vec", "model": _reader(syntax)},
        "morphologizer": {"factory": "morphologizer", "model": _tagger(syntax)},
        ENTITIES: {"factory": "ner", "model": entities_network(entities)},
        "parser": {"factory": "parser", "model": _transitions("parser", syntax, _listener(syntax))},
        "trainable_lemmatizer": {
            "factory": "trainable_lemmatizer",
            "model": _tagger(syntax),
            "top_k": 3,
            "min_tree_freq": 2,
            "backoff": "orth",
        },
        LEMMAS: {"factory": LEMMAS},
        COMPACT: {"factory": COMPACT},
    }
    return {
        "nlp": {"lang": language, "pipeline": list(components), "tokenizer": tokenizer},
        "components": components,
    }


def entities_network(sizes: Sizes) -> dict[str, Any]:
    """Configure the entity recogniser's network."""
    return _transitions("ner", sizes, _reader(sizes))


def _reader(sizes: Sizes) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": EMBEDDING,
            "width": sizes.width,
            "attrs": list(sizes.attributes),
            "rows": list(sizes.rows),
            "bits": list(sizes.bits),
            "cluster_rows": sizes.cluster_rows,
            "table_width": sizes.table_width,
            "unknown": sizes.unknown,
            "word_rows": list(sizes.word_rows),
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": sizes.width,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": sizes.depth,
        },
    }


def _listener(sizes: Sizes) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": sizes.width, "upstream": "*"}


def _tagger(sizes: Sizes) -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(sizes)}


def _transitions(state: str, sizes: Sizes, reader: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": sizes.more_context,
        "hidden_width": sizes.hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": reader,
    }
