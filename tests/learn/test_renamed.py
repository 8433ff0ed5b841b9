"""Articles with other names in them."""

from pathlib import Path

import pytest

from kg.learn.gold import GoldArticle, read_gold
from kg.learn.invented import invented
from kg.learn.newscorpus import Article
from kg.learn.renamed import renamed

ARTICLE = """#doc {language}-1 lang={language} date=2025-12-15 topic=x
#title [Anna Vogel|PER|A] in [BONN|GPE|B]
[Vogels|PER|A] [Schwester|NOM|S] fuhr von [Bonn|GPE|B] nach [Polen|GPE|P]. Die [Nordliga|ORG|N] ([NLG|ORG|N]) dankte
der [Polizei|ORG|Z]. [Vogel|PER|A] {{schwieg|x1}}.
#ent A Person "Anna Vogel"
#ent B City "Bonn"
#ent P Country "Poland"
#ent N Party "Nordliga"
#ent Z Organization "Police"
#ev x1 Statement agent=A
#end
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldArticle:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE.format(language="de"), encoding="utf-8")
    (article,) = read_gold(file)
    return article


def surfaces(article: Article) -> list[tuple[str, str]]:
    return [(article.text[mark.start : mark.end], mark.label) for mark in article.mentions]


@pytest.fixture
def changed(gold: GoldArticle) -> list[tuple[str, str]]:
    """The first reading in which person, city and party all have other names."""
    versions = (surfaces(renamed(gold, seed)) for seed in range(50))
    old = {"Anna Vogel", "Bonn", "Nordliga"}
    return next(each for each in versions if old.isdisjoint(text for text, _ in each))


def test_a_person_has_one_other_name_throughout_with_its_endings(changed: list[tuple[str, str]]):
    (full, label), (genitive, _), (family, _) = changed[0], changed[2], changed[-1]
    assert label == "PER"
    assert full.endswith(f" {family}")
    assert genitive == f"{family}s"
    assert any(family in culture.family for culture in invented().people)


def test_a_city_has_another_name_in_capitals_where_it_was(changed: list[tuple[str, str]]):
    assert changed[1][0] == changed[4][0].upper()
    assert changed[4][0] in invented().cities


def test_a_party_has_another_name_and_abbreviation(changed: list[tuple[str, str]]):
    party, short = changed[6][0], changed[7][0]
    assert party in invented().organisations["Party"]
    assert short.isupper()
    assert short != "NLG"


def test_countries_common_words_and_labels_stay(gold: GoldArticle, changed: list[tuple[str, str]]):
    assert ("Polen", "GPE") in changed
    assert ("Polizei", "ORG") in changed
    assert ("Schwester", "NOM") in changed
    assert [label for _, label in changed] == [mark.label for mark in gold.article.mentions]


def test_the_same_seed_gives_the_same_names(gold: GoldArticle):
    assert renamed(gold, 3) == renamed(gold, 3)
    assert len({renamed(gold, seed).text for seed in range(10)}) > 5


def test_french_names_keep_the_elision_before_them(tmp_path: Path):
    file = tmp_path / "a.txt"
    text = ARTICLE.format(language="fr").replace("BONN", "Bonn")
    file.write_text(text, encoding="utf-8")
    (gold,) = read_gold(file)
    cities = {surfaces(renamed(gold, seed))[1][0] for seed in range(60)}
    assert len(cities) > 20
    assert not any(city[0] in "AEIOUÉH" for city in cities)
