"""Who held which office when.

In: the gazetteer's terms of office. Out: `terms`, and `holder` of an office on a day.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from kg.gazetteer import imported
from kg.gazetteer.entries import entry
from kg.gazetteer.load import load, term_type
from kg.gazetteer.model import Entry, Term
from kg.gazetteer.titles import office, office_in
from kg.model import Time
from kg.ontology.turtle import KG, Statements, local


def terms(holder: str, office: str, of: str) -> tuple[Term, ...]:
    """Give the terms in which a person held an office, or a narrower one that is its like in the country, by time.

    Those of the gazetteer; where it has none, those of imported knowledge.
    """
    asked = office_in(office, of).identifier
    every = ((term for term in known if term.holder == holder) for known in (_by_place().get(of, ()), _imported(of)))
    found = (tuple(term for term in each if _answers(term, asked)) for each in every)
    return next((each for each in found if each), ())


def term_on(holder: str, office: str, of: str, day: dt.date) -> Term | None:
    """Give the term in which a person may have held an office on a day, the latest of several; else None."""
    return next((term for term in reversed(terms(holder, office, of)) if _may_hold(term, day)), None)


def holder(office: str, of: str, day: dt.date, gender: str | None = None) -> Entry | None:
    """Give the one person who held an office of a country or organisation on a day.

    `gender` ("masculine", "feminine"): how the text speaks of the holder. None where nobody is known, two may be meant
    (on the day of the change), or what is known does not reach that far.

    >>> from datetime import date
    >>> holder("chancellor", "Q183", date(2019, 5, 1)).name("de")
    'Angela Merkel'
    """
    asked = office_in(office, of).identifier
    return _only(_by_place().get(of, ()), asked, day, gender) or _only(_imported(of), asked, day, gender)


def _only(known: Iterable[Term], asked: str, day: dt.date, gender: str | None) -> Entry | None:
    possible = [term for term in known if _answers(term, asked) and _may_hold(term, day)]
    fitting = {term.holder: term for term in possible if _spoken_of(term.holder, gender)}
    if len(fitting) != 1 or not all(_surely_holds(term, day) for term in fitting.values()):
        return None
    return entry(next(iter(fitting)))


def _spoken_of(person: str, gender: str | None) -> bool:
    return gender is None or entry(person).gender in (None, gender)


def _imported(of: str) -> Iterator[Term]:
    """Terms of imported knowledge; one without an end is taken to last, where nobody else is said to have followed."""
    for who, kind, start, end in imported.held(of):
        if start:
            last = None if end else dt.date.max
            yield Term(who, office_in(kind, of).identifier, of, _time(start), _time(end) if end else None, last)


def _answers(term: Term, asked: str) -> bool:
    """Whether the term is one of the office asked for, or of a kind of it where only one holds that."""
    if term.office == asked:
        return True
    return office(asked).sole and asked in _broader(term.office)


def _broader(identifier: str) -> Iterator[str]:
    broader = office(identifier).broader
    while broader is not None:
        yield broader
        broader = office(broader).broader


def _may_hold(term: Term, day: dt.date) -> bool:
    begun = term.start.earliest is None or term.start.earliest <= day
    return begun and (term.end is None or term.end.latest is None or day <= term.end.latest)


def _surely_holds(term: Term, day: dt.date) -> bool:
    last = term.end.earliest if term.end else term.held
    return term.start.latest is not None and last is not None and term.start.latest <= day <= last


@cache
def _by_place() -> dict[str, tuple[Term, ...]]:
    """Terms by what the office is of, in order of their beginning."""
    table = load()
    found: dict[str, list[Term]] = defaultdict(list)
    for subject in table.of_type(term_type()):
        term = _term(table, subject)
        found[term.of].append(term)
    return {of: tuple(sorted(each, key=_order)) for of, each in found.items()}


def _order(term: Term) -> tuple[str, str, str]:
    return term.start.value, term.office, term.holder


def _term(table: Statements, subject: str) -> Term:
    who, kind, of = (local(table.name(subject, KG + key) or "") for key in ("holder", "officeType", "officeOf"))
    held = table.text(subject, KG + "heldOn")
    return Term(
        holder=who,
        office=office_in(kind, of).identifier,
        of=of,
        start=_time(table.text(subject, KG + "from") or ""),
        end=_time(end) if (end := table.text(subject, KG + "until")) else None,
        held=dt.date.fromisoformat(held) if held else None,
    )


def _time(value: str) -> Time:
    """Give the days that a date, a month or a year spans."""
    parts = [int(part) for part in value.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    first = dt.date(year, month or 1, day or 1)
    last_month = month or 12
    return Time(value, first, dt.date(year, last_month, day or calendar.monthrange(year, last_month)[1]))
