"""The table of `kg_lemmas`, made in training.

In: parsed sentences, and the lemma tables of the package spacy-lookups-data. Out: part of speech → form → lemma.
A form the treebanks know has its most frequent lemma there. A dictionary without parts of speech is believed for one
where its lemma ends like the lemmas of that part of speech.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import srsly
from spacy.tokens import Doc

from kg.learn.lemmas import Lemmas

LEAST_SHARE = 0.003

Ending = tuple[bool, str]


def lemma_table(sentences: list[Doc], language: str, tags: Iterable[str], dictionary: Mapping[str, str]) -> Lemmas:
    """Make the table for the parts of speech `tags`; `dictionary` names the package's table for those that need one."""
    table: Lemmas = {}
    treebanks = _from_treebanks(sentences)
    for tag in sorted(tags):
        known = treebanks.get(tag, {})
        name = dictionary.get(tag)
        pairs = _package_table(language, name, tag) if name else {}
        table[tag] = {**_accepted(pairs, _usual_endings(known.values())), **known}
    return table


def _from_treebanks(sentences: list[Doc]) -> Lemmas:
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for doc in sentences:
        for token in doc:
            if token.lemma_ and token.pos_:
                counts[token.pos_][token.lower_][token.lemma_] += 1
    return {
        tag: {form: _most_frequent(lemmas) for form, lemmas in sorted(forms.items())}
        for tag, forms in sorted(counts.items())
    }


def _most_frequent(lemmas: Counter[str]) -> str:
    return min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))


def _usual_endings(lemmas: Iterable[str]) -> frozenset[Ending]:
    endings = Counter(_ending(lemma) for lemma in sorted(set(lemmas)))
    return frozenset(ending for ending, count in endings.items() if count >= LEAST_SHARE * endings.total())


def _ending(lemma: str) -> Ending:
    return lemma[:1].isupper(), lemma[-2:]


def _accepted(pairs: Mapping[str, Any], usual: frozenset[Ending]) -> dict[str, str]:
    """Give forms in lower case and the dictionary's lemma, itself a form of its own, where it ends as usual."""
    found: dict[str, str] = {}
    for form, value in sorted(pairs.items()):
        for lemma in [value] if isinstance(value, str) else value[:1]:
            if _ending(lemma) in usual and form.isalpha():
                found[form.lower()] = lemma
                found.setdefault(lemma.lower(), lemma)
    return found


def _package_table(language: str, name: str, tag: str) -> dict[str, Any]:
    """Read a table of the package, or its part for a part of speech where it is so divided; empty where it has none."""
    import spacy_lookups_data

    file = getattr(spacy_lookups_data, language, {}).get(name)
    table: dict[str, Any] = dict(srsly.read_gzip_json(f"{file}.gz")) if file else {}
    return table.get(tag.lower(), {}) if all(isinstance(value, dict) for value in table.values()) else table
