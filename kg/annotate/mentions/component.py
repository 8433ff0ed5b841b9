"""The component `kg_mentions`: all sources of mentions, settled, and linked to the gazetteer.

In: a Doc with whatever the model, `kg_times` and the gazetteer give. Out: `doc.spans["kg_mentions"]`,
`doc._.kg_links`.
"""

from collections.abc import Callable

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
from kg.annotate.mentions.sorts import sorted_candidates
from kg.annotate.mentions.tables import name_table
from kg.annotate.mentions.trained import time_candidates, trained_candidates


@Language.factory("kg_mentions", assigns=["doc.spans", "doc._.kg_links"])
def create_mentions(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component for spaCy.

    Raises DataError where names.toml or coreference.toml of the language is wrong.
    """
    layers.register_layers()
    name_table(nlp.lang)
    coreference_table(nlp.lang)
    return annotate_mentions


def annotate_mentions(doc: Doc) -> Doc:
    """Set the mentions of a Doc, non-overlapping, in text order, and their links."""
    spans = [Span(doc, one.start, one.end, one.label) for one in find_mentions(doc)]
    doc.spans[layers.MENTIONS] = SpanGroup(doc, name=layers.MENTIONS, spans=spans)
    doc._.kg_links = link_mentions(doc)
    return doc


def find_mentions(doc: Doc) -> tuple[Candidate, ...]:
    """Collect the candidates of all sources and settle them."""
    names, table = name_table(doc.lang_), coreference_table(doc.lang_)
    trained = tuple(one for one in trained_candidates(doc, names) if not _says_nothing(doc, one, table))
    trained = tuple(sorted_candidates(doc, trained, names))
    known = tuple(known_candidates(doc, known_names(doc), trained, names))
    base = (*time_candidates(doc), *trained, *known, *office_candidates(doc, trained, names))
    base += tuple(repeated_candidates(doc, settle(base), names, table))
    base += (*group_candidates(doc, trained, names), *pronoun_candidates(doc, trained, table))
    settled = settle(base)
    places = Places(settled)
    phrases = (without_overlap(one, places) for one in phrase_candidates(doc, settled, names, table))
    return settle((*settled, *phrases))


def _says_nothing(doc: Doc, candidate: Candidate, table: CoreferenceTable) -> bool:
    """Say whether a pronoun that the model found speaks to the reader, or is part of a set phrase."""
    if candidate.label != layers.PRONOUN:
        return False
    return is_formal(doc[candidate.start]) or is_in_phrase(doc, candidate.start, table)
