"""Mentions, entities, coreference and offices: what was read against what is annotated.

In: an annotated article and what was heard of it. Out: which entity read is which annotated one, and scores.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.annotate.layers import TIME
from kg.learn.evaluation.heard import Heard
from kg.learn.evaluation.score import Key, Score, Scores, overlap
from kg.learn.gold import GoldArticle
from kg.model import Entity
from kg.ontology import load_ontology

MENTIONS, ENTITIES, COREFERENCE = "mentions", "entities", "coreference"
ALL = "all"


def match_entities(gold: GoldArticle, entities: Iterable[Entity]) -> dict[str, str]:
    """For each entity read, the annotated one whose mentions its own cover best; see `overlaps`."""
    found = {entity.key: overlaps(gold, entity) for entity in entities}
    return {key: max(shared, key=lambda one: (shared[one], one)) for key, shared in found.items() if shared}


def overlaps(gold: GoldArticle, entity: Entity) -> dict[str, float]:
    """How many characters the mentions of an entity share with those of each annotated one.

    Those shared by two mentions count by the part they are of both: the country inside "three French soldiers" is
    not the soldiers.
    """
    shared: defaultdict[str, float] = defaultdict(float)
    for mention in entity.mentions:
        for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
            common = min(mention.end, mark.end) - max(mention.start, mark.start)
            if common > 0 and len(ids) == 1 and ids[0] in gold.entities:
                both = max(mention.end, mark.end) - min(mention.start, mark.start)
                shared[ids[0]] += common * common / both
    return shared


def score_mentions(gold: GoldArticle, heard: Heard) -> Scores:
    """Score mentions of each label by exact characters."""
    wanted = {(mark.start, mark.end, mark.label) for mark in gold.article.mentions}
    labels = {label for *_, label in (*wanted, *heard.mentions)} - heard.unknown
    return {
        Key(MENTIONS, label): overlap(
            {m for m in heard.mentions if m[2] == label}, {m for m in wanted if m[2] == label}
        )
        for label in sorted(labels)
    }


def score_entities(gold: GoldArticle, heard: Heard, ids: Mapping[str, str]) -> Scores:
    """Score entities by class: an annotated one is found once, by an entity of its class or a narrower one."""
    said = {
        key for mark, keys in zip(gold.article.mentions, gold.ids, strict=True) if mark.label != TIME for key in keys
    }
    wanted = {key: kind for key, kind in gold.entities.items() if key in said}
    is_a = load_ontology().is_a
    read, right = [], set()
    for entity in heard.reading.entities:
        key = ids.get(entity.key, "")
        fits = key in wanted and key not in right and is_a(entity.type, wanted[key])
        right |= {key} if fits else set()
        read.append(wanted[key] if fits else entity.type)
    found = [wanted[key] for key in right]
    return {
        Key(ENTITIES, kind): Score(found.count(kind), read.count(kind), list(wanted.values()).count(kind))
        for kind in sorted({*read, *wanted.values()})
    }


def score_coreference(gold: GoldArticle, heard: Heard) -> Scores:
    """Score coreference by links (Vilain et al. 1995, "A model-theoretic coreference scoring scheme": MUC).

    Mentions that stand for several entities have no say.
    """
    wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for mark, keys in zip(gold.article.mentions, gold.ids, strict=True):
        if len(keys) == 1 and keys[0] in gold.entities:
            wanted[keys[0]].add((mark.start, mark.end))
    uses = Counter((m.start, m.end) for entity in heard.reading.entities for m in entity.mentions)
    read = {e.key: {(m.start, m.end) for m in e.mentions if uses[m.start, m.end] == 1} for e in heard.reading.entities}
    right = sum(max(0, len(one & other) - 1) for one in wanted.values() for other in read.values())
    return {Key(COREFERENCE, ALL): Score(right, _links(read.values()), _links(wanted.values()))}


def _links(clusters: Iterable[set[tuple[int, int]]]) -> int:
    return sum(max(0, len(cluster) - 1) for cluster in clusters)
