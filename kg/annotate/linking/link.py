"""Which entries of the gazetteer a mention may mean.

In: a Doc with mentions. Out: for each mention that the gazetteer knows, its hits, best first: one hit where the context
decides, several where it leaves the question open.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.linking.context import Place, is_regional, place_in_sentence, row_of
from kg.annotate.mentions.known import bare_forms, hits_of, shortest_form
from kg.annotate.mentions.labels import label_of_class
from kg.annotate.mentions.tables import NameTable, name_table
from kg.gazetteer import Hit, entry, imported, is_shared

FULL_NAME = 2  # words
SEAT, NAME = "seat", "name"
LINKED = (*layers.NAMES, layers.PEOPLE)
Links = Mapping[int, tuple[Hit, ...]]


def link_mentions(doc: Doc) -> dict[int, tuple[Hit, ...]]:
    """Link the mentions of a Doc; a name in capitals throughout is also looked up as a word."""
    table = name_table(doc.lang_)
    spans = layers.mentions(doc)
    found = {index: _candidates(spans, index, table) for index, span in enumerate(spans) if span.label_ in LINKED}
    found = {index: hits for index, hits in found.items() if hits}
    own = {index: hits for index, hits in found.items() if not any(is_shared(spans[index].text, h.entry) for h in hits)}
    countries = _countries(own)
    found = {index: _unshared(spans, index, hits, countries) for index, hits in found.items()}
    found = _without_cities(spans, {index: hits for index, hits in found.items() if hits}, table)
    towns = {row_of(span).i for index, span in enumerate(spans) if _stands_for_none(span, found.get(index, ()))}
    return {
        index: _ordered(spans[index], hits, countries, table, beside_town=row_of(spans[index]).i in towns)
        for index, hits in found.items()
    }


def _without_cities(spans: Sequence[Span], found: Links, table: NameTable) -> dict[int, tuple[Hit, ...]]:
    """Leave out cities, and states that sit there, where the text has their name for a part of a country."""
    named = {shortest_form(spans[index].text, table) for index in found if is_regional(spans[index], table)}
    kept = {
        index: tuple(hit for hit in hits if hit.kind != SEAT and not _is_town(hit))
        if shortest_form(spans[index].text, table) in named
        else hits
        for index, hits in found.items()
    }
    return {index: hits for index, hits in kept.items() if hits}


def _stands_for_none(span: Span, hits: Sequence[Hit]) -> bool:
    """Whether it names a town where nobody governs a state: no capital, or none that the gazetteer knows."""
    capital = (entry(hit.entry.country).capital == hit.entry.identifier for hit in hits if hit.entry.country)
    return span.label_ == layers.STATE and all(_is_town(hit) for hit in hits) and not any(capital)


def _is_town(hit: Hit) -> bool:
    """Whether it is a settlement, which is neither a state nor stands for one."""
    is_state = label_of_class(hit.entry.type) == layers.STATE
    return is_state and hit.kind == NAME and not hit.entry.iso2 and hit.entry.country is not None


def identity(links: Links, mention: int) -> str | None:
    """Give the identifier of the entry that a mention means for certain."""
    identifiers = {hit.entry.identifier for hit in links.get(mention, ())}
    return identifiers.pop() if len(identifiers) == 1 else None


def _candidates(spans: Sequence[Span], index: int, table: NameTable) -> tuple[Hit, ...]:
    span = spans[index]
    hits = _looked_up(span, table) or _with_nation(spans, index, table) or _imported(span, table)
    fitting = tuple(hit for hit in hits if _fits(hit, span.label_))
    return fitting or (() if span.label_ == layers.PERSON else hits)


def _with_nation(spans: Sequence[Span], index: int, table: NameTable) -> tuple[Hit, ...]:
    """An organisation by its common noun and the nation right beside it ("irakische Armee", "armée syrienne")."""
    span = spans[index]
    if span.label_ != layers.ORGANISATION:
        return ()
    nations = [one for one in spans[max(index - 1, 0) : index + 2] if one.label_ == layers.PEOPLE]
    runs = [span.doc[min(one.start, span.start) : max(one.end, span.end)] for one in nations]
    joined = [run for run, nation in zip(runs, nations, strict=True) if len(run) == len(span) + len(nation)]
    found = (hits_of(run.text, table, span.doc.lang_) for run in joined)
    return next((hits for hits in found if hits), ())


def _looked_up(span: Span, table: NameTable) -> tuple[Hit, ...]:
    hits = hits_of(span.text, table, span.doc.lang_)
    if not hits and span.text.isupper() and len(span.text) > 4:
        hits = hits_of(span.text.title(), table, span.doc.lang_)
    return hits


def _imported(span: Span, table: NameTable) -> tuple[Hit, ...]:
    """What imported knowledge has under a name; of people full names only, for family names are many people's."""
    if span.label_ not in layers.NAMES or (span.label_ == layers.PERSON and len(span) < FULL_NAME):
        return ()
    for form in bare_forms(span.text, table):
        hits = imported.find(form)
        if hits:
            best = imported.dominant(form)
            return tuple(hit for hit in hits if best in (None, hit.entry.identifier))
    return ()


def _fits(hit: Hit, label: str) -> bool:
    if label == layers.PEOPLE:
        return True
    if hit.kind == SEAT:
        return label == layers.STATE
    wanted = label_of_class(hit.entry.type)
    places = {layers.STATE, layers.PLACE}
    return wanted == label or (wanted in places and label in places)


def _unshared(spans: Sequence[Span], index: int, hits: tuple[Hit, ...], countries: Counter[str]) -> tuple[Hit, ...]:
    """Leave out things by a name that others have too, where the text does not name their country, or means another."""
    shared = tuple(hit for hit in hits if is_shared(spans[index].text, hit.entry))
    own = tuple(hit for hit in hits if hit not in shared)
    if any(_weight(hit, countries) for hit in own):
        return own
    return tuple(hit for hit in hits if hit in own or countries[hit.entry.country or ""])


def _countries(found: Links) -> Counter[str]:
    """How often the text means each country, by mentions that can mean one thing only."""
    sure = [hits[0].entry for index, hits in found.items() if identity(found, index)]
    return Counter(entry.country or entry.identifier for entry in sure)


def _ordered(
    span: Span, hits: tuple[Hit, ...], countries: Counter[str], table: NameTable, *, beside_town: bool
) -> tuple[Hit, ...]:
    """Choose by the place in the sentence between city and government, then by the countries of the text.

    In a row with a town that is no seat ("between Lisbon and Porto") it is the city.
    """
    seats = tuple(hit for hit in hits if hit.kind == SEAT)
    others = tuple(hit for hit in hits if hit.kind != SEAT)
    place = Place.LOCATIVE if beside_town else place_in_sentence(span, table)
    if seats and others:
        hits = {Place.LOCATIVE: others, Place.ACTOR: seats, Place.OPEN: others}[place]
    return _by_context(hits, countries)


def _by_context(hits: Sequence[Hit], countries: Counter[str]) -> tuple[Hit, ...]:
    """The hits of the countries that the text names elsewhere; all of them where it names none or several.

    Cities and seats of one country stay together: the text's countries say nothing about them.
    """
    weights = {hit.entry.identifier: _weight(hit, countries) for hit in hits}
    best = max(weights.values(), default=0)
    named = tuple(hit for hit in hits if weights[hit.entry.identifier] == best)
    return named if best > 0 else _of_no_country(hits)


def _of_no_country(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Of seats of several, where the text names none of them: no state of the past, and rather what is no state.

    "Moscow" is Russia, not the Soviet Union; "Brussels" is the European Union.
    """
    if any(hit.kind != SEAT for hit in hits):
        return tuple(hits)
    states = [hit for hit in hits if label_of_class(hit.entry.type) == layers.STATE]
    unions = tuple(hit for hit in hits if hit not in states)
    return unions or tuple(hit for hit in states if hit.entry.iso2) or tuple(hits)


def _weight(hit: Hit, countries: Counter[str]) -> int:
    return countries[hit.entry.country or hit.entry.identifier]
