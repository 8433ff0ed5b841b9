"""The component `kg_mentions`: all sources of mentions, settled, and linked to the gazetteer.

In: a Doc with whatever the model, `kg_times` and the gazetteer give. Out: `doc.spans["kg_mentions"]`,
`doc._.kg_links`.
"""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from kg.annotate import layers
from kg.annotate.coreference.tables import CoreferenceTable, coreference_table
from kg.annotate.linking import link_mentions
from kg.annotate.mentions.candidate import Candidate, Places, settle
from kg.annotate.mentions.groups import group_candidates
from kg.annotate.mentions.knowledge import known_candidates, office_candidates
from kg.annotate.mentions.known import known_names
from kg.annotate.mentions.phrases import phrase_candidates, without_overlap
from kg.annotate.mentions.pronouns import is_formal, is_in_phrase, pronoun_candidates
from kg.annotate.mentions.repeats import repeated_candidates
from kg.annotate.mentions.review import review
from kg.annotate.mentions.review.weights import FILE, load_weights
from kg.annotate.mentions.sorts import sorted_candidates
from kg.annotate.mentions.tables import name_table
from kg.annotate.mentions.trained import time_candidates, trained_candidates
from kg.annotate.trained import weights_folder
from kg.linear.classifier import Linear


@Language.factory("kg_mentions", assigns=["doc.spans", "doc._.kg_links"])
def create_mentions(nlp: Language, name: str) -> "MentionReader":
    """Make the component for spaCy; it takes no settings.

    The learned weights are those in the folder that the pipeline was loaded from, else those of the language's own
    model.

    Raises DataError where names.toml or coreference.toml of the language is wrong.
    """
    layers.register_layers()
    name_table(nlp.lang)
    coreference_table(nlp.lang)
    return MentionReader(weights_folder(nlp, FILE))


class MentionReader:
    """Finds the mentions of a Doc.

    `model`: the folder of the weights that they are looked at with once more; without one no label is changed.
    """

    def __init__(self, model: Path | None = None) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Set the mentions and their links. Raises DataError where the weights are wrong."""
        return annotate_mentions(doc, load_weights(self.model) if self.model else None)


def annotate_mentions(doc: Doc, weights: Linear | None = None) -> Doc:
    """Set the mentions of a Doc, non-overlapping, in text order, and their links."""
    spans = [Span(doc, one.start, one.end, one.label) for one in find_mentions(doc, weights)]
    doc.spans[layers.MENTIONS] = SpanGroup(doc, name=layers.MENTIONS, spans=spans)
    doc._.kg_links = link_mentions(doc)
    return doc


def find_mentions(doc: Doc, weights: Linear | None = None) -> tuple[Candidate, ...]:
    """Collect the candidates of all sources, settle them and look at them once more; add the phrases beside them."""
    names, table = name_table(doc.lang_), coreference_table(doc.lang_)
    settled = settled_candidates(doc)
    if weights is not None:
        settled = review(doc, settled, names, weights)
    places = Places(settled)
    phrases = (without_overlap(one, places) for one in phrase_candidates(doc, settled, names, table))
    return settle((*settled, *phrases))


def settled_candidates(doc: Doc) -> tuple[Candidate, ...]:
    """Collect the candidates of all sources but phrases, and settle them."""
    names, table = name_table(doc.lang_), coreference_table(doc.lang_)
    trained = tuple(one for one in trained_candidates(doc, names) if not _says_nothing(doc, one, table))
    trained = tuple(sorted_candidates(doc, trained, names))
    known = tuple(known_candidates(doc, known_names(doc), trained, names))
    base = (*time_candidates(doc), *trained, *known, *office_candidates(doc, trained, names))
    base += tuple(repeated_candidates(doc, settle(base), names, table))
    base += (*group_candidates(doc, trained, names), *pronoun_candidates(doc, trained, table))
    return settle(base)


def _says_nothing(doc: Doc, candidate: Candidate, table: CoreferenceTable) -> bool:
    """Say whether a pronoun that the model found speaks to the reader, or is part of a set phrase."""
    if candidate.label != layers.PRONOUN:
        return False
    return is_formal(doc[candidate.start]) or is_in_phrase(doc, candidate.start, table)
