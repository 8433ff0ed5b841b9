"""How well names are linked to the gazetteer: precision and recall against annotated articles.

In: files of annotated articles, and a way to read an article. Out: scores per language.

Scored are the mentions of names of one thing. A link is right where the gazetteer has the thing's annotated English
name for the entry linked; a link of something that the gazetteer has not is wrong. Recall is of what the gazetteer has.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.gazetteer import lookup
from kg.learn.evaluation.heard import Reader, as_document, read_article
from kg.learn.evaluation.score import Score
from kg.learn.gold import GoldArticle, read_gold
from kg.model import Reading

ENGLISH, NAME = "en", "name"
NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "NORP", "EVT"})
_ARTICLE = re.compile(r"(?m)^#doc (?P<key>\S+)")
_ENTITY = re.compile(r'(?m)^#ent (?P<key>\S+) \w+ "(?:the )?(?P<name>[^"]+)"')
Place = tuple[int, int]


def measure_links(files: Iterable[Path], read: Reader | None = None) -> dict[str, Score]:
    """Score the links of all articles, by language.

    `read` gives the Reading of a document; without it the language's own pipeline is used.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for file in files:
        names = _names(file)
        for gold in read_gold(file):
            reading = (read or read_article)(as_document(gold), gold)
            scores[gold.article.language] += score_links(gold, names[gold.article.identifier], reading)
    return dict(sorted(scores.items()))


def score_links(gold: GoldArticle, names: Mapping[str, str], reading: Reading) -> Score:
    """Score the links of one article; `names`: id of an annotated entity → its English name."""
    meant = dict(_meant(gold, names))
    linked = {
        (mention.start, mention.end): entity.entry
        for entity in reading.entities
        for mention in entity.mentions
        if entity.entry and mention.label in NAMES
    }
    judged = [linked[place] in meant[place] for place in meant if place in linked]
    return Score(sum(judged), len(judged), sum(bool(entries) for entries in meant.values()))


def _meant(gold: GoldArticle, names: Mapping[str, str]) -> Iterator[tuple[Place, frozenset[str]]]:
    """For each mention of a name of one thing the entries it may mean."""
    for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
        if mark.label in NAMES and len(ids) == 1 and ids[0] in names:
            hits = lookup(names[ids[0]], ENGLISH)
            yield (mark.start, mark.end), frozenset(hit.entry.identifier for hit in hits if hit.kind == NAME)


def _names(file: Path) -> dict[str, dict[str, str]]:
    """The English names of the entities of each article."""
    text = file.read_text(encoding="utf-8")
    starts = list(_ARTICLE.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return {
        match["key"]: {found["key"]: found["name"] for found in _ENTITY.finditer(text, match.start(), end)}
        for match, end in zip(starts, ends, strict=True)
    }
