"""The component `kg_coreference`: which mentions stand for one entity.

In: a Doc with mentions. Out: `doc._.kg_clusters`, `doc._.kg_parts`.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import features_of
from kg.annotate.coreference.names import join_names, join_phrases_beside
from kg.annotate.coreference.resolve import resolve
from kg.annotate.coreference.tables import coreference_table
from kg.annotate.coreference.titles import join_titles
from kg.annotate.coreference.weights import load_weights
from kg.annotate.mentions.tables import name_table


@Language.factory("kg_coreference", requires=["doc.spans"], assigns=["doc._.kg_clusters", "doc._.kg_parts"])
def create_coreference(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component for spaCy.

    Raises DataError where names.toml or coreference.toml of the language or the weights are wrong.
    """
    layers.register_layers()
    name_table(nlp.lang)
    coreference_table(nlp.lang)
    load_weights()
    return annotate_coreference


def annotate_coreference(doc: Doc) -> Doc:
    """Set the clusters of a Doc and what its plural mentions stand for."""
    clusters = named_clusters(doc)
    sides = resolve(clusters, coreference_table(doc.lang_))
    for mention in sorted(sides):
        clusters.leave(mention)
    places = {cluster: position for position, cluster in enumerate(clusters.all())}
    doc._.kg_clusters = clusters.result()
    doc._.kg_parts = {
        mention: tuple(sorted({places[clusters.found(side)] for side in found})) for mention, found in sides.items()
    }
    return doc


def named_clusters(doc: Doc) -> Clusters:
    """Give the clusters of a Doc with names and titles joined, before anything else is placed."""
    clusters = Clusters(features_of(doc, layers.links(doc)))
    join_names(clusters)
    join_titles(clusters)
    join_phrases_beside(clusters)
    return clusters
