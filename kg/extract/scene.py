"""What the readers of entities, offices and relations share about one annotated Doc.

In: a Doc with the layers of kg.annotate (any of them may be missing). Out: a `Scene`: all spans that stand for an
entity (the mentions, and the countries named inside them: "US" in "US-Soldaten"), their clusters, and for each cluster
what the gazetteer is sure of and its class.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from kg.annotate import layers
from kg.extract.entity_links import certain_entry, inner_spans
from kg.extract.entity_types import class_of
from kg.extract.lexicon import find
from kg.extract.relation_tables import Scheme, Tables, load_scheme, load_tables
from kg.gazetteer import Entry, Hit, lookup
from kg.ontology import Ontology, load_ontology

if TYPE_CHECKING:
    from kg.extract.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Scene:
    """One Doc as readers see it.

    `spans`: the mentions, then the inner spans; `clusters`: those of the Doc under their own indices, then further
    ones for spans that no cluster holds; `owners`: span → clusters; `holders`: inner span → mention around it;
    `hits`: span → candidates of the gazetteer;
    `entries`, `types`: per cluster; `same`: cluster → first cluster of the same gazetteer entry;
    `sentences`: token → first token and end of its sentence; `adjectives`: tokens of words of nationality;
    `words`: the tokens in lower case; `phrases` fills with those around spans as they are asked for.
    """

    doc: Doc
    language: str
    tables: Tables
    scheme: Scheme
    ontology: Ontology
    spans: tuple[Span, ...]
    clusters: tuple[tuple[int, ...], ...]
    owners: Mapping[int, tuple[int, ...]]
    holders: Mapping[int, int]
    hits: Mapping[int, tuple[Hit, ...]]
    entries: tuple[Entry | None, ...]
    types: tuple[str, ...]
    same: tuple[int, ...]
    sentences: Mapping[int, tuple[int, int]]
    adjectives: frozenset[int]
    words: tuple[str, ...]
    phrases: dict[int, tuple["Phrase", ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def mentions(self) -> int:
        """Say how many of `spans` are mentions; the others lie inside of one."""
        return len(self.spans) - len(self.holders)


def read_scene(doc: Doc) -> Scene:
    """Gather what the Doc's layers say about its entities."""
    article = layers.document(doc)
    language = article.language if article else doc.lang_
    tables, scheme, ontology = load_tables(language), load_scheme(), load_ontology()
    mentions = tuple(layers.mentions(doc))
    found = inner_spans(mentions, language, scheme, ontology)
    spans = (*mentions, *(span for _, span, _ in found))
    hits: dict[int, tuple[Hit, ...]] = dict(layers.links(doc)) or _candidates(mentions, language, scheme)
    hits |= {len(mentions) + number: hits_of for number, (_, _, hits_of) in enumerate(found)}
    clusters = _all_clusters(doc, spans, len(mentions), scheme)
    telling = {i: found for i, found in hits.items() if not _is_body(spans[i], tables, scheme)}
    entries = tuple(certain_entry([(spans[i], telling.get(i, ())) for i in members], ontology) for members in clusters)
    types = tuple(
        class_of([spans[i] for i in members], entry, tables, scheme, ontology)
        for members, entry in zip(clusters, entries, strict=True)
    )
    holders = {len(mentions) + number: holder for number, (holder, _, _) in enumerate(found)}
    owners = _owners(clusters, layers.parts(doc))
    same = _same(entries)
    bounds, adjectives = sentences(doc), _tokens(spans, scheme.label["adjective"])
    return Scene(
        doc=doc,
        language=language,
        tables=tables,
        scheme=scheme,
        ontology=ontology,
        spans=spans,
        clusters=clusters,
        owners=owners,
        holders=holders,
        hits=hits,
        entries=entries,
        types=types,
        same=same,
        sentences=bounds,
        adjectives=adjectives,
        words=tuple(token.lower_ for token in doc),
    )


def _tokens(spans: tuple[Span, ...], labels: Container[str]) -> frozenset[int]:
    return frozenset(token for span in spans if span.label_ in labels for token in range(span.start, span.end))


def gap(scene: Scene, start: int, end: int, *, articles: bool = False) -> tuple[str, ...]:
    """Give the words between two tokens, case folded, spaces left out, articles too unless asked for."""
    words = (token.lower_ for token in scene.doc[start:end] if not token.is_space)
    return tuple(word for word in words if articles or word not in scene.tables.words["articles"])


def sentence(scene: Scene, token: int) -> tuple[int, int]:
    """Give first and last token (end exclusive) of the sentence, or of the paragraph where there are none."""
    return scene.sentences[token]


def neighbour(scene: Scene, position: int, step: int) -> int | None:
    """Give the nearest mention on one side, in the same sentence."""
    if not len(scene.doc):
        return None
    first, last = sentence(scene, max(position - 1, 0) if step > 0 else min(position, len(scene.doc) - 1))
    if step < 0:
        index = bisect_right(scene.spans, position, 0, scene.mentions, key=lambda span: span.end) - 1
        return index if index >= 0 and first <= scene.spans[index].start else None
    index = bisect_left(scene.spans, position, 0, scene.mentions, key=lambda span: span.start)
    return index if index < scene.mentions and scene.spans[index].end <= last else None


def ends_paragraph(token: Token) -> bool:
    """Tell whether a token is the space between two paragraphs."""
    return bool(token.is_space) and str(token.text).count("\n") > 1


def headline_end(doc: Doc) -> int:
    """Give the token behind the first paragraph, 0 where there is but one."""
    return next((token.i for token in doc if ends_paragraph(token)), 0)


def sentences(doc: Doc) -> dict[int, tuple[int, int]]:
    """Give for each token where its sentence begins and ends; the space between two paragraphs belongs to both."""
    cut = doc.has_annotation("SENT_START")
    breaks = [token.i for token in doc if ends_paragraph(token)]
    starts = [token.i for token in doc if token.i == 0 or (cut and token.is_sent_start)]
    edges = sorted({*starts, *(place + 1 for place in breaks)} - {len(doc)})
    ends = sorted({*starts[1:], *breaks, len(doc)})
    found = {}
    for token in range(len(doc)):
        first, last = edges[bisect_right(edges, token) - 1], ends[bisect_right(ends, token)]
        found[token] = first, last
    return found


def labelled(scene: Scene, span: int, use: str) -> bool:
    """Tell whether the span's label is one of those for this use (`[label]` of entities.toml)."""
    return scene.spans[span].label_ in scene.scheme.label[use]


def is_class(scene: Scene, cluster: int, classes: tuple[str, ...]) -> bool:
    """Tell whether the cluster's class is one of these or below."""
    return any(scene.ontology.is_a(scene.types[cluster], each) for each in classes)


def _candidates(mentions: tuple[Span, ...], language: str, scheme: Scheme) -> dict[int, tuple[Hit, ...]]:
    """Look names up by their form alone, for a Doc that no component has linked."""
    named = {*scheme.label["name"], *scheme.label["adjective"]}
    found = {i: lookup(span.text, language) for i, span in enumerate(mentions) if span.label_ in named}
    return {index: hits for index, hits in found.items() if hits}


def _is_body(span: Span, tables: Tables, scheme: Scheme) -> bool:
    """Tell a name that every country has one of ("Verteidigungsministerium"): it tells no entry by itself."""
    return span.label_ in scheme.label["body"] and find(tables.bodies, span.text) is not None


def _all_clusters(doc: Doc, spans: tuple[Span, ...], mentions: int, scheme: Scheme) -> tuple[tuple[int, ...], ...]:
    clusters = [list(members) for members in layers.clusters(doc)]
    held = {index for members in clusters for index in members} | set(layers.parts(doc))
    cluster_of = {index: number for number, members in enumerate(clusters) for index in members}
    for index, span in enumerate(spans):
        if index in held or span.label_ in scheme.label["ignored"] or span.label_ in scheme.label["pronoun"]:
            continue
        beside = _name_beside(spans, index, mentions, scheme)
        if beside is not None and beside in cluster_of:
            clusters[cluster_of[beside]].append(index)
        else:
            cluster_of[index] = len(clusters)
            clusters.append([index])
    return tuple(tuple(sorted(members)) for members in clusters)


def _name_beside(spans: tuple[Span, ...], index: int, mentions: int, scheme: Scheme) -> int | None:
    """Give the person's name that an office nobody has claimed stands directly before or behind."""
    if spans[index].label_ not in scheme.label["office"]:
        return None
    for other in (index + 1, index - 1):
        if 0 <= other < mentions and spans[other].label_ in scheme.label["person"]:
            first, second = sorted((spans[index], spans[other]), key=lambda span: span.start)
            if first.end == second.start:
                return other
    return None


def _owners(clusters: tuple[tuple[int, ...], ...], parts: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    owners = {index: (number,) for number, members in enumerate(clusters) for index in members}
    return owners | {index: tuple(numbers) for index, numbers in parts.items()}


def _same(entries: tuple[Entry | None, ...]) -> tuple[int, ...]:
    first: dict[str, int] = {}
    return tuple(
        number if entry is None else first.setdefault(entry.identifier, number) for number, entry in enumerate(entries)
    )
