"""Who holds which office of what: "der syrische Außenminister X", "le secrétaire d'État américain", "spokesman for Y".

In: a scene. Out: `read_claims`, what the text says of each cluster of a person, named or not; and
`offices_of`, the same as relations between entities. Offices no longer held are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.annotate.coreference.features import gender_and_number
from kg.extract.entity_owners import owners_beside
from kg.extract.office_guess import Said, guess_owner
from kg.extract.office_titles import Title, choose_office, is_kind, is_known, is_of_country, read_title
from kg.extract.reading import EntityReading, as_mention
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, gap, is_class, labelled, sentence
from kg.gazetteer import entry, office, office_in, offices
from kg.model import Relation

_BEFORE = 3  # words in which "former" may stand before an office


@dataclass(frozen=True, slots=True)
class Claim:
    """A person's cluster holds `office` (an identifier, or the title as written) of the cluster `owner`.

    `stated`: the owner stands beside the office, and is not guessed from what the text has named before.
    `span` is the mention that says so, `beside` the one that names the owner there (else `span`).
    """

    holder: int
    office: str
    title: str
    owner: int | None
    stated: bool
    span: int
    beside: int


def offices_of(scene: Scene, claims: Iterable[Claim], entities: EntityReading) -> tuple[Relation, ...]:
    """Give the relations of holding an office, in text order, each once."""
    relations: dict[tuple[str, str, str | None], Relation] = {}
    named = {entity.key for entity in entities.entities if entity.names}
    for claim in claims:
        holder, owner = entities.key_of(scene, claim.holder), entities.key_of(scene, claim.owner)
        use = use_of(scene, claim)
        if holder is None or use is None or owner == holder or (holder not in named and _is_of_many(scene, claim)):
            continue
        office_held = claim.office if use == "office" else None
        evidence = as_mention(scene, scene.spans[claim.span])
        relation = Relation(scene.scheme.property[use], holder, owner, evidence, office_held)
        relations.setdefault((holder, office_held or relation.name, owner), relation)
    held = tuple(relations.values())
    return tuple(each for each in held if not any(_is_narrower(other, each) for other in held))


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
    known = is_known(claim.office)
    if known and claim.office not in load_offices().calling:
        return "office"
    if not claim.stated or claim.owner is None:
        return None
    if claim.office in load_offices().held:
        return "office"
    if labelled(scene, claim.beside, "adjective") and is_class(scene, claim.owner, scene.scheme.classes["land"]):
        return "nationality"
    return "member" if known else "office"


def read_claims(scene: Scene) -> tuple[Claim, ...]:
    """Say what the text says of offices, one claim for each cluster, office and owner, in text order."""
    same = load_offices().same
    stated = [
        claim
        for index in range(scene.mentions)
        if labelled(scene, index, "office")
        for claim in _claims(scene, index, read_title(scene, index))
    ]
    shared = [each for claim in stated if claim.office in same for each in _shared(scene, claim, stated)]
    plain = [claim for claim in stated if claim.office not in same]
    said = _said(scene, plain)
    guessed = [claim if claim.stated else _with_owner(scene, claim, said) for claim in (*plain, *shared)]
    return _without_repeats([_specialised(scene, claim) for claim in guessed])


def _claims(scene: Scene, index: int, title: Title) -> Iterator[Claim]:
    """Say what one mention says: each of its holders, with the owner that is its own in a coordination."""
    holders = scene.owners.get(index, ())
    if _is_former(scene, index, title):
        return
    sent = any(office.identifier in load_offices().sent for office in title.offices)
    owners = owners_beside(scene, title.phrase.start, title.phrase.end, index, sent=sent)
    for number, holder in enumerate(holders):
        if is_class(scene, holder, scene.scheme.classes["holder"]):
            yield _claim(scene, index, title, holder, _own(owners, number, len(holders)))


def _claim(scene: Scene, index: int, title: Title, holder: int, beside: int | None) -> Claim:
    owner = scene.owners[beside][0] if beside is not None else None
    held = choose_office(scene, title, owner)
    said = index if beside is None else beside
    own = office(held).of if is_known(held) else ()
    if beside is not None and len(own) == 1 and owner is not None and scene.entries[owner] is None:
        # The house of an office ("the Élysée") is not what the office is of.
        owner = _cluster_of(scene, own)
    elif owner is not None and is_known(held) and is_of_country(scene, held):
        owner = _state_of(scene, owner)
    return Claim(holder, held, title.phrase.text, owner, beside is not None, index, said)


def _said(scene: Scene, claims: Sequence[Claim]) -> tuple[Said, ...]:
    """Give the offices whose owner the text states."""
    known = (claim for claim in claims if claim.stated)
    return tuple(
        Said(claim.holder, claim.office, claim.owner, scene.spans[claim.span].start)
        for claim in known
        if claim.owner is not None
    )


def _with_owner(scene: Scene, claim: Claim, said: Sequence[Said]) -> Claim:
    """Give the claim an owner from elsewhere in the text, where it is an office that we know."""
    table = load_offices()
    if claim.office in table.calling or not is_known(claim.office) or _is_possessed(scene, claim.span):
        return claim
    own = office(claim.office).of
    if own:
        return replace(claim, owner=_cluster_of(scene, own))
    known = scene.entries[claim.holder]
    if known is not None and known.country and is_of_country(scene, claim.office):
        owner = _cluster_of(scene, (known.country,))  # somebody known holds offices of the country he is of
    else:
        owner = guess_owner(scene, claim.holder, claim.office, scene.spans[claim.span].start, said)
    known = scene.entries[owner] if owner is not None else None
    held = office_in(claim.office, known.identifier).identifier if known is not None else claim.office
    return replace(claim, owner=owner, office=held)


def _state_of(scene: Scene, owner: int) -> int:
    """Give the country of a capital that stands for it ("his counterpart in Berlin"), where the text names it."""
    city = scene.entries[owner]
    country = entry(city.country) if city is not None and city.country else None
    if city is None or country is None or country.capital != city.identifier:
        return owner
    found = _cluster_of(scene, (country.identifier,))
    return owner if found is None else found


def _is_possessed(scene: Scene, span: int) -> bool:
    """Tell whether a pronoun right before a title says whose it is ("dessen Sprecher"): then nothing else does."""
    start = scene.spans[span].start
    return any(
        labelled(scene, other, "pronoun") and scene.spans[other].end == start
        for other in range(max(span - 2, 0), min(span + 2, scene.mentions))
    )


def _cluster_of(scene: Scene, identifiers: Sequence[str]) -> int | None:
    """Find what the text names of the entries that an office belongs to."""
    named = (number for number, entry in enumerate(scene.entries) if entry and entry.identifier in identifiers)
    return next(named, None)


def _specialised(scene: Scene, claim: Claim) -> Claim:
    """Give the head of a party is its leader, that of a company its chief executive."""
    for classes, special in load_offices().special.get(claim.office, ()):
        if claim.owner is not None and is_class(scene, claim.owner, classes):
            return replace(claim, office=special)
    return claim


def _own(owners: Sequence[int], number: int, holders: int) -> int | None:
    """Choose: of as many owners as holders each has its own; else all share the one nearest to the title."""
    if not owners:
        return None
    return owners[number] if len(owners) == holders else owners[-1]


def _is_former(scene: Scene, index: int, title: Title) -> bool:
    if any(office.identifier in load_offices().former for office in title.offices):
        return True
    start = title.phrase.start
    before = gap(scene, max(0, start - _BEFORE), start)
    inside = gap(scene, start, title.phrase.end)
    behind = gap(scene, title.phrase.end, title.phrase.end + 1)
    former = scene.tables.words["former"]
    inside = tuple(part for word in inside for part in (word, word.split("-")[0]))
    near = before[-1:] if len(before) < 2 or before[-1] not in scene.tables.words["hyphens"] else before[-2:]
    adjacent = {*near, *inside, *(behind if scene.tables.heads_first else ())}
    return bool(former & (adjacent | _adjectives_before(scene, before)))


def _adjectives_before(scene: Scene, before: Sequence[str]) -> set[str]:
    """Give the words directly before an office that may still describe it: up to a mark or a closed word."""
    closed = scene.tables.words["breaks"] | scene.tables.words["coordinators"]
    words: set[str] = set()
    for word in reversed(before):
        if word in closed or not word[0].isalnum():
            break
        words.add(word)
    return words


def _shared(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give a "counterpart" or "successor" the office of the person it is said of, perhaps of another owner."""
    table = load_offices()
    others = [each for each in claims if each.office not in table.same and each.holder != claim.holder]
    model = _model(scene, claim, others)
    if model is None:
        return
    if claim.office in table.same_owner:
        yield replace(model, holder=claim.holder, span=claim.span)
    else:
        yield replace(claim, office=model.office, title=model.title)


def _model(scene: Scene, claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """Give the claim a counterpart is like: the last in the sentence, that of whom "his" means, the nearest."""
    first, last = sentence(scene, scene.spans[claim.span].start)
    near = [each for each in others if first <= scene.spans[each.span].start < last]
    before = [each for each in near if each.span < claim.span]
    if before:
        return before[-1]
    pronouns = [index for index in range(claim.span) if labelled(scene, index, "pronoun")]
    holders = scene.owners.get(pronouns[-1], ()) if pronouns and scene.spans[pronouns[-1]].start >= first else ()
    meant = [each for each in others if each.holder in holders]
    if meant:
        return max(meant, key=lambda each: (each.stated, -abs(each.span - claim.span)))
    earlier = [each for each in others if each.span < claim.span]
    return near[0] if near else (earlier[-1] if earlier else None)


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
