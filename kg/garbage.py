"""Collecting garbage seldom, while much is made that lives long or is freed by itself.

In: work within `seldom`. Out: the same work, sooner: Python goes over all that an article is made of less often.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# So many more objects are made than freed before the youngest are gone over (Python: 700).
OBJECTS: Final = 50_000


@contextmanager
def seldom() -> Iterator[None]:
    """Collect garbage seldom within it."""
    before = gc.get_threshold()
    gc.set_threshold(max(OBJECTS, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
