"""English descriptions of what has no name: holders of offices, and bodies of a country.

In: clusters of a scene. Out: "Foreign Minister of Syria", "Ministry of Foreign Affairs of Syria": the same words for
the same thing in every language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.claim import Claim
from kg.extract.entity_names import surfaces_of, uninflected
from kg.extract.entity_owners import country_played_in, country_told_of, owners_beside
from kg.extract.lexicon import find
from kg.extract.phrases import Phrase, phrases
from kg.extract.relation_tables import Body
from kg.extract.scene import Scene, ends_paragraph, labelled, sentence
from kg.gazetteer import Entry, entry, office

_DECISIVE = 0.6  # the share of all that names a country, or something in one, that makes a text one country's


def describe_holder(scene: Scene, cluster: int, claims: Sequence[Claim]) -> str | None:
    """Say what the holder of an office is called after it; the title alone where it is of nothing known."""
    mine = [claim for claim in claims if claim.holder == cluster]
    if not mine:
        return _title_only(scene, cluster)
    claim = max(mine, key=lambda each: (each.stated, len(each.title), -each.span))
    title, owner = _english_title(claim), owner_name(scene, claim.owner)
    if owner is None or _contains_owner(scene, claim, title):
        return title
    return f"{title} of {owner}"


@dataclass(frozen=True, slots=True)
class Description:
    """A body's English name and class, and the cluster of what it is of."""

    name: str
    type: str
    owner: int


def describe_body(scene: Scene, cluster: int, members: Sequence[int]) -> Description | None:
    """Give the body that a mention names by what it is, with the country it is of; None where it has another name."""
    for index in members:
        found = _body(scene, index) if labelled(scene, index, "body") else None
        if found is None:
            continue
        phrase, body = found
        owner = body_owner(scene, index)
        owner = phrase_owner(scene, phrase, cluster) if owner is None else owner
        state = None if body.local else _state(scene, owner)
        name = _plain_name(scene, owner) if state is None else state.in_sentence
        if owner is not None and name is not None and owner != cluster:
            return Description(body.name.replace("{country}", name), body.type, _named(scene, state, owner))
    return None


def body_owner(scene: Scene, index: int) -> int | None:
    """Give the cluster that the noun phrase of a body says it is of; of a capital its country, if the text names it."""
    found = _body(scene, index)
    if found is None:
        return None
    owners = owners_beside(scene, found[0].start, found[0].end, index)
    if not owners:
        return None
    owner = scene.owners[owners[-1]][0]
    return owner if found[1].local else _named(scene, _state(scene, owner), owner)


def phrase_owner(scene: Scene, phrase: Phrase, cluster: int) -> int | None:
    """Give the country a body is of where its own phrase says none; None where it may be of one or another.

    It is the country that its sentence opens with; else the one that most of the text is told of; else what its
    sentence tells of behind it, or the last sentence before in its paragraph; else the one that the text tells of more
    than of any other.
    """
    owner = country_told_of(scene, phrase.start, phrase.end, opening=True)
    owner = country_played_in(scene, _DECISIVE) if owner is None else owner
    owner = country_told_of(scene, phrase.start, phrase.end) if owner is None else owner
    before = sentence(scene, phrase.start)[0]
    while owner is None and before > 0 and not ends_paragraph(scene.doc[before - 1]):
        before = sentence(scene, before - 1)[0]
        owner = country_told_of(scene, before, before)
    owner = country_played_in(scene, 0.0) if owner is None else owner
    return owner if owner != cluster else None


def owner_name(scene: Scene, cluster: int | None) -> str | None:
    """Give the English name of what something is of, else its name as written."""
    if cluster is None:
        return None
    if scene.entries[cluster] is None:
        body = describe_body(scene, cluster, scene.clusters[cluster])
        if body is not None:
            return f"the {body.name}"
    return _plain_name(scene, cluster)


def _state(scene: Scene, cluster: int | None) -> Entry | None:
    """Give the country whose capital the cluster is."""
    city = scene.entries[cluster] if cluster is not None else None
    country = entry(city.country) if city is not None and city.country else None
    return country if country is not None and city is not None and country.capital == city.identifier else None


def _named(scene: Scene, state: Entry | None, cluster: int) -> int:
    """Give the cluster of the country, where the text names it, else the one given."""
    return next((number for number, known in enumerate(scene.entries) if state and known == state), cluster)


def _plain_name(scene: Scene, cluster: int | None) -> str | None:
    known = scene.entries[cluster] if cluster is not None else None
    if known is not None:
        return known.in_sentence
    members = scene.clusters[cluster] if cluster is not None else ()
    names = [scene.spans[index] for index in members if labelled(scene, index, "name")]
    if not names:
        return None
    fullest = max(names, key=lambda span: len(span.text))
    return uninflected(fullest, surfaces_of(scene.spans), scene.tables, scene.language)


def _body(scene: Scene, index: int) -> tuple[Phrase, Body] | None:
    """Give the longest known body around a mention, and its words."""
    for phrase in phrases(scene, index):
        body = find(scene.tables.bodies, phrase.text)
        if body is not None:
            return phrase, body
    return None


def _english_title(claim: Claim) -> str:
    try:
        return office(claim.office).title
    except KeyError:
        return claim.title


def _title_only(scene: Scene, cluster: int) -> str | None:
    titles = [scene.spans[index].text for index in scene.clusters[cluster] if labelled(scene, index, "office")]
    return max(titles, key=len) if titles else None


def _contains_owner(scene: Scene, claim: Claim, title: str) -> bool:
    """Tell whether the office's own name says whose it is ("UN Secretary-General")."""
    known = scene.entries[claim.owner] if claim.owner is not None else None
    if known is None:
        return False
    names = {name.text for name in (*known.names, *known.aliases)} | ({known.iso2} if known.iso2 else set())
    return any(title.startswith(f"{name} ") for name in names)
