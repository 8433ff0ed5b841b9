"""From forms to entries.

In: the loaded gazetteer. Out: `lookup`, `entry`, `forms`.
"""

from collections.abc import Iterator
from functools import cache

from kg.errors import KnowledgeError
from kg.gazetteer import imported
from kg.gazetteer.inflect import inflections
from kg.gazetteer.load import load, load_entries, names
from kg.gazetteer.match import Index, make_index, normalise
from kg.gazetteer.model import Entry, Hit
from kg.model import Name
from kg.ontology.turtle import KG, SKOS, local

# How a form can mean an entry, most direct first: the predicate that gives the form, its kind, whether it is
# known in every language.
KINDS = (
    (SKOS + "prefLabel", "name", True),
    (SKOS + "altLabel", "name", True),
    (KG + "officialName", "name", True),
    (KG + "sharedName", "name", True),
    (KG + "adjective", "adjective", False),
    (KG + "inhabitant", "inhabitant", False),
    (KG + "governmentSeat", "seat", True),
)
# Kind, distance of the name's language from the one asked for, how far from the preferred name.
Rank = tuple[int, int, int]
Ranked = tuple[Rank, Hit]
# Names in an unknown language come after those in the language asked for.
UNKNOWN = "und"


def lookup(form: str, language: str) -> tuple[Hit, ...]:
    """Find what a form can mean.

    Names and seats of government of all languages are found, those of `language` (ISO 639-1) first; adjectives
    and inhabitants, inflected, of `language` alone. Forms of the same case win; short forms (US, EU) match no
    other. Several hits come names first, preferred names before aliases; of a place and its country with
    one name only one is found; () if unknown.

    >>> [hit.entry.identifier for hit in lookup("syrischen", "de")]
    ['Q858']
    """
    return _index(language).find(form)


def entry(identifier: str) -> Entry:
    """Give the entry with this identifier, of the gazetteer or of the imported knowledge in use.

    Raises KnowledgeError (a KeyError) if there is none.
    """
    found = load_entries().get(identifier) or imported.known(identifier)
    if found is None:
        raise KnowledgeError(identifier)
    return found


def is_shared(form: str, known: Entry) -> bool:
    """Say whether others have this name too, so that the entry's country must be in the text for it to be meant."""
    return normalise(form).casefold() in _shared().get(known.identifier, frozenset())


def forms(language: str) -> Iterator[tuple[str, Hit]]:
    """Give every form that `lookup` knows exactly in a language, with each of its hits, sorted by form.

    Forms with an apostrophe come in both ways of writing it.
    """
    for form, hits in sorted(_index(language).values.items()):
        for written in dict.fromkeys((form, form.replace("'", "\u2019"))):
            for hit in hits:
                yield written, hit


@cache
def _shared() -> dict[str, frozenset[str]]:
    table = load()
    subjects = {subject: names(table, subject, KG + "sharedName") for subject in table.objects}
    return {
        local(subject): frozenset(normalise(name.text).casefold() for name in found)
        for subject, found in subjects.items()
        if found
    }


@cache
def _index(language: str) -> Index[Hit]:
    found: dict[str, list[Ranked]] = {}
    for form, ranked in _all_forms(language):
        found.setdefault(form, []).append(ranked)
    return make_index({form: _in_order(hits) for form, hits in found.items()})


def _in_order(hits: list[Ranked]) -> tuple[Hit, ...]:
    """Give hits by rank, those of one rank in the order of the files, without what another name covers."""
    ordered = sorted(hits, key=lambda ranked: ranked[0])
    if len(ordered) > 1:
        names = {hit.entry.identifier: rank for rank, hit in reversed(ordered) if hit.kind == KINDS[0][1]}
        ordered = [ranked for ranked in ordered if not _covered(ranked, names)]
    return tuple(dict.fromkeys(hit for _, hit in ordered))


def _covered(ranked: Ranked, names: dict[str, Rank]) -> bool:
    """Whether a name is covered by one of the same form, of the country it is in or of a place in it.

    The country's covers the place's (Kuwait) but where only the place has it in the language (Mexico in French).
    """
    rank, hit = ranked
    if hit.kind != KINDS[0][1]:
        return False
    country = names.get(hit.entry.country or "")
    within = (names[each] for each in names if load_entries()[each].country == hit.entry.identifier)
    return (country is not None and country[1] <= rank[1]) or any(other[1] < rank[1] for other in within)


def _all_forms(language: str) -> Iterator[tuple[str, Ranked]]:
    """Give all forms known in a language, with a rank: by kind, then language, then how preferred."""
    kinds = list(dict.fromkeys(kind for _, kind, _ in KINDS))
    table = load()
    subjects = {local(subject): subject for subject in table.objects}
    for identifier, known in load_entries().items():
        for preference, (predicate, kind, everywhere) in enumerate(KINDS):
            hit = Hit(known, kind)
            for name in names(table, subjects[identifier], predicate):
                if everywhere or name.language == language:
                    rank = (kinds.index(kind), _distance(name, language), preference)
                    for form in inflections(name.text, name.language, local(predicate)):
                        yield normalise(form), (rank, hit)


def _distance(name: Name, language: str) -> int:
    return 0 if name.language == language else 1 if name.language == UNKNOWN else 2
