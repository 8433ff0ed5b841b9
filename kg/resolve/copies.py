"""Articles that print the same text: one agency's report in several papers is one source.

In: documents. Out: for each copy the article it is counted with. Texts are compared by the runs of words they share
(w-shingling, Broder, On the resemblance and containment of documents, 1997); which are worth comparing is told by the
smallest hashes of their runs, as in MinHash. A text that was cut is a copy too: the shorter one counts.
"""

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.model import Document

# Words in a run; runs that a text needs to be compared at all; share of the shorter text's runs in the other.
RUN = 5
FEWEST = 20
SHARE = 0.6
# So many of the smallest hashes of a text lead to other texts.
KEYS = 24
LARGEST_BLOCK = 400

Runs = frozenset[int]


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """Map the identifier of each copy to that of the article it is a copy of: the first published of all alike."""
    every = sorted(documents, key=_age)
    texts = [runs(document.text) for document in every]
    home = list(range(len(every)))
    for one, other in _pairs(texts):
        if are_alike(texts[one], texts[other]):
            first, second = sorted((_root(home, one), _root(home, other)))
            home[second] = first
    roots = ((number, _root(home, number)) for number in range(len(every)))
    return {every[number].identifier: every[root].identifier for number, root in roots if root != number}


def runs(text: str) -> Runs:
    """Give the hashes of all runs of words of a text, case and punctuation left out."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(_hash(" ".join(words[start : start + RUN])) for start in range(len(words) - RUN + 1))


def are_alike(one: Runs, other: Runs) -> bool:
    """Whether the shorter of two texts is for the most part in the other."""
    smaller = min(len(one), len(other))
    return smaller >= FEWEST and len(one & other) >= SHARE * smaller


def keys(text: Runs) -> tuple[int, ...]:
    """Give the smallest hashes: texts that share many runs share some of them."""
    return tuple(sorted(text)[:KEYS])


def _pairs(texts: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    blocks: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for key in keys(text):
            blocks[key].append(number)
    yield from sorted(
        {pair for block in blocks.values() if len(block) <= LARGEST_BLOCK for pair in combinations(block, 2)}
    )


def _age(document: Document) -> tuple[dt.date, str]:
    return document.date or dt.date.max, document.identifier


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _root(home: Sequence[int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number
