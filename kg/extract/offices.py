"""Who holds which office of what: "der syrische Außenminister X", "le secrétaire d'État américain", "spokesman for Y".

In: a scene. Out: `read_claims`, what the text says of each cluster of a person, named or not; and
`offices_of`, the same as relations between entities. Offices not yet held are left out.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kg.annotate.coreference.features import gender_and_number
from kg.extract.claim import Claim
from kg.extract.entity_owners import owners_beside
from kg.extract.office_counterparts import as_office
from kg.extract.office_guess import Asked, Said, guess_owner
from kg.extract.office_several import several_holders
from kg.extract.office_titles import (
    Title,
    broader_office,
    choose_office,
    is_kind,
    is_known,
    is_of_country,
    is_only_side,
    read_title,
)
from kg.extract.reading import EntityReading, as_mention
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, gap, is_class, labelled
from kg.gazetteer import entry, office, office_in, offices
from kg.model import Relation

_BEFORE = 3  # words in which "former" may stand before an office
_OFFICE, _FORMER = "office", "former_office"  # what claims tell, as in `[property]` of entities.toml


def offices_of(scene: Scene, claims: Iterable[Claim], entities: EntityReading) -> tuple[Relation, ...]:
    """Give the relations of holding an office, or of having held it, each once; what is over is held no longer."""
    relations: dict[tuple[str, str, str | None], Relation] = {}
    named = {entity.key for entity in entities.entities if entity.names}
    for claim in sorted(claims, key=lambda each: each.present):
        for relation in (_membership(scene, claim, entities), _holding(scene, claim, entities, named)):
            if relation is not None:
                key = relation.subject, relation.office or relation.name, relation.object
                relations.setdefault(key, relation)
    held = tuple(relations.values())
    return tuple(each for each in held if not any(_is_narrower(other, each) for other in held))


def _holding(scene: Scene, claim: Claim, entities: EntityReading, named: Set[str]) -> Relation | None:
    holder, owner, use = entities.key_of(scene, claim.holder), entities.key_of(scene, claim.owner), use_of(scene, claim)
    if claim.coming or holder is None or use is None or owner == holder:
        return None
    held = claim.office if use == _OFFICE else None
    if (holder not in named and _is_of_many(scene, claim)) or (claim.former and held is None):
        return None
    name = scene.scheme.property[_FORMER if claim.former else use]
    return Relation(name, holder, owner, as_mention(scene, scene.spans[claim.span]), held)


def _membership(scene: Scene, claim: Claim, entities: EntityReading) -> Relation | None:
    """Give the party of somebody from the office that names it ("SPD-Bürgermeister")."""
    holder, side = entities.key_of(scene, claim.holder), entities.key_of(scene, claim.side)
    if claim.side is None or holder is None or side is None:
        return None
    if not is_class(scene, claim.side, scene.scheme.classes["owner"]):
        return None
    return Relation(scene.scheme.property["member"], holder, side, as_mention(scene, scene.spans[claim.span]))


def _is_of_many(scene: Scene, claim: Claim) -> bool:
    """Tell whether a title stands for several persons ("the ambassadors"): without a name none of them holds it.

    Taggers also take words like "counterpart" for a plural, but its form is that of one.
    """
    span = scene.spans[claim.span]
    return gender_and_number(span)[1] == "plural" and not offices(span.text, scene.language)


def _is_narrower(other: Relation, relation: Relation) -> bool:
    """Tell whether another relation says the same with a narrower office (foreign minister, minister)."""
    same = (other.name, other.subject, other.object) == (relation.name, relation.subject, relation.object)
    if not same or other.office is None or relation.office is None or other.office == relation.office:
        return False
    return is_kind(other.office, relation.office)


def use_of(scene: Scene, claim: Claim) -> str | None:
    """Say which property a claim tells: that of an office; of a calling the nationality or membership, if stated."""
    known = bool(claim.kind)
    if known and claim.kind not in load_offices().calling:
        return _OFFICE
    if not claim.stated or claim.owner is None:
        return None
    if claim.kind in load_offices().held:
        return _OFFICE
    if labelled(scene, claim.beside, "adjective") and is_class(scene, claim.owner, scene.scheme.classes["land"]):
        return "nationality"
    return "member" if known else _OFFICE


def read_claims(scene: Scene) -> tuple[Claim, ...]:
    """Say what the text says of offices, one claim for each cluster, office and owner, in text order."""
    plain, alike, said = _read(scene)
    held: list[Claim] = []
    for claim in plain:
        others = frozenset(each.owner for each in held if each.span == claim.span and each.owner is not None)
        held.append(_possessed(scene, _with_owner(scene, claim, said, others), held))
    held += [_like(scene, claim, held[plain.index(model)], said) for claim, model in alike]
    return _without_repeats([_specialised(scene, claim) for claim in held])


def open_questions(scene: Scene) -> tuple[tuple[Asked, ...], tuple[Said, ...]]:
    """Give the offices whose owner is to be guessed, and what the text states of others: what is learned from."""
    plain, _, said = _read(scene)
    return tuple(asked for claim in plain if (asked := _asked(scene, claim))), said


def _read(scene: Scene) -> tuple[list[Claim], list[tuple[Claim, Claim]], tuple[Said, ...]]:
    """Give what is said of offices by their name, what of such as are like another, with that one, and what is sure."""
    same = load_offices().same
    read = [
        claim
        for index in range(scene.mentions)
        if labelled(scene, index, "office")
        for claim in _claims(scene, index, read_title(scene, index))
    ]
    plain = [claim for claim in read if claim.office not in same]
    alike = [found for claim in read if claim.office in same if (found := as_office(scene, claim, plain))]
    return plain, alike, _said(scene, [*plain, *(claim for claim, _ in alike)])


def _like(scene: Scene, claim: Claim, model: Claim, said: Sequence[Said]) -> Claim:
    """Give a claim like another its owner: a successor has the same, a counterpart another."""
    if claim.stated:
        return claim
    if claim.beside == model.beside:
        return replace(claim, owner=model.owner, office=model.office)
    without = frozenset() if model.owner is None else frozenset({model.owner})
    return _with_owner(scene, claim, said, without, alike=True)


def _claims(scene: Scene, index: int, title: Title) -> Iterator[Claim]:
    """Say what one mention says: each of its holders, with the owner that is its own in a coordination."""
    sent = any(office.identifier in load_offices().sent for office in title.offices)
    owners = owners_beside(scene, title.phrase.start, title.phrase.end, index, sent=sent)
    said = _words_beside(scene, title)
    former = bool(said & scene.tables.words["former"]) or _was(title)
    coming = bool(said & scene.tables.words["coming"])
    for holder, owner in several_holders(scene, index, owners) or _holders(scene, index, owners):
        if is_class(scene, holder, scene.scheme.classes["holder"]):
            yield replace(_claim(scene, index, title, holder, owner), former=former, coming=coming)


def _holders(scene: Scene, index: int, owners: Sequence[int]) -> tuple[tuple[int, int | None], ...]:
    holders = scene.owners.get(index, ())
    return tuple((holder, _own(owners, number, len(holders))) for number, holder in enumerate(holders))


def _claim(scene: Scene, index: int, title: Title, holder: int, beside: int | None) -> Claim:
    owner = scene.owners[beside][0] if beside is not None else None
    held = choose_office(scene, title, owner)
    broader = "" if is_known(held) else broader_office(scene, held)
    kind = broader or held
    if owner is not None and is_only_side(scene, kind, owner):
        return replace(_claim(scene, index, title, holder, None), side=owner)
    said = index if beside is None else beside
    own = office(kind).of if is_known(kind) else ()
    if beside is not None and len(own) == 1 and owner is not None and scene.entries[owner] is None:
        # The house of an office ("the Élysée") is not what the office is of.
        owner = _cluster_of(scene, own)
    elif owner is not None and is_known(kind) and is_of_country(scene, kind):
        owner = _state_of(scene, owner)
    return Claim(holder, held, title.phrase.text, owner, beside is not None, index, said, broader=broader)


def _said(scene: Scene, claims: Sequence[Claim]) -> tuple[Said, ...]:
    """Give the offices whose owner the text states."""
    known = (claim for claim in claims if claim.stated)
    return tuple(
        Said(claim.holder, claim.kind or claim.office, claim.owner, scene.spans[claim.span].start)
        for claim in known
        if claim.owner is not None
    )


def _with_owner(
    scene: Scene, claim: Claim, said: Sequence[Said], without: frozenset[int] = frozenset(), *, alike: bool = False
) -> Claim:
    """Give the claim an owner from elsewhere in the text, where it states none and is an office that we know.

    `without`: what it is not of, since others named with it hold the office there; `alike`: it is a counterpart's.
    """
    own = office(claim.kind).of if claim.kind else ()
    asked = _asked(scene, claim, without, alike=alike)
    known = scene.entries[claim.holder]
    if asked is not None:
        owner = guess_owner(scene, asked, said)
    elif not _is_open(scene, claim, alike=alike):
        return claim
    else:
        owner = _cluster_of(scene, own or ((known.country,) if known is not None and known.country else ()))
    entry_of = scene.entries[owner] if owner is not None and not own else None
    own_kind = entry_of is not None and not claim.broader
    held = office_in(claim.office, entry_of.identifier).identifier if entry_of and own_kind else claim.office
    return replace(claim, owner=owner, office=held)


def _asked(scene: Scene, claim: Claim, without: frozenset[int] = frozenset(), *, alike: bool = False) -> Asked | None:
    """Ask whose office it is, where neither the office itself nor what is known of its holder tells it."""
    if not _is_open(scene, claim, alike=alike) or office(claim.kind).of:
        return None
    known = scene.entries[claim.holder]
    if known is not None and known.country and is_of_country(scene, claim.kind):
        return None  # somebody known holds offices of the country he is of
    return Asked(claim.holder, claim.kind, scene.spans[claim.span].start, without)


def _is_open(scene: Scene, claim: Claim, *, alike: bool) -> bool:
    """Tell whether what a known office is of has to be found elsewhere in the text."""
    if claim.stated or claim.kind in load_offices().calling or not claim.kind:
        return False
    return alike or not _is_possessed(scene, claim.span)


def _state_of(scene: Scene, owner: int) -> int:
    """Give the country of a capital that stands for it ("his counterpart in Berlin"), where the text names it."""
    city = scene.entries[owner]
    country = entry(city.country) if city is not None and city.country else None
    if city is None or country is None or country.capital != city.identifier:
        return owner
    found = _cluster_of(scene, (country.identifier,))
    return owner if found is None else found


def _possessed(scene: Scene, claim: Claim, held: Sequence[Claim]) -> Claim:
    """Give "his energy minister" the country that he himself holds an office of, "his vice-president" what he leads."""
    anywhere = claim.kind in load_offices().anywhere
    if claim.owner is not None or not _is_open(scene, claim, alike=True):
        return claim
    if not anywhere and not is_of_country(scene, claim.kind):
        return claim
    whose = {scene.same[one] for other in _possessors(scene, claim.span) for one in scene.owners.get(other, ())}
    theirs = (each.owner for each in reversed(held) if scene.same[each.holder] in whose and each.owner is not None)
    land = scene.scheme.classes["country"]
    owner = next((each for each in theirs if anywhere or is_class(scene, each, land)), None)
    return replace(claim, owner=owner)


def _is_possessed(scene: Scene, span: int) -> bool:
    """Tell whether a pronoun right before a title says whose it is ("ihr Sprecher"): then nothing else does."""
    start = scene.spans[span].start
    relative = not scene.tables.words["whose"].isdisjoint(gap(scene, max(0, start - 2), start))
    return relative or next(_possessors(scene, span), None) is not None


def _possessors(scene: Scene, span: int) -> Iterator[int]:
    start = scene.spans[span].start
    return (
        other
        for other in range(max(span - 2, 0), min(span + 2, scene.mentions))
        if labelled(scene, other, "pronoun") and scene.spans[other].end == start
    )


def _cluster_of(scene: Scene, identifiers: Sequence[str]) -> int | None:
    """Find what the text names of the entries that an office belongs to."""
    named = (number for number, entry in enumerate(scene.entries) if entry and entry.identifier in identifiers)
    return next(named, None)


def _specialised(scene: Scene, claim: Claim) -> Claim:
    """Give the head of a party is its leader, that of a company its chief executive, of a republic its president."""
    for classes, special in load_offices().special.get(claim.office, ()):
        if claim.owner is not None and is_class(scene, claim.owner, classes):
            return replace(claim, office=special)
    usual, but = load_offices().usual.get(claim.office, ("", frozenset()))
    known = scene.entries[claim.owner] if claim.owner is not None else None
    if not usual or known is None or known.identifier in but or not known.iso2:
        return claim
    return replace(claim, office=office_in(usual, known.identifier).identifier)


def _own(owners: Sequence[int], number: int, holders: int) -> int | None:
    """Choose: of as many owners as holders each has its own; else all share the one nearest to the title."""
    if not owners:
        return None
    return owners[number] if len(owners) == holders else owners[-1]


def _was(title: Title) -> bool:
    return any(office.identifier in load_offices().former for office in title.offices)


def _words_beside(scene: Scene, title: Title) -> set[str]:
    """Give the words inside and directly beside an office that may say that it is not held now."""
    start = title.phrase.start
    before = gap(scene, max(0, start - _BEFORE), start)
    inside = gap(scene, start, title.phrase.end)
    behind = gap(scene, title.phrase.end, title.phrase.end + 1)
    parts = (part for word in inside for part in (word, word.split("-")[0]))
    near = before[-1:] if len(before) < 2 or before[-1] not in scene.tables.words["hyphens"] else before[-2:]
    return {*near, *parts, *(behind if scene.tables.heads_first else ())} | _adjectives_before(scene, before)


def _adjectives_before(scene: Scene, before: Sequence[str]) -> set[str]:
    """Give the words directly before an office that may still describe it: up to a mark or a closed word."""
    closed = scene.tables.words["breaks"] | scene.tables.words["coordinators"]
    words: set[str] = set()
    for word in reversed(before):
        if word in closed or not word[0].isalnum():
            break
        words.add(word)
    return words


def _without_repeats(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Put stated owners go before guessed ones, and a title before one that is only its end ("Minister")."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda each: (not each.stated, -len(each.title), each.span)):
        mine = [each for each in kept if each.holder == claim.holder]
        if any(_says_more(each, claim) for each in mine):
            continue
        kept.append(claim)
    return tuple(sorted(kept, key=lambda each: (each.span, each.holder)))


def _says_more(other: Claim, claim: Claim) -> bool:
    if (other.office, other.owner) == (claim.office, claim.owner):
        return True
    contained = claim.title.casefold() in other.title.casefold() or is_kind(other.office, claim.office)
    return not claim.stated and (other.stated or contained or other.office == claim.office)
