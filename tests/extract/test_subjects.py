"""Which of two words that a parser calls subjects of one verb is it."""

import pytest

from kg.extract.grammar import load_grammar
from kg.extract.tree import build_tree
from kg.extract.voice import own_subjects

NAMES = """
Kral Kral NOUN 2 nsubj
ernannte ernennen VERB 0 root VerbForm=Fin
Brandt Brandt PROPN 2 nsubj Case=Nom
"""
ARTICLE = """
Kral Kral PROPN 2 nsubj Case=Nom
lobte loben VERB 0 root VerbForm=Fin
{article} der DET 4 det {case}
Minister Minister NOUN 2 nsubj {case}
"""


@pytest.mark.parametrize(
    ("rows", "subject"),
    [
        (NAMES, "Kral"),
        (ARTICLE.format(article="der", case="Case=Nom"), "Minister"),
        (ARTICLE.format(article="ein", case="Case=Nom"), "Kral"),
        (ARTICLE.format(article="der", case="Case=Dat"), "Kral"),
        (ARTICLE.format(article="der", case="Case=Dat"), "Kral"),
        (ARTICLE.format(article="den", case="Case=Acc"), "Kral"),
    ],
)
def test_the_article_decides_then_the_order(doc_of, rows, subject):
    doc = doc_of("de", rows)
    assert [doc[token].text for token in own_subjects(build_tree(doc, load_grammar("de")), 1)] == [subject]
