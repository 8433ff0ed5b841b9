"""A trained model learns from a newsroom's own articles: names and labels it did not know."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from kg.errors import Stop
from kg.languages import table
from kg.learn.adapt import adapt
from kg.learn.compact import NAME, save_compact

ARTICLE = """#doc de-t-{n} lang=de date=2025-12-15 topic=x
#title [{name}|ORG|A] wächst
Der Verein [{name}|ORG|A] wächst, sagt [Anna|PER|B].
#end
"""
NAMES = ("Tailin", "Nada", "Amaq", "Daehwa", "Funkenflug", "Belneft", "Druschba", "Caney", "Dicle", "Tailin")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Make a model that knows persons only."""
    fix_random_seed(1)
    nlp = spacy.blank("de")
    nlp.add_pipe("ner").add_label("PER")
    nlp.add_pipe(NAME)
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Anna geht"), {"entities": [(0, 4, "PER")]})])
    nlp.meta["sources"] = [{"name": "x", "license": "CC0", "file": "x.txt", "sha256": "0" * 64}]
    nlp.meta["performance"] = {"mentions": 0.5}
    folder = tmp_path / "base" / "model"
    folder.parent.mkdir()
    save_compact(nlp, folder)
    return folder


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    text = "".join(ARTICLE.format(n=n, name=name) for n, name in enumerate(NAMES * 4))
    (folder / "own.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_model_learns_a_label_and_tells_how_well_it_reads_what_it_did_not_learn(
    model: Path, news: Path, tmp_path: Path
):
    output = tmp_path / "out" / "model"
    heard: list[str] = []
    before, after = adapt(table("de", "language"), model, news, output, heard.append)
    assert heard[0] == "32 articles to learn from, 8 to score on"
    assert before.get("ORG", 0.0) == 0
    assert after["ORG"] > before["mentions"]
    assert {"ORG", "PER"} <= set(spacy.load(output).get_pipe("ner").labels)
    meta = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    assert [source["file"] for source in meta["sources"]] == ["x.txt", "own.txt"]
    assert "own.txt" in (output.parent / "SOURCES.md").read_text(encoding="utf-8")


def test_the_model_it_began_on_stays_and_the_same_articles_give_the_same_bytes(model: Path, news: Path, tmp_path: Path):
    old = (model / "ner" / "model").read_bytes()
    for name in ("a", "b"):
        adapt(table("de", "language"), model, news, tmp_path / name / "model", lambda line: None)
    assert (model / "ner" / "model").read_bytes() == old
    first, second = ((tmp_path / name / "model" / "ner" / "model").read_bytes() for name in ("a", "b"))
    assert first == second != old


def test_too_few_articles_are_refused(model: Path, tmp_path: Path):
    (tmp_path / "few").mkdir()
    (tmp_path / "few" / "a.txt").write_text(ARTICLE.format(n=1, name="Nada"), encoding="utf-8")
    with pytest.raises(Stop, match="1 annotated articles in German; to adapt a model takes 5"):
        adapt(table("de", "language"), model, tmp_path / "few", tmp_path / "out", lambda line: None)


def test_a_model_that_is_not_ours_is_refused(news: Path, tmp_path: Path):
    spacy.blank("de").to_disk(tmp_path / "own")
    with pytest.raises(Stop, match="no model of kg"):
        adapt(table("de", "language"), tmp_path / "own", news, tmp_path / "out", lambda line: None)
