"""Articles that print the same text: one agency's report in several papers is one source.

In: texts. Out: the runs of words they are compared by, and whether two are alike (w-shingling, Broder, On the
resemblance and containment of documents, 1997); which are worth comparing is told by the smallest hashes of their runs,
as in MinHash. A text that was cut is a copy too: the shorter one counts.
"""

import hashlib
import re

# Words in a run; runs that a text needs to be compared at all; share of the shorter text's runs in the other.
RUN = 5
FEWEST = 20
SHARE = 0.6
# So many of the smallest hashes of a text lead to other texts.
KEYS = 24

Runs = frozenset[int]


def runs(text: str) -> Runs:
    """Give the hashes of all runs of words of a text, signed numbers of 64 bits; case and punctuation are left out."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(_hash(" ".join(words[start : start + RUN])) for start in range(len(words) - RUN + 1))


def are_alike(one: Runs, other: Runs) -> bool:
    """Whether the shorter of two texts is for the most part in the other."""
    smaller = min(len(one), len(other))
    return smaller >= FEWEST and len(one & other) >= SHARE * smaller


def keys(text: Runs) -> tuple[int, ...]:
    """Give the smallest hashes, none for a text too short to be compared: texts that share many runs share some."""
    return tuple(sorted(text)[:KEYS]) if len(text) >= FEWEST else ()


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
