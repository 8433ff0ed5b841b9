"""The second look at mentions, on hand-built Docs and with hand-made weights."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.mentions.component import annotate_mentions, settled_candidates
from kg.annotate.mentions.review.evidence import evidence
from kg.annotate.mentions.review.surroundings import surroundings
from kg.annotate.mentions.review.verdict import NONE, REVIEWED
from kg.annotate.mentions.review.weights import FILE, load_weights, save_weights
from kg.annotate.mentions.tables import name_table
from kg.linear.classifier import encoded, linear
from tests.blank import blank

LABELS = (*REVIEWED, NONE)
OWNER = "The owner , Zorbal Madrin , sold the port .\n Zorbal Madrin left"


def article(text=OWNER, ents=((3, 5, "PER"), (10, 12, "PER")), **layer):
    layers.register_layers()
    doc = Doc(blank("en").vocab, words=text.split(" "), **layer)
    doc.ents = [Span(doc, start, end, label) for start, end, label in ents]
    return doc


def weights(**said):
    """A classifier that says of a label what its features give it: label → {feature: weight}."""
    names = sorted({name for features in said.values() for name in features})
    values = [[said.get(label, {}).get(name, 0.0) for label in LABELS] for name in names]
    return linear(LABELS, encoded(names), np.array(values, np.float32), np.zeros(len(LABELS), np.float32))


def found(doc, learned):
    return [(span.text, span.label_) for span in layers.mentions(annotate_mentions(doc, learned))]


def features_of(doc, token):
    """The evidence on the candidate that a token is part of."""
    around = surroundings(doc, settled_candidates(doc), name_table("en"))
    return evidence(around, around.at[token])


def test_evidence_is_what_sources_words_neighbours_and_the_article_say():
    names = features_of(article(ents=((3, 5, "PER"),)), 3)
    assert {"l=PER", "ner=PER", "known=-", "w=zorbal", "last=madrin", "end=rin", "shape=Aa+Aa", "n=2 PER"} <= set(names)
    assert {"before=,", "before=owner ,", "behind=, sold", "count=2"} <= set(names)
    assert not [name for name in names if name.startswith("also=")]


def test_evidence_of_the_tree_is_what_a_mention_hangs_on_and_what_hangs_on_it():
    words = ["Troops", "of", "Zorbal", "fled"]
    doc = Doc(
        blank("en").vocab,
        words=words,
        heads=[3, 2, 0, 3],
        deps=["nsubj", "case", "nmod", "ROOT"],
        pos=["NOUN", "ADP", "PROPN", "VERB"],
        lemmas=["troop", "of", "Zorbal", "flee"],
    )
    doc.ents = [Span(doc, 2, 3, "PER")]
    names = set(features_of(doc, 2))
    assert {"head=nmod troop", "head=troop", "prep=of troop", "link=nmod", "part=PROPN"} <= names


def test_a_part_of_a_longer_name_says_so():
    doc = article("Zorbal Madrin spoke .\n Madrin left", ents=((0, 2, "PER"), (4, 5, "GPE")))
    assert "within=PER last" in features_of(doc, 4)


def test_a_label_is_changed_where_the_evidence_speaks_for_another():
    learned = weights(ORG={"before=owner ,": 9.0}, PER={"l=PER": 1.0})
    assert ("Zorbal Madrin", "PER") in found(article(), weights(PER={"l=PER": 1.0}))
    assert ("Zorbal Madrin", "ORG") in found(article(), learned)


def test_what_speaks_for_a_name_in_one_place_speaks_for_it_in_all():
    learned = weights(ORG={"before=owner ,": 9.0}, PER={"l=PER": 1.0})
    assert [label for text, label in found(article(), learned) if text == "Zorbal Madrin"] == ["ORG", "ORG"]


@pytest.mark.parametrize(("weight", "kept"), [(9.0, False), (0.3, True)])
def test_a_mention_is_dropped_only_where_it_is_likely_none(weight, kept):
    learned = weights(**{NONE: {"l=PER": weight}, "PER": {"n=2": 0.1}})
    assert (("Zorbal Madrin", "PER") in found(article(), learned)) is kept


@pytest.mark.parametrize(("label", "chance", "kept"), [("GRP", 0.7, True), ("GRP", 0.9, False), ("PER", 0.7, False)])
def test_more_is_asked_to_drop_whom_no_name_tells_of(label, chance, kept):
    doc = article("Rebels in white met .", ents=((0, 1, label),))
    odds = float(np.log(chance / (1 - chance)))
    learned = weights(**{NONE: {f"l={label}": 20 + odds}, label: {f"l={label}": 20.0}})
    assert (("Rebels", label) in found(doc, learned)) is kept


def test_times_and_pronouns_are_not_looked_at():
    doc = article("He met Zorbal Madrin .", ents=((0, 1, "PRO"), (2, 4, "PER")))
    learned = weights(**{NONE: {"opens=True": 50.0, "opens=False": 50.0, "opens=None": 50.0}})
    assert found(doc, learned) == [("He", "PRO")]


def test_an_article_without_mentions_has_none():
    assert found(article("It rained .", ents=()), weights(PER={"l=PER": 1.0})) == []


def test_weights_come_back_from_their_file_which_is_the_same_each_time(tmp_path):
    learned = weights(ORG={"before=owner ,": 9.0})
    (tmp_path / "again").mkdir()
    for folder in (tmp_path, tmp_path / "again"):
        save_weights(learned, folder)
    assert (tmp_path / FILE).read_bytes() == (tmp_path / "again" / FILE).read_bytes()
    assert load_weights(tmp_path).labels == LABELS
    assert load_weights(tmp_path / "nowhere") is None


def test_the_component_looks_with_the_weights_of_the_folder_it_was_read_from(tmp_path):
    nlp = spacy.blank("en")
    nlp.to_disk(tmp_path)
    save_weights(weights(**{NONE: {"known=name Country": 99.0}}), tmp_path)
    nlp = spacy.load(tmp_path)
    nlp.add_pipe("kg_mentions")
    assert [span.text for span in layers.mentions(nlp("Syria met the United Nations."))] == ["United Nations"]


def test_a_name_of_the_gazetteer_keeps_its_label():
    doc = article("Syria and Zorbal met .", ents=((0, 1, "GPE"), (2, 3, "GPE")))
    assert found(doc, weights(ORG={"l=GPE": 9.0})) == [("Syria", "GPE"), ("Zorbal", "ORG")]
