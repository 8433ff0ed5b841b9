"""Speech acts: who threatens, thanks or condemns is also who says so.

In: an `Article`, its drafts, whom its entities speak for. Out: the same drafts, with the speaker of a quotation among
the agents of what is done by saying it: "We condemn ..." is a condemnation (Austin, How to Do Things with Words, 1962).
Only where nobody else can be meant: the quotation names no agent, or only one whom the speaker speaks for. And who is
thanked for something is the one who did it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.annotate.layers import Quotation, quotations
from kg.extract.article import Article, is_a
from kg.extract.draft import Draft
from kg.extract.roles import AGENT, RECIPIENT, SOURCE, Argument
from kg.gazetteer import entry
from kg.model import Entity, Relation

QUOTED = 0.8
STEPS = 3  # a spokesman of a ministry of a country speaks for the country


def add_speakers(
    article: Article, performed: Collection[str], above: Mapping[str, frozenset[str]], drafts: Iterable[Draft]
) -> list[Draft]:
    """Give the drafts with speakers added.

    `performed`: the classes of events that saying them makes true; `above`: as `represented` gives it.
    """
    return [_with_speaker(article, above, draft) if draft.type in performed else draft for draft in drafts]


def credit(article: Article, drafts: Sequence[Draft], credited: Collection[str]) -> list[Draft]:
    """Give the drafts with those who are thanked as agents of what they are thanked for; `credited`: such classes.

    An of-phrase alone does not tell them from those who receive ("thanked X for the support of Y").
    """
    by_topic = {
        topic: draft.keys(RECIPIENT)
        for draft in drafts
        if draft.type in credited and draft.keys(RECIPIENT)
        for topic in draft.topics
    }
    return [_credited(article, draft, by_topic.get(draft.token, frozenset())) for draft in drafts]


def _credited(article: Article, draft: Draft, agents: frozenset[str]) -> Draft:
    if not agents or draft.keys(AGENT) & agents or draft.keys(RECIPIENT):
        return draft
    said = [each for each in draft.arguments if each.role != AGENT or not _is_pronoun(article, each.token)]
    moved = [replace(each, role=RECIPIENT) if each.role == AGENT else each for each in said]
    added = [Argument(AGENT, key, draft.token, QUOTED) for key in sorted(agents)]
    return replace(draft, arguments=(*moved, *added))


def _is_pronoun(article: Article, token: int) -> bool:
    """Whether a word is a pronoun: "thanked X for its help" is the help of X, whatever "its" was taken for."""
    return article.tree.is_part(token, "pronoun")


def _with_speaker(article: Article, above: Mapping[str, frozenset[str]], draft: Draft) -> Draft:
    quotation = next((each for each in quotations(article.doc) if each.start <= draft.token < each.end), None)
    keys = () if quotation is None else _speakers(article, quotation)
    keys = tuple(key for key in keys if key not in draft.keys(RECIPIENT) and _may_act(article, draft, key))
    spoken_for = frozenset[str]().union(*(above.get(key, frozenset()) | {key} for key in keys))
    if not keys or not draft.keys(AGENT) <= spoken_for:
        return draft
    added = [Argument(AGENT, key, draft.token, QUOTED) for key in keys if key not in draft.keys(AGENT)]
    kept = [each for each in draft.arguments if each.role != SOURCE or each.key not in keys]
    return replace(draft, arguments=(*kept, *added))


def _speakers(article: Article, quotation: Quotation) -> tuple[str, ...]:
    return () if quotation.speaker is None else tuple(article.reading.by_mention.get(quotation.speaker, ()))


def _may_act(article: Article, draft: Draft, key: str) -> bool:
    return is_a(article, key, article.ontology.event_types[draft.type].roles.get(AGENT, ()))


def represented(relations: Iterable[Relation], entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Give for each entity what its offices, its memberships and its country lead up to: whom it may speak for."""
    above: dict[str, set[str]] = {}
    pairs = [(relation.subject, relation.object) for relation in relations if relation.object is not None]
    for lower, upper in (*pairs, *_countries(list(entities))):
        above.setdefault(lower, set()).add(upper)
    return {key: frozenset(_reach(above, key)) for key in above}


def _countries(entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Pair what the gazetteer knows with the country it belongs to, where the article names both."""
    keys = {entity.entry: entity.key for entity in entities if entity.entry is not None}
    for identifier, key in keys.items():
        country = entry(identifier).country
        if country in keys and keys[country] != key:
            yield key, keys[country]


def _reach(above: Mapping[str, set[str]], key: str) -> Iterator[str]:
    level = {key}
    for _ in range(STEPS):
        level = {found for each in level for found in above.get(each, ())}
        yield from level
