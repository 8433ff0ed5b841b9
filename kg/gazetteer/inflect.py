"""Inflected forms, by the endings that the ontology declares for a property.

In: a form and its language. Out: the form and its inflections.

An ending such as "er+n" lets a form in -er add -n; "+s" lets any form add -s.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.ontology.load import statements
from kg.ontology.turtle import KG


@cache
def endings(property_: str, predicate: str = "ending") -> dict[str, tuple[tuple[str, str], ...]]:
    """Map each language to the (last letters, addition) pairs declared for a property of ours."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for literal in statements().literals(KG + property_, KG + predicate):
        last, _, addition = literal.value.partition("+")
        found[literal.language or ""].append((last, addition))
    return {language: tuple(pairs) for language, pairs in found.items()}


def inflections(form: str, language: str, property_: str) -> Iterator[str]:
    """Give the form, then what its last word and, for some properties, its first word can inflect to."""
    yield form
    for last, addition in endings(property_).get(language, ()):
        if form.endswith(last):
            yield form + addition
    first, space, rest = form.partition(" ")
    for last, addition in endings(property_, "firstWordEnding").get(language, ()) if space else ():
        if first.endswith(last):
            yield f"{first}{addition} {rest}"
