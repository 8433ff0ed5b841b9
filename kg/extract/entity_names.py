"""Names of entities: uninflected, fullest first; and English names of what has none.

In: spans of proper names, gazetteer entries, patterns of the tables. Out: names.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from kg.extract.lexicon import find
from kg.extract.relation_tables import Noun, Tables
from kg.gazetteer import lookup

_PHRASE = 3  # words of a noun for people at most


def proper_names(spans: Sequence[Span], surfaces: frozenset[str], tables: Tables, language: str) -> tuple[str, ...]:
    """Give the names as written, without genitive endings, each once, the fullest first."""
    names = dict.fromkeys(uninflected(span, surfaces, tables, language) for span in spans)
    order = {name: place for place, name in enumerate(names)}
    return tuple(sorted(names, key=lambda name: (-len(name.split()), -len(name), order[name])))


def surfaces_of(spans: Iterable[Span]) -> frozenset[str]:
    """Give all mentions of an article as written, and their last words: what an uninflected name is looked for in."""
    return frozenset(text for span in spans for text in (span.text, span[-1].text))


def uninflected(span: Span, surfaces: frozenset[str], tables: Tables, language: str) -> str:
    """Give the name without a genitive ending, where the name without it is known, met, or the grammar calls it one."""
    name = " ".join(span.text.split())
    if lookup(name, language):
        return name
    genitive = bool(tables.genitive_features & set(str(span[-1].morph).split("|")))
    for ending in sorted(tables.genitive, key=len, reverse=True):
        stem = name.removesuffix(ending)
        if stem != name and len(stem) > 1 and (genitive or _is_met(stem, surfaces) or lookup(stem, language)):
            return stem
    return name


def people_phrase(words: Sequence[str], count: int | None, tables: Tables, stops: frozenset[str]) -> str | None:
    """Give English for a group of unnamed people ("2 soldiers"), where the table knows the noun; else None."""
    noun, start = None, 0
    while start < len(words):
        if noun is not None and (tables.heads_first or words[start].casefold() in stops):
            break
        length, found = _people_noun(words[start : start + _PHRASE], tables)
        noun, start = found or noun, start + length
    if noun is None:
        return None
    return noun.many if count is None else f"{count} {noun.one if count == 1 else noun.many}"


def _people_noun(words: Sequence[str], tables: Tables) -> tuple[int, Noun | None]:
    """Give the longest noun for people that the words begin with, and how many words to go on."""
    for end in range(len(words), 0, -1):
        found = find(tables.people, " ".join(words[:end]))
        if found is not None:
            return end, found
    return 1, None


def _is_met(stem: str, surfaces: frozenset[str]) -> bool:
    return stem in surfaces or stem.rsplit(" ", maxsplit=1)[-1] in surfaces
