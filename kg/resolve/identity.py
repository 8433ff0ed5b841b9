"""Identifiers that depend on what a thing is, not on when it was met.

In: clusters. Out: identifiers, unique, the same for the same articles. A Wikidata id where there is one,
else a readable slug with a hash of what tells the thing from others of its name.
"""

import hashlib
import re

from kg.resolve.names import fold

LONGEST_SLUG = 60


def slug(text: str) -> str:
    """The text in small ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:LONGEST_SLUG].strip("-") or "x"


def digest(*parts: str) -> str:
    """Eight hexadecimal digits of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]
