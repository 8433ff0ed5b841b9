"""What is one thing in annotated articles that share their ids.

In: annotated articles with notes of the form "story N", "coref xA=xB" (both are one event in the article) and
"xA = story N xB" (the event is told in an earlier story already). Out: for each unit of each article the thing it is.
Events are named by story and key ("3 x15"); entities by their id, those of one class and English name by one of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.learn.fusion.measures import Unit, joined
from kg.learn.gold import GoldArticle

_STORY = re.compile(r"story (\d+)")
_CHAIN = re.compile(r"coref (x\d+)=(x\d+)")
_EARLIER = re.compile(r"(x\d+)(?: \([a-z]{2}\))? \(?= story (\d+) (x\d+)")


@dataclass(frozen=True, slots=True)
class Truth:
    """The things that units are: entities by (article, id), events by (article, first key of their chain)."""

    entities: Mapping[Unit, str]
    events: Mapping[Unit, str]


def truth(articles: Iterable[GoldArticle]) -> Truth:
    """Say what the articles that belong to a story tell of; the others are left out."""
    told = [article for article in articles if story(article)]
    same = joined(pair for article in told for pair in _equal_names(article))
    earlier = joined(pair for article in told for pair in _earlier(article))
    return Truth(
        entities={(_name(article), key): same[key] for article in told for key in article.entities},
        events={
            (_name(article), event.key): earlier.get(_event(article, event.key), _event(article, event.key))
            for article in told
            for event in article.events
            if chains(article)[event.key] == event.key
        },
    )


def story(article: GoldArticle) -> str | None:
    """Give the number of the story the article tells; None for articles of no story."""
    found = (_STORY.fullmatch(note) for note in article.notes)
    return next((match[1] for match in found if match), None)


def chains(article: GoldArticle) -> dict[str, str]:
    """Map each event of the article to the event of the article that it is another mention of, itself included."""
    second = {match[1]: match[2] for note in article.notes if (match := _CHAIN.fullmatch(note))}
    return {event.key: _end(second, event.key) for event in article.events}


def _end(second: Mapping[str, str], key: str) -> str:
    while key in second:
        key = second[key]
    return key


def _equal_names(article: GoldArticle) -> Iterator[tuple[str, str]]:
    """Each id with the id-like name of its class and English name, by which equal ones of other articles are met."""
    for key, kind in article.entities.items():
        yield key, f"~{kind} {article.names[key]}"


def _earlier(article: GoldArticle) -> Iterator[tuple[str, str]]:
    for note in article.notes:
        for key, number, other in _EARLIER.findall(note):
            yield _event(article, key), f"{number} {other}"


def _event(article: GoldArticle, key: str) -> str:
    return f"{story(article)} {key}"


def _name(article: GoldArticle) -> str:
    return article.article.identifier
