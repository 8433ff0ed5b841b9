"""What an article says, as annotated: the reading a program without fault would have of it.

In: an annotated article. Out: a `Reading` whose entities, events and relations are the annotated ones, under their own
ids. Names, links to the gazetteer, counts and descriptions are read from the annotated mentions as they would be from
any others, for the annotation's English names must not help to fuse.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from spacy import blank
from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.linking import link_mentions
from kg.extract.entities import read_entities
from kg.extract.scene import sentences
from kg.gazetteer import Hit, entry, lookup, offices
from kg.learn.fusion.days import time_of
from kg.learn.fusion.truth import chains
from kg.learn.gold import GoldArticle, GoldEvent, GoldRelation
from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role
from kg.ontology import load_ontology

EVENT = "EVENT"
# The annotation's words for what the ontology calls otherwise.
RELATIONS = {"office": "holdsOffice"}
ENGLISH = "en"


def told(gold: GoldArticle, document: Document) -> Reading:
    """Give the reading of an annotated article; its keys are the annotated ids, of chained events the first's."""
    doc = as_doc(gold, document)
    found = _entities(doc, gold)
    known = {entity.key for entity in found}
    sentence = _Sentences(doc)
    return Reading(
        document,
        found,
        tuple(_events(gold, sentence, known)),
        tuple(_relations(gold, found, sentence)),
    )


def as_doc(gold: GoldArticle, document: Document) -> Doc:
    """Give a Doc without a parse, with the annotated mentions, their clusters and their links as layers."""
    layers.register_layers()
    doc = _cut(document.text, document.language, gold)
    doc._.kg_document = document
    spans = [_span(doc, mark.start, mark.end, mark.label) for mark in gold.article.mentions]
    doc.spans[layers.MENTIONS] = spans
    clusters: dict[str, list[int]] = defaultdict(list)
    for index, ids in enumerate(gold.ids):
        if len(ids) == 1 and ids[0] in gold.entities:
            clusters[ids[0]].append(index)
    doc._.kg_clusters = tuple(tuple(members) for members in clusters.values())
    keys = list(clusters)
    doc._.kg_parts = {
        index: tuple(keys.index(key) for key in ids if key in clusters)
        for index, ids in enumerate(gold.ids)
        if len(ids) > 1
    }
    doc._.kg_links = _links(doc, gold)
    return doc


def _cut(text: str, language: str, gold: GoldArticle) -> Doc:
    """Cut the text into tokens, also where a mark begins or ends inside of one."""
    nlp = blank(language)
    marks = (*gold.article.mentions, *gold.article.triggers)
    whole = nlp.make_doc(text)
    edges = {0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))}
    edges |= {edge for token in whole for edge in (token.idx, token.idx + len(token))}
    ordered = sorted(edges)
    pieces = [text[start:end] for start, end in pairwise(ordered)]
    words: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        if piece == " " and words and not spaces[-1]:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    if span is None:
        raise ValueError(f"characters {start} to {end} are no tokens")
    return span


def _links(doc: Doc, gold: GoldArticle) -> Mapping[int, tuple[Hit, ...]]:
    """The gazetteer's candidates that are of the annotated class: those of the context, else all of the form."""
    found = link_mentions(doc)
    links: dict[int, tuple[Hit, ...]] = {}
    for index, span in enumerate(layers.mentions(doc)):
        kind = gold.entities.get(gold.ids[index][0], "")
        every = lookup(span.text, doc.lang_) if index in found else ()
        hits = (tuple(hit for hit in hits if _agree(hit.entry.type, kind)) for hits in (found.get(index, ()), every))
        links[index] = next((fitting for fitting in hits if fitting), ())
    return {index: hits for index, hits in links.items() if hits}


def _agree(one: str, other: str) -> bool:
    is_a = load_ontology().is_a
    return is_a(one, other) or is_a(other, one)


class _Sentences:
    """Marks as mentions with their sentence."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._bounds = sentences(doc)

    def mention(self, start: int, end: int, label: str) -> Mention:
        span = _span(self._doc, start, end, label)
        first, last = self._bounds[span.start]
        return Mention(start, end, span.text, label, self._doc[first].idx, self._doc[last - 1 : last].end_char)


def _entities(doc: Doc, gold: GoldArticle) -> tuple[Entity, ...]:
    """The annotated entities, with the names, entry and count that are read from their mentions."""
    reading = read_entities(doc)
    by_key = {entity.key: entity for entity in reading.entities}
    marks = _marks(doc, gold)
    found = []
    for number, key in enumerate(_keys(gold)):
        read = by_key.get(reading.by_cluster.get(number, ""))
        found.append(_entity(key, gold.entities[key], read, marks[key]))
    return tuple(found)


def _keys(gold: GoldArticle) -> list[str]:
    """The ids in the order of their first mention: that of the clusters."""
    return list(dict.fromkeys(ids[0] for ids in gold.ids if len(ids) == 1 and ids[0] in gold.entities))


def _marks(doc: Doc, gold: GoldArticle) -> dict[str, tuple[Mention, ...]]:
    sentence = _Sentences(doc)
    found: dict[str, list[Mention]] = defaultdict(list)
    for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
        if len(ids) == 1:
            found[ids[0]].append(sentence.mention(mark.start, mark.end, mark.label))
    return {key: tuple(mentions) for key, mentions in found.items()}


def _entity(key: str, kind: str, read: Entity | None, mentions: tuple[Mention, ...]) -> Entity:
    if read is None:
        return Entity(key, kind, max((mention.text for mention in mentions), key=len), mentions=mentions)
    linked = read.entry if read.entry and _agree(entry(read.entry).type, kind) else None
    own = {mention.text for mention in mentions}
    names = tuple(name for name in read.names if any(name in text for text in own))
    name = read.name if not read.names or read.name in names or linked else max(names or own, key=len)
    return Entity(key, kind, name, names, linked, read.count, mentions)


def _events(gold: GoldArticle, sentence: _Sentences, entities: set[str]) -> Iterator[Event]:
    """One event for each chain: all its triggers and fillers, the rest from its first mention."""
    chain = chains(gold)
    triggers = {mark.label: sentence.mention(mark.start, mark.end, EVENT) for mark in gold.article.triggers}
    told: dict[str, list[GoldEvent]] = defaultdict(list)
    for event in sorted(gold.events, key=lambda each: chain[each.key] != each.key):
        told[chain[event.key]].append(event)
    for key, events in told.items():
        marks = sorted((triggers[event.key] for event in events), key=lambda mark: mark.start)
        date = next((event.date for event in events if event.date), "")
        yield Event(
            key,
            events[0].type,
            tuple(marks),
            tuple(_roles(events, chain, entities)),
            time_of(date),
            events[0].modality,
            office=next((event.office for event in events if event.office), None),
        )


def _roles(events: Sequence[GoldEvent], chain: Mapping[str, str], entities: set[str]) -> Iterable[Role]:
    return {
        Role(name, chain.get(filler, filler)): None
        for event in events
        for name, ids in event.roles.items()
        for filler in ids
        if filler in entities or filler in chain
    }


def _relations(gold: GoldArticle, entities: Iterable[Entity], sentence: _Sentences) -> Iterator[Relation]:
    evidence = {entity.key: entity.mentions[0] for entity in entities}
    known = load_ontology().relation_types
    for relation in gold.relations:
        name = RELATIONS.get(relation.name, relation.name)
        if name in known and relation.subject in evidence and (relation.object is None or relation.object in evidence):
            yield Relation(name, relation.subject, relation.object, evidence[relation.subject], _office(relation))


def _office(relation: GoldRelation) -> str | None:
    if relation.title is None:
        return None
    known = offices(relation.title, ENGLISH)
    return known[0].identifier if known else relation.title
