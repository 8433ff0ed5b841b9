"""One annotation scheme for the treebanks of a language, which differ in labels and features.

In: sentences, and the rules `[[train.rewrite]]` of language.toml. Out: the same sentences, relabelled.
"""

from dataclasses import dataclass, replace

from kg.learn.treebank import Sentence, Word


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A rule: a word that has what is named is relabelled `to`, gains the feature `add`, loses those called `drop`.

    Named can be its relation `label`, its part of speech `pos` or `tag`, a `feature` ("Case=Dat"), and of one of its
    children the relation `child` or the feature `child_feature`.
    """

    label: str = ""
    pos: str = ""
    tag: str = ""
    feature: str = ""
    child: str = ""
    child_feature: str = ""
    to: str = ""
    add: str = ""
    drop: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The rules, tried in order, each on what the last one left, and the names of the features that are kept."""

    rules: tuple[Rewrite, ...]
    features: frozenset[str]


def to_scheme(sentence: Sentence, scheme: Scheme) -> Sentence:
    """Give the sentence relabelled; rules see the children as the treebank has them."""
    children: dict[int, list[Word]] = {}
    for index, word in enumerate(sentence.words):
        if word.head != index:
            children.setdefault(word.head, []).append(word)
    words = (_relabelled(word, children.get(index, []), scheme) for index, word in enumerate(sentence.words))
    return Sentence(sentence.text, tuple(words))


def _relabelled(word: Word, children: list[Word], scheme: Scheme) -> Word:
    for rule in scheme.rules:
        if _fits(rule, word, children):
            features = [one for one in _split(word.features) if not rule.drop or one.split("=")[0] != rule.drop]
            added = {*features, rule.add} - {""}
            word = replace(word, label=rule.to or word.label, features="|".join(sorted(added)))
    kept = [one for one in _split(word.features) if one.split("=")[0] in scheme.features]
    return replace(word, features="|".join(kept))


def _fits(rule: Rewrite, word: Word, children: list[Word]) -> bool:
    return (
        rule.label in ("", word.label)
        and rule.pos in ("", word.pos)
        and rule.tag in ("", word.tag)
        and (not rule.feature or rule.feature in _split(word.features))
        and (not rule.child or any(child.label == rule.child for child in children))
        and (not rule.child_feature or any(rule.child_feature in _split(child.features) for child in children))
    )


def _split(features: str) -> list[str]:
    return [one for one in features.split("|") if one]
