"""How well names are linked to the gazetteer: precision and recall against annotated articles.

In: an annotated article and its reading. Out: its score, and the links that are wrong.

Scored are the mentions of names of one thing. A link is right where the gazetteer has the thing's annotated English
name for the entry linked; a link of something that the gazetteer has not is wrong. Recall is of what the gazetteer has.
"""

from collections.abc import Iterator, Mapping

from kg.annotate.layers import NAMES, PEOPLE
from kg.errors import KnowledgeError
from kg.gazetteer import entry, lookup
from kg.learn.evaluation.differences import DIFFERS, Difference
from kg.learn.evaluation.score import Key, Score, Scores
from kg.learn.evaluation.sentences import sentence_at
from kg.learn.gold import GoldArticle
from kg.learn.newscorpus import Marked
from kg.model import Reading

ENGLISH, NAME = "en", "name"
LINKS, ALL = "linking", "names"
LINKED = frozenset({*NAMES, PEOPLE})
ARTICLE = "the "
Place = tuple[int, int]


def score_links(gold: GoldArticle, reading: Reading) -> Scores:
    """Score the links of one article."""
    meant, linked = _meant(gold), _linked(reading)
    judged = [linked[place] in meant[place] for place in meant if place in linked]
    return {Key(LINKS, ALL): Score(sum(judged), len(judged), sum(bool(entries) for entries in meant.values()))}


def wrong_links(gold: GoldArticle, reading: Reading) -> Iterator[Difference]:
    """Give the links that are wrong, in text order."""
    meant, linked = _meant(gold), _linked(reading)
    names = {(mark.start, mark.end): gold.names[ids[0]] for mark, ids in _named(gold)}
    article = gold.article
    for place in sorted(meant):
        if place in linked and linked[place] not in meant[place]:
            form = article.text[slice(*place)]
            wanted, found = f"{LINKS} · {form} = {names[place]}", f"{LINKS} · {form} = {_shown(linked[place])}"
            sentence = sentence_at(article.text, place[0])
            yield Difference(article.identifier, article.language, DIFFERS, sentence, wanted, found)


def _shown(identifier: str) -> str:
    try:
        return f"{entry(identifier).name(ENGLISH)} ({identifier})"
    except KnowledgeError:
        return identifier


def _linked(reading: Reading) -> dict[Place, str]:
    return {
        (mention.start, mention.end): entity.entry
        for entity in reading.entities
        for mention in entity.mentions
        if entity.entry and mention.label in LINKED
    }


def _meant(gold: GoldArticle) -> Mapping[Place, frozenset[str]]:
    """For each mention of a name of one thing the entries it may mean."""
    found = {}
    for mark, ids in _named(gold):
        hits = lookup(gold.names[ids[0]].removeprefix(ARTICLE), ENGLISH)
        found[mark.start, mark.end] = frozenset(hit.entry.identifier for hit in hits if hit.kind == NAME)
    return found


def _named(gold: GoldArticle) -> Iterator[tuple[Marked, tuple[str, ...]]]:
    for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
        if mark.label in LINKED and len(ids) == 1 and ids[0] in gold.names:
            yield mark, ids
