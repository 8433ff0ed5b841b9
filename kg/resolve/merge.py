"""Clusters become resolved entities, events and relations.

In: clusters of profiles and tellings, readings. Out: resolved parts, sorted by identifier. Names are kept as
written; the label is English where an English name exists.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.gazetteer import entry
from kg.model import (
    Member,
    Name,
    Reading,
    ResolvedEntity,
    ResolvedEvent,
    ResolvedRelation,
    Role,
    Time,
)
from kg.ontology import load_ontology
from kg.resolve.entities import Cluster
from kg.resolve.happenings import Telling
from kg.resolve.identity import digest, slug
from kg.resolve.names import fold, words
from kg.resolve.score import naming

ENGLISH = "en"
AGENT, RECIPIENT = "agent", "recipient"
# Mentions that name; pronouns, offices and phrases only stand for what others name.
NAMING_LABELS = frozenset(("PER", "ORG", "GPE", "LOC", "EVT", "GRP"))


def merge_entities(
    clusters: Sequence[Cluster], readings: Iterable[Reading], singled: Collection[Member] = ()
) -> tuple[ResolvedEntity, ...]:
    """One resolved entity for each cluster; `singled`: members that a person took out of others."""
    written = _written(readings)
    found = _unique((_entity(one, written) for one in clusters), singled)
    return tuple(sorted(found, key=lambda each: each.identifier))


def _unique(entities: Iterable[ResolvedEntity], singled: Collection[Member]) -> Iterator[ResolvedEntity]:
    """Namesakes: the one met first keeps the plain identifier, the others add where they were met.

    What was taken out of another never takes its identifier.
    """
    taken: set[str] = set()
    for entity in sorted(entities, key=lambda each: (each.members[0] in singled, each.members)):
        first = entity.members[0]
        own = entity.identifier
        if own in taken:
            own = f"{slug(entity.label.text)}-{digest(own, first.document, first.key)}"
        taken.add(own)
        yield replace(entity, identifier=own)


def _written(readings: Iterable[Reading]) -> dict[Member, Counter[Name]]:
    """How often each form of a name was written for each entity of each article, with the article's language."""
    return {
        Member(reading.document.identifier, entity.key): Counter(
            Name(mention.text, reading.document.language)
            for mention in entity.mentions
            if mention.label in NAMING_LABELS
        )
        for reading in readings
        for entity in reading.entities
    }


def _entity(one: Cluster, written: Mapping[Member, Counter[Name]]) -> ResolvedEntity:
    item = next((profile.entry for profile in one if profile.entry), None)
    forms: Counter[Name] = Counter()
    for profile in one:
        forms.update(written[profile.member])
    known = entry(item).names if item else ()
    preferred = known or _preferred(one, forms)
    label = next((each for each in preferred if each.language == ENGLISH), None) or _described(one, preferred)
    return ResolvedEntity(
        identifier=item or _identifier(one, label),
        types=_types(one, item),
        label=label,
        preferred=tuple(sorted(preferred, key=lambda each: (each.language, each.text))),
        alternatives=tuple(sorted(forms, key=lambda each: (each.language, each.text))),
        wikidata=entry(item).wikidata if item else None,
        count=next((profile.count for profile in one if profile.count is not None), None),
        members=tuple(profile.member for profile in one),
        entry=item,
    )


def _preferred(one: Cluster, forms: Counter[Name]) -> tuple[Name, ...]:
    """The fullest of the names the articles chose for it, one for each language."""
    chosen = {profile.name for profile in one if profile.names} | {each for profile in one for each in profile.names}
    best: dict[str, Name] = {}
    for each in sorted(forms, key=lambda form: (-len(words(form.text)), -forms[form], form.text)):
        if each.text in chosen:
            best.setdefault(each.language, each)
    return tuple(best[language] for language in sorted(best))


def _described(one: Cluster, preferred: Sequence[Name]) -> Name:
    """Without an English name: what was made for the nameless is English; else the name most articles chose."""
    names = Counter(profile.name for profile in one)
    if not preferred or naming(one[0]) == "group":
        return Name(min(names, key=lambda each: (-names[each], each)), ENGLISH)
    return max(preferred, key=lambda each: (len(words(each.text)), names[each.text], each.text))


def _identifier(one: Cluster, label: Name) -> str:
    """From kind and name; for groups, lone family names and nameless holders of offices also from the first article."""
    vague = naming(one[0]) == "group" or (naming(one[0]) == "person" and len(words(label.text)) < 2)
    first = one[0].member
    nameless = naming(one[0]) == "person" and not any(profile.names for profile in one)
    where = (first.document, first.key) if vague or nameless else ()
    return f"{slug(label.text)}-{digest(naming(one[0]), fold(label.text), *where)}"


def _types(one: Cluster, item: str | None) -> tuple[str, ...]:
    """The gazetteer's class, else the most special classes that most articles give."""
    if item:
        return (entry(item).type,)
    counted = Counter(profile.type for profile in one)
    is_a = load_ontology().is_a
    special = [each for each in counted if not any(other != each and is_a(other, each) for other in counted)]
    return (min(special, key=lambda each: (-counted[each], each)),)


def merge_events(
    happenings: Iterable[Sequence[Telling]], identifiers: Mapping[Member, str]
) -> tuple[ResolvedEvent, ...]:
    """One resolved event for each cluster of tellings."""
    clusters = list(happenings)
    names = {telling.member: _event_identifier(one) for one in clusters for telling in one}
    everything = {**identifiers, **names}
    return tuple(sorted((_event(one, everything) for one in clusters), key=lambda each: each.identifier))


def _event_identifier(one: Sequence[Telling]) -> str:
    first = one[0]
    trigger = first.event.triggers[0]
    day = _time(one)
    parts = [slug(first.type), day.value.replace("/", "-")] if day and day.value else [slug(first.type)]
    return "-".join(
        [*parts, digest(first.member.document, first.type, str(trigger.start), str(trigger.end), first.member.key)]
    )


def _event(one: Sequence[Telling], names: Mapping[Member, str]) -> ResolvedEvent:
    own = names[one[0].member]
    roles = {
        Role(role.name, names[filler])
        for telling in one
        for role in telling.event.roles
        if (filler := Member(telling.member.document, role.filler)) in names and names[filler] != own
    }
    agents = {role.filler for role in roles if role.name == AGENT}
    roles = {role for role in roles if role.name != RECIPIENT or role.filler not in agents}
    doubt = 1.0
    for telling in one:
        doubt *= 1.0 - telling.event.confidence
    return ResolvedEvent(
        identifier=own,
        type=one[0].type,
        roles=tuple(sorted(roles, key=lambda each: (each.name, each.filler))),
        time=_time(one),
        modality=one[0].modality,
        confidence=round(1.0 - doubt, 4),
        office=next((telling.event.office for telling in one if telling.event.office), None),
        members=tuple(telling.member for telling in one),
        implied=all(telling.event.implied for telling in one if telling.time is not None and telling.time.value)
        and _time(one) is not None,
    )


def _time(one: Sequence[Telling]) -> Time | None:
    """The most exact of the times told; implied ones only where none is told."""
    times = [telling for telling in one if telling.time is not None and telling.time.value]
    told = [telling.time for telling in times if not telling.event.implied] or [telling.time for telling in times]
    return min((each for each in told if each), key=lambda each: (_days(each), each.value), default=None)


def _days(time: Time) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10**6


def merge_relations(readings: Iterable[Reading], identifiers: Mapping[Member, str]) -> tuple[ResolvedRelation, ...]:
    """Each relation between resolved entities once, with all articles that state it."""
    documents: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for reading in readings:
        name = reading.document.identifier
        for relation in reading.relations:
            subject = identifiers.get(Member(name, relation.subject))
            target = identifiers.get(Member(name, relation.object)) if relation.object else ""
            if subject and target is not None and subject != target:
                documents[(relation.name, subject, target, relation.office or "")].add(name)
    return tuple(
        ResolvedRelation(name, subject, target or None, office or None, tuple(sorted(found)))
        for (name, subject, target, office), found in sorted(documents.items())
    )
