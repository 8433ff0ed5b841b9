"""Candidates from the gazetteer, set against what the model says of the same words.

In: known names and trained candidates. Out: candidates with the rank that the evidence gives them.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Places, Rank
from kg.annotate.mentions.known import Known, known_offices
from kg.annotate.mentions.labels import label_of_hits, stands_before_noun
from kg.annotate.mentions.tables import NameTable


def known_candidates(
    doc: Doc, names: Sequence[Known], trained: Sequence[Candidate], table: NameTable
) -> Iterator[Candidate]:
    """The gazetteer's names, but for those that are part of a longer name or of a person's name."""
    people = {doc[one.end - 1].text for one in trained if one.label == layers.PERSON and one.end - one.start > 1}
    places = Places(trained)
    for name in names:
        span = doc[name.start : name.end]
        overlapping = places.within(name.start, name.end)
        label = label_of_hits(span, name.hits, _trained_label(name, overlapping), table)
        alone = label == layers.PERSON and len(span) == 1 and not overlapping
        alone = alone or (label == layers.PEOPLE and not overlapping and _is_language(span, name, table))
        if label and not alone and not (len(span) == 1 and span.text in people) and _believed(name, overlapping):
            yield Candidate(name.start, name.end, label, Rank.KNOWN)


def _is_language(span: Span, name: Known, table: NameTable) -> bool:
    """An adjective used as a noun that describes none ("auf Deutsch")."""
    noun = grammar.is_tagged(span.doc) and grammar.is_noun(span[-1])
    return noun and all(hit.kind == "adjective" for hit in name.hits) and not stands_before_noun(span, table)


def _trained_label(name: Known, overlapping: Sequence[Candidate]) -> str | None:
    """What the model says of the very words, if it has a mention of them."""
    return next((one.label for one in overlapping if (one.start, one.end) == (name.start, name.end)), None)


def _believed(name: Known, overlapping: Sequence[Candidate]) -> bool:
    """A longer trained span has the word: the name is a part of it ("Bank of Syria")."""
    return not any(
        one.start <= name.start and name.end <= one.end and (one.start, one.end) != (name.start, name.end)
        for one in overlapping
    )


def office_candidates(doc: Doc, trained: Sequence[Candidate], table: NameTable) -> Iterator[Candidate]:
    """The titles of the table of offices: where the model has one too, and where a title must be.

    A longer trained mention has its words. A title must be before a person's name and after a nation's; where no
    model looks for titles, after a definite article as well.
    """
    judged, places = any(one.label == layers.TITLE for one in trained), Places(trained)
    for start, end, _ in known_offices(doc):
        office = Candidate(start, end, layers.TITLE, Rank.OFFICE)
        overlapping = places.within(start, end)
        if any(one.end - one.start > end - start for one in overlapping) or _is_cut(office, overlapping):
            continue
        if any(one.label == layers.TITLE for one in overlapping) or _must_be(doc, office, places, table, judged=judged):
            yield office


def _is_cut(office: Candidate, overlapping: Sequence[Candidate]) -> bool:
    """Whether the model has a shorter title and, beside it, the body that it is of ("spokesman" for the "ministry")."""
    inside = [one for one in overlapping if office.start <= one.start and one.end <= office.end]
    return {layers.TITLE, layers.ORGANISATION} <= {one.label for one in inside}


def _must_be(doc: Doc, office: Candidate, trained: Places, table: NameTable, *, judged: bool) -> bool:
    before = trained.within(office.start - 1, office.start)
    behind = trained.within(office.end, office.end + 1)
    if any(one.start == office.end and one.label == layers.PERSON for one in behind):
        return True
    if any(one.end == office.start and one.label == layers.PEOPLE for one in before):
        return True
    return not judged and office.start > 0 and doc[office.start - 1].text in table.articles
