"""Who holds which office of what: what was read against what is annotated.

In: an annotated article, what was heard of it, and which entity read is which annotated one. Out: scores.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.extract.office_titles import kinds
from kg.extract.relation_tables import load_offices, load_tables
from kg.gazetteer import Office, office, offices
from kg.learn.evaluation.entities import ALL
from kg.learn.evaluation.heard import Heard
from kg.learn.evaluation.score import Key, Score, Scores
from kg.learn.gold import GoldArticle, GoldRelation
from kg.ontology import load_ontology

OFFICES, HOLDERS = "offices", "offices, whatever the title"
HOLDS, HELD, OFFICE = "holdsOffice", "heldOffice", "office"
ENGLISH = "en"
OF, AT, ARTICLES, FORMER, ACTING = "office_of", "office_at", "articles", "former", "acting"


def score_offices(gold: GoldArticle, heard: Heard, ids: Mapping[str, str]) -> Scores:
    """Score who holds which office of what; a title is right where it can mean the same office, or a kind of it.

    Of somebody with several titles of one thing ("head of state", "president") one has to be right. What is annotated
    as former is right only where it was read as held no longer.
    """
    wanted: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for relation in told_offices(gold):
        wanted[relation.subject, relation.object].add(relation.title or "")
    read: dict[tuple[str, str | None], set[tuple[str, bool]]] = defaultdict(set)
    for each in heard.reading.relations:
        if each.name in (HOLDS, HELD) and each.object is not None:
            title = (each.office or "", each.name == HELD)
            read[ids.get(each.subject, each.subject), ids.get(each.object, each.object)].add(title)
    both = set(read) & set(wanted)
    language = gold.article.language
    titled = {
        pair for pair in both if any(_same(one, *other, language) for one in wanted[pair] for other in read[pair])
    }
    return {
        Key(OFFICES, ALL): Score(len(titled), len(read), len(wanted)),
        Key(HOLDERS, ALL): Score(len(both), len(read), len(wanted)),
    }


def _same(wanted: str, read: str, over: bool, language: str) -> bool:
    """Compare titles; "former" in the annotated one says that the office is over, "acting" says nothing of it."""
    tables = load_tables(ENGLISH).words
    words = [word for word in wanted.split() if word.casefold() not in tables[ACTING]]
    kept = [word for word in words if word.casefold() not in tables[FORMER]]
    return (over or len(kept) == len(words)) and same_title(" ".join(kept), read, language)


def told_offices(gold: GoldArticle) -> Iterator[GoldRelation]:
    """Give the annotated offices, and those that only the name of somebody without a name of his own says.

    The guide calls "the Syrian foreign minister" an entity "Foreign minister of Syria", as good as a relation.
    """
    told = [each for each in gold.relations if each.name == OFFICE]
    yield from told
    holder = load_ontology().relation_types[HOLDS].domain
    holders, named = {each.subject for each in told}, {name.casefold(): key for key, name in gold.names.items()}
    for key, name in gold.names.items():
        title, rest = _parted(name, OF)
        owner = named.get(_parted(rest, AT)[0].casefold())
        if owner and gold.entities[key] == holder and key not in holders and offices(title, ENGLISH):
            yield GoldRelation(OFFICE, key, owner, title)


def same_title(wanted: str, read: str, language: str) -> bool:
    """Tell whether an annotated English title can mean what was read, or what that is a kind of.

    The guide asks for an English title, not for a form of it ("trade minister", "minister of trade"), nor for where
    somebody is sent: the same post is annotated as "ambassador to Chad" and as "ambassador".
    """
    if _words(wanted) == _words(read):
        return True
    meant = {each.identifier for each in offices(wanted, ENGLISH)}
    sent = {each.identifier for each in offices(_parted(wanted, AT, OF)[0], ENGLISH)} & load_offices().sent
    known = {kind for each in (*offices(read, language), *_named(read)) for kind in kinds(each.identifier)}
    return bool((meant | sent) & known)


def _parted(text: str, *links: str) -> tuple[str, str]:
    """Give what stands before the first word that links an office with something, and what stands behind it."""
    words = {word for link in links for word in load_tables(ENGLISH).words[link]}
    found = [(at, -len(word)) for word in words if word and (at := text.find(f" {word} ")) > 0]
    at, length = min(found, default=(len(text), 0))
    return text[:at], text[at - length + 2 :]


def _words(title: str) -> frozenset[str]:
    tables = load_tables(ENGLISH)
    small = {word for link in (OF, ARTICLES) for words in tables.words[link] for word in words.split()}
    return frozenset(title.casefold().replace("-", " ").split()) - small


def _named(identifier: str) -> tuple[Office, ...]:
    try:
        return (office(identifier),)
    except KeyError:
        return ()
