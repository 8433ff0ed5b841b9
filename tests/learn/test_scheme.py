"""Treebanks that label differently come out alike."""

import pytest

from kg.learn.scheme import Rewrite, Scheme, to_scheme
from kg.learn.treebank import Sentence, Word


def sentence() -> Sentence:
    return Sentence(
        "auf ihn warten",
        (
            Word(0, 3, "auf", "ADP", "APPR", "", 1, "case"),
            Word(4, 7, "er", "PRON", "PPER", "Case=Acc|Number=Sing", 2, "obj"),
            Word(8, 14, "warten", "VERB", "VVINF", "Tense=Past", 2, "root"),
        ),
    )


def apply(*rules: Rewrite, features: str = "Case Number Tense VerbForm") -> list[tuple[str, str]]:
    scheme = Scheme(rules, frozenset(features.split()))
    return [(word.label, word.features) for word in to_scheme(sentence(), scheme).words]


def test_a_rule_that_fits_relabels():
    assert apply(Rewrite(label="obj", child="case", to="obl"))[1] == ("obl", "Case=Acc|Number=Sing")


@pytest.mark.parametrize(
    "rule",
    [
        Rewrite(label="iobj", to="x"),
        Rewrite(label="obj", child="det", to="x"),
        Rewrite(label="obj", feature="Case=Dat", to="x"),
        Rewrite(label="obj", child_feature="PronType=Rel", to="x"),
        Rewrite(label="obj", pos="NOUN", to="x"),
        Rewrite(label="obj", tag="NN", to="x"),
    ],
)
def test_a_rule_that_does_not_fit_leaves_the_word(rule: Rewrite):
    assert apply(rule)[1] == ("obj", "Case=Acc|Number=Sing")


def test_features_are_added_dropped_and_kept_by_name():
    rule = Rewrite(tag="VVINF", add="VerbForm=Inf", drop="Tense")
    assert apply(rule)[2] == ("root", "VerbForm=Inf")
    assert apply(features="Number")[1] == ("obj", "Number=Sing")


def test_rules_build_on_each_other():
    rules = Rewrite(label="obj", child="case", to="obl"), Rewrite(label="obl", feature="Case=Acc", to="obl:arg")
    assert apply(*rules)[1][0] == "obl:arg"
