"""Annotated news with everything the guide annotates: entities, events, relations, dates, notes.

In: files of annotated articles. Out: `GoldArticle`s: the article with the offsets of its marks, and what the marks
stand for. Event and role names are those of the ontology; a modality starts with a capital as there.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import DataError
from kg.learn.newscorpus import Article, read_articles

_MENTION = re.compile(r"\[[^\[\]{}|]+\|[A-Z]+\|(?P<ids>[^\[\]{}|]+)\]")
_SETTING = re.compile(r'(\w+)=("[^"]*"|\S+)')
_ENTITY = re.compile(r'#ent (?P<key>\S+) (?P<type>\w+) "(?P<name>[^"]+)"')
_RELATION = re.compile(r'#rel (?P<subject>\S+) (?P<name>\w+)(?: "(?P<title>[^"]*)")?(?: (?P<object>\S+))?')
_ROLES = {"by": "attributedTo"}


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An annotated event: `roles` maps a role to ids of entities or events; `date` is an ISO value or empty."""

    key: str
    type: str
    roles: Mapping[str, tuple[str, ...]]
    date: str
    modality: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An annotated relation: its name, ids of both ends, and the English title of an office."""

    name: str
    subject: str
    object: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article.

    `ids` has for each mention the entities it stands for; `entities` maps an id to its class, `names` to its English
    name; `notes` are the remarks of those who annotated it, as written.
    """

    article: Article
    date: dt.date
    ids: tuple[tuple[str, ...], ...]
    entities: Mapping[str, str]
    events: tuple[GoldEvent, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[GoldRelation, ...] = ()
    notes: tuple[str, ...] = ()


def read_gold(file: Path) -> Iterator[GoldArticle]:
    """Give the annotated articles of a file, in order. Raises DataError where a block is malformed."""
    blocks = re.split(r"(?m)^#doc ", file.read_text(encoding="utf-8"))[1:]
    for article, block in zip(read_articles(file), blocks, strict=True):
        yield _gold(article, block, file.name)


def _gold(article: Article, block: str, file: str) -> GoldArticle:
    date = re.search(r"\bdate=(\d{4}-\d\d-\d\d)", block.split("\n", maxsplit=1)[0])
    if not date:
        raise DataError(file, article.identifier, "the #doc line names no date")
    lines = block.split("\n")
    marked = "\n".join(line for line in lines[1:] if not line.startswith("#") or line.startswith("#title "))
    return GoldArticle(
        article=article,
        date=dt.date.fromisoformat(date[1]),
        ids=tuple(tuple(match["ids"].split("+")) for match in _MENTION.finditer(marked)),
        entities={words[1]: words[2] for words in map(str.split, lines) if words[:1] == ["#ent"]},
        events=tuple(_event(line) for line in lines if line.startswith("#ev ")),
        names={found["key"]: found["name"] for found in map(_ENTITY.match, lines) if found},
        relations=tuple(_relation(found) for found in map(_RELATION.match, lines) if found),
        notes=tuple(line.removeprefix("#note ") for line in lines if line.startswith("#note ")),
    )


def _relation(found: re.Match[str]) -> GoldRelation:
    return GoldRelation(found["name"], found["subject"], found["object"], found["title"])


def _event(line: str) -> GoldEvent:
    _, key, kind, *_ = line.split()
    settings = {name: value.strip('"') for name, value in _SETTING.findall(line)}
    date, modality = settings.pop("date", ""), settings.pop("mod", "actual")
    roles = {
        _ROLES.get(name, name): tuple(re.split(r"[,+]", value))
        for name, value in settings.items()
        if name not in ("office", "n")
    }
    return GoldEvent(key, kind, roles, date, modality.capitalize(), settings.get("office"))
