"""Lemmas guessed from forms, where the lemmatizer fails: the grammar's patterns of participles and nouns.

In: a `Tree` and a form. Out: lemmas, likeliest first; none need be a word.
"""

from collections.abc import Collection

from kg.extract.grammar import Forms
from kg.extract.tree import Tree, verb_lemma

_MOST_GUESSED = 100_000


def is_verb_of(tree: Tree, token: int, lemmas: Collection[str]) -> bool:
    """Whether a verb is one of those with the lemmas; by a guess only if it gives no known lemma itself."""
    return verb_lemma(tree, token) in lemmas or any(
        guess in lemmas for guess in guess_lemmas(tree, "verb", tree.forms[token])
    )


def guess_lemmas(tree: Tree, part: str, form: str) -> tuple[str, ...]:
    """Lemmas that the grammar's patterns give for a form, likeliest first: of a participle, or of an inflected noun."""
    known, asked = tree.grammar.forms.guessed, (part, form)
    if asked not in known:
        if len(known) >= _MOST_GUESSED:
            known.clear()
        known[asked] = _guess(tree.grammar.forms, part, form)
    return known[asked]


def _guess(forms: Forms, part: str, form: str) -> tuple[str, ...]:
    if part == "noun":
        return _rewrite(form, forms.nouns)
    found: list[str] = []
    for ending in forms.endings:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            found += _verbs_of(forms, stem)
            for particle in forms.particles:
                if stem.startswith(particle) and len(stem) > len(particle) + 3:
                    found += [particle + verb for verb in _verbs_of(forms, stem.removeprefix(particle))]
    return tuple(dict.fromkeys(found))


def _verbs_of(forms: Forms, stem: str) -> tuple[str, ...]:
    irregular = forms.irregular.get(stem)
    return (irregular,) if irregular else _rewrite(stem, forms.participles)


def _rewrite(form: str, rules: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    found = []
    for pattern, result in rules:
        start, _, end = pattern.partition("*")
        if form.startswith(start) and form.endswith(end) and len(form) > len(start) + len(end) + 1:
            found.append(result.replace("*", form[len(start) : len(form) - len(end)]))
    return tuple(found)
