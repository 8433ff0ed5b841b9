"""A person looks at why things are one, and says where that is wrong.

In: an open store, names of things and mentions. Out: explanations; rulings, kept in the store, that the graph follows.
"""

from kg.judge.explain import explain
from kg.judge.ruling import describe, merge, split, undo, without_effect

__all__ = ["describe", "explain", "merge", "split", "undo", "without_effect"]
