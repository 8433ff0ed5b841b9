"""Every language's pipeline loads, reads and is put together in order."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from kg.annotate.pipeline import COMPONENTS, load_pipeline
from kg.errors import Stop
from kg.languages import codes

TRAINED = ["tok2vec", "morphologizer", "ner", "parser", "trainable_lemmatizer"]
HEADLINES = {"de": "Oslo warnt Bonn", "fr": "Oslo met en garde Bonn", "en": "Oslo warns Bonn"}


def test_there_is_a_model_for_every_language():
    assert set(HEADLINES) <= set(codes())
    for code in codes():
        nlp = load_pipeline(code, components=False)
        assert nlp.lang == code
        assert [name for name in nlp.pipe_names if name in TRAINED] == TRAINED


@pytest.mark.parametrize("code", sorted(HEADLINES))
def test_the_trained_layers_are_there(code: str):
    doc = load_pipeline(code, components=False)(f"{HEADLINES[code]}\n\n{HEADLINES[code]}.")
    for layer in ("LEMMA", "POS", "MORPH", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    assert {"GPE"} <= {entity.label_ for entity in doc.ents}
    starts = [sentence.start_char for sentence in doc.sents]
    assert len(HEADLINES[code]) + 2 in starts


@pytest.mark.parametrize("code", sorted(HEADLINES))
def test_our_components_stand_behind_the_trained_ones_in_order(code: str):
    nlp = load_pipeline(code)
    assert tuple(nlp.pipe_names[-len(COMPONENTS) :]) == COMPONENTS
    problems = nlp.analyze_pipes(keys=["requires", "assigns"])["problems"]
    assert {name: missing for name, missing in problems.items() if name in COMPONENTS and missing} == {}


def test_the_pipeline_is_loaded_once():
    assert load_pipeline("de") is load_pipeline("de")
    assert load_pipeline("de") is not load_pipeline("de", components=False)


def test_another_model_can_be_named(tmp_path: Path):
    spacy.blank("de").to_disk(tmp_path / "own")
    assert load_pipeline("de", str(tmp_path / "own"), components=False).pipe_names == []


@pytest.mark.parametrize(("language", "model"), [("xx", None), ("de", "no_such_model")])
def test_what_is_missing_is_said(language: str, model: str | None):
    with pytest.raises(Stop, match=model or language):
        load_pipeline(language, model)


def test_our_own_models_bring_their_tokenizer_along():
    """Importing spaCy's class of French takes seconds: it must not be needed to read French."""
    program = (
        "import sys\nfrom kg.annotate.pipeline import load_pipeline\n"
        "nlp = load_pipeline('fr', components=False)\n"
        "print([token.text for token in nlp.make_doc(\"Jean-Pierre l'a dit aujourd'hui à l'ex-ministre\")])\n"
        "assert nlp.lang == 'fr'\nassert 'spacy.lang.fr' not in sys.modules"
    )
    read = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert read.strip() == str(["Jean-Pierre", "l'", "a", "dit", "aujourd'hui", "à", "l'", "ex-", "ministre"])
