"""Learning from annotated articles what a mention stands for."""

from pathlib import Path

import pytest

from kg import languages
from kg.annotate import layers
from kg.annotate.coreference.component import named_clusters
from kg.annotate.coreference.resolve import Choice
from kg.annotate.coreference.weights import load_weights
from kg.errors import DataError
from kg.learn.coreference import Settings, train_coreference
from kg.learn.coreference.told import is_right, told
from kg.learn.gold import read_gold
from tests.annotate.marked import build

pytest.importorskip("scipy")

ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=diplomacy
#title [{woman}|PER|A] visits [{city}|GPE|C]
[{woman}|PER|A] came to [{city}|GPE|C] with [{man}|PER|B]. [She|PRO|A] thanked [him|PRO|B] for [the city|NOM|C].
#ent A Person "{woman}"
#ent B Person "{man}"
#ent C City "{city}"
#end
"""
PEOPLE = [("Anna Berg", "Paul Holm", "Oslo"), ("Mary Kerr", "John Reed", "Paris"), ("Clara Vogt", "Peter Lind", "Rome")]


def articles(folder: Path) -> list[Path]:
    for number, (woman, man, city) in enumerate(PEOPLE):
        text = ARTICLE.format(number=number, woman=woman, man=man, city=city)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def test_weights_are_learned_from_articles_the_same_each_time(tmp_path: Path):
    said: list[str] = []
    tables = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for table in tables:
        models = {"en": languages.FOLDER / "en" / "model"}
        train_coreference(articles(tmp_path), table, models, Settings(smallest=0.0), said.append)
    assert tables[0].read_bytes() == tables[1].read_bytes()
    assert load_weights(tables[0])["pronoun"]["gender fits"] > 0
    assert said[0].startswith("en: ")


def test_a_table_without_a_kind_of_mention_stops_at_load(tmp_path: Path):
    table = tmp_path / "weights.toml"
    table.write_text("[pronoun]\n")
    with pytest.raises(DataError, match="phrase"):
        load_weights(table)


class TestTold:
    """What an annotated article says of the mentions found in it."""

    @pytest.fixture
    def gold(self, tmp_path: Path):
        return next(read_gold(articles(tmp_path)[0]))

    def test_a_mention_is_what_is_annotated_at_its_place_or_nearly_there(self, gold):
        doc = build("en", "[Anna Berg|PER] visits [Oslo|GPE]\n\n[Anna|PER] x [y|PRO]")
        assert told(gold, doc) == {0: ("A",), 1: ("C",)}

    def test_the_right_cluster_is_the_one_of_the_same_annotated_thing(self, gold):
        doc = build("en", "[Anna Berg|PER] visits [Oslo|GPE] . [She|PRO] left [town|NOM]")
        clusters = named_clusters(doc)
        ids = {0: ("A",), 1: ("C",), 2: ("A",)}
        pronoun, noun = clusters.features[2:]
        options = (Choice((0,), {}), Choice((1,), {}), Choice((0, 1), {}), Choice((), {}))
        assert is_right(clusters, ids, pronoun, options) == (True, False, False, False)
        assert is_right(clusters, {**ids, 2: ("A", "C")}, pronoun, options) == (False, False, True, False)
        assert is_right(clusters, ids, noun, options) == (False, False, False, True)
        assert [one.label for one in (pronoun, noun)] == [layers.PRONOUN, layers.PHRASE]
