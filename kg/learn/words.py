"""What is known of single words, beyond their own text: a table that travels with the model, and how it is read.

In: the words of Docs whose vocabulary carries the table of `kg.learn.known_words`. Out: for each word four numbers:
what kinds of names it is part of, the German word cluster (names are written alike in all our languages), the cluster
of the known word it ends in ("Maismehl": of "Mehl"), and its last letters.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vocab import Vocab

from kg.learn.clusters import TABLE as CLUSTERS

TABLE: Final = "kg_words"
HASHES, VALUES = "hashes", "values"
KIND_BITS: Final = 5
KINDS: Final = (1 << KIND_BITS) - 1
COLUMNS: Final = 4
KNOWN: Final = 2  # of them are of the table
NOTHING: Final = (0, 0, 0, 0)
LAST_LETTERS = 5
SHORTEST_PART = 4
SHORTEST_REST = 3
LONGEST_PART = 14
SHORTEST_CAPITALS = 5
REMEMBERED = 200_000

Row = tuple[int, int, int, int]


class WordReader:
    """Reads what is known of words; remembers the words it has met."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        known = vocab.lookups.get_table(TABLE, {})
        self._hashes = np.frombuffer(known.get(HASHES, b""), dtype=np.uint32)
        self._values = np.frombuffer(known.get(VALUES, b""), dtype=np.uint16)
        self._clusters = vocab.lookups.get_table(CLUSTERS, {})
        self._rows: dict[int, Row] = {}

    def rows(self, words: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Give the four numbers of each word, given by its hash in the vocabulary."""
        forms, places = np.unique(words, return_inverse=True)
        if len(self._rows) > REMEMBERED:
            self._rows.clear()
        found = [self._rows.get(form) or self._remember(form) for form in forms.tolist()]
        return np.asarray(found, dtype=np.uint64).reshape((len(forms), COLUMNS))[places.reshape(-1)]

    def _remember(self, form: int) -> Row:
        word = self.vocab.strings[form] if form else ""
        self._rows[form] = self._row(word) if word[:1].isalpha() else NOTHING
        return self._rows[form]

    def _row(self, word: str) -> Row:
        value = next((value for each in _forms(word) if (value := self._value(each))), 0)
        part = 0 if self._cluster(word) else self._part(word)
        return value & KINDS, value >> KIND_BITS, part, hash_string(word[-LAST_LETTERS:].lower())

    def _value(self, word: str) -> int:
        short = np.uint32(short_hash(word))
        place = int(np.searchsorted(self._hashes, short))
        return int(self._values[place]) if place < len(self._hashes) and self._hashes[place] == short else 0

    def _cluster(self, word: str) -> int:
        known: int = self._clusters.get(hash_string(word), 0)
        return known or self._clusters.get(hash_string(word.lower()), 0)

    def _part(self, word: str) -> int:
        """The cluster of the longest known word that a word ends in; 0 for none."""
        longest = min(len(word) - SHORTEST_REST, LONGEST_PART)
        ends = (word[-length:] for length in range(longest, SHORTEST_PART - 1, -1))
        return next((found for end in ends if (found := self._clusters.get(hash_string(end.capitalize()), 0))), 0)


def short_hash(word: str) -> int:
    """Give the lower half of a word's hash: what the table keeps of it."""
    whole: int = hash_string(word)
    return whole & 0xFFFFFFFF


def _forms(word: str) -> tuple[str, ...]:
    """The word as written; without a genitive's ending; capitals as in a name; the last part of a double name."""
    forms = [word]
    if word.endswith("s"):
        forms.append(word[:-1])
    if word.isupper() and len(word) >= SHORTEST_CAPITALS:
        forms.append(word.capitalize())
    if "-" in word:
        forms += [part for part in reversed(word.split("-")) if part[:1].isupper()]
    return tuple(forms)
