"""Clusters become resolved entities and events.

In: summaries of clusters of entities, clusters of tellings. Out: resolved parts. Names are kept as written; the label
is English where an English name exists.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.gazetteer import entry
from kg.model import Member, Name, ResolvedEntity, ResolvedEvent, Role, Time
from kg.ontology import load_ontology
from kg.resolve.identity import digest, slug
from kg.resolve.kept.accounts import Summary, forms, most
from kg.resolve.names import fold, words
from kg.resolve.tellings import Telling

ENGLISH = "en"
AGENT, RECIPIENT = "agent", "recipient"


def merged_entity(summary: Summary, first: Member) -> ResolvedEntity:
    """The entity that a summary of accounts tells of, the first of them by article and key; without its members."""
    item = next(iter(most(summary["entry"])), None)
    written = forms(summary)
    known = entry(item).names if item else ()
    preferred = known or _preferred(summary, written)
    label = next((each for each in preferred if each.language == ENGLISH), None) or _described(summary, preferred)
    return ResolvedEntity(
        identifier=item or _identifier(summary, first, label),
        types=_types(summary, item),
        label=label,
        preferred=tuple(sorted(preferred, key=lambda each: (each.language, each.text))),
        alternatives=tuple(sorted(written, key=lambda each: (each.language, each.text))),
        wikidata=entry(item).wikidata if item else None,
        count=next((int(each) for each in most(summary["count"])), None),
        entry=item,
    )


def namesake(entity: ResolvedEntity, first: Member) -> str:
    """The identifier of an entity whose plain one another has: it adds where it was met first."""
    return f"{slug(entity.label.text)}-{digest(entity.identifier, first.document, first.key)}"


def _preferred(summary: Summary, written: Counter[Name]) -> tuple[Name, ...]:
    """The fullest of the names the articles chose for it, one for each language."""
    best: dict[str, Name] = {}
    for each in sorted(written, key=lambda form: (-len(words(form.text)), -written[form], form.text)):
        if each.text in summary["names"]:
            best.setdefault(each.language, each)
    return tuple(best[language] for language in sorted(best))


def _described(summary: Summary, preferred: Sequence[Name]) -> Name:
    """Without an English name: what was made for the nameless is English; else the name most articles chose."""
    called = summary["called"]
    if not preferred or _naming(summary) == "group":
        return Name(most(called)[0], ENGLISH)
    return max(preferred, key=lambda each: (len(words(each.text)), called.get(each.text, 0), each.text))


def _naming(summary: Summary) -> str:
    return most(summary["of"])[0]


def _identifier(summary: Summary, first: Member, label: Name) -> str:
    """From kind and name; for groups, lone family names and nameless holders of offices also from the first article."""
    kind = _naming(summary)
    vague = kind == "group" or (kind == "person" and len(words(label.text)) < 2)
    nameless = kind == "person" and not summary["names"]
    where = (first.document, first.key) if vague or nameless else ()
    return f"{slug(label.text)}-{digest(kind, fold(label.text), *where)}"


def _types(summary: Summary, item: str | None) -> tuple[str, ...]:
    """The gazetteer's class, else the most special classes that most articles give."""
    if item:
        return (entry(item).type,)
    counted = summary["type"]
    is_a = load_ontology().is_a
    special = {
        each: n for each, n in counted.items() if not any(other != each and is_a(other, each) for other in counted)
    }
    return (most(special)[0],)


def event_identifier(one: Sequence[Telling]) -> str:
    """The identifier of a happening, by its first telling and its time."""
    first = one[0]
    trigger = first.event.triggers[0]
    day = _time(one)
    parts = [slug(first.type), day.value.replace("/", "-")] if day and day.value else [slug(first.type)]
    return "-".join(
        [*parts, digest(first.member.document, first.type, str(trigger.start), str(trigger.end), first.member.key)]
    )


def merged_event(
    one: Sequence[Telling], names: Mapping[Member, str], origins: Mapping[str, str] | None = None
) -> ResolvedEvent:
    """The event that a cluster of tellings, sorted by member, tells of; `names`: member → identifier.

    `origins`: identifier of an article that is a copy → that of the article it is a copy of: they are one source.
    """
    own = names[one[0].member]
    roles = {
        Role(role.name, names[filler])
        for telling in one
        for role in telling.event.roles
        if (filler := Member(telling.member.document, role.filler)) in names and names[filler] != own
    }
    agents = {role.filler for role in roles if role.name == AGENT}
    roles = {role for role in roles if role.name != RECIPIENT or role.filler not in agents}
    return ResolvedEvent(
        identifier=own,
        type=one[0].type,
        roles=tuple(sorted(roles, key=lambda each: (each.name, each.filler))),
        time=_time(one),
        modality=_modality(one),
        confidence=_confidence(one, origins or {}),
        office=next((telling.event.office for telling in one if telling.event.office), None),
        members=tuple(telling.member for telling in one),
        implied=all(telling.event.implied for telling in one if telling.time is not None and telling.time.value)
        and _time(one) is not None,
    )


def _modality(one: Sequence[Telling]) -> str:
    """How most tell it, each as sure as it is; who told of a plan before others saw it come true has no say."""
    weight: Counter[str] = Counter()
    for telling in one:
        if not any(_came_later(telling, other) for other in one):
            weight[telling.modality] += round(1000 * telling.event.confidence)
    order = load_ontology().modalities
    return max(weight, key=lambda each: (weight[each], -order.index(each)))


def _came_later(telling: Telling, other: Telling) -> bool:
    """Whether the other, in a later article, tells more of what this one told as planned or possible."""
    more = other.modality in load_ontology().modality_types[telling.modality].becomes
    return more and telling.day is not None and other.day is not None and other.day > telling.day


def _confidence(one: Sequence[Telling], origins: Mapping[str, str]) -> float:
    """That not all are wrong, each source by the telling of it that is surest."""
    surest: dict[str, float] = {}
    for telling in one:
        source = origins.get(telling.member.document, telling.member.document)
        surest[source] = max(surest.get(source, 0.0), telling.event.confidence)
    return round(1.0 - math.prod(1.0 - each for each in surest.values()), 4)


def _time(one: Sequence[Telling]) -> Time | None:
    """The most exact of the times told; implied ones only where none is told."""
    times = [telling for telling in one if telling.time is not None and telling.time.value]
    told = [telling.time for telling in times if not telling.event.implied] or [telling.time for telling in times]
    return min((each for each in told if each), key=lambda each: (_days(each), each.value), default=None)


def _days(time: Time) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10**6
