"""From forms to offices.

In: the loaded gazetteer. Out: `offices`, `is_office`, `office`, `office_forms`, `office_in`.
"""

from collections.abc import Iterator
from functools import cache

from kg.gazetteer.load import load_offices
from kg.gazetteer.match import Index, make_index, normalise
from kg.gazetteer.model import Office


def offices(form: str, language: str) -> tuple[Office, ...]:
    """Find the offices a full form can mean, those it is a form of in `language` first; () if unknown.

    >>> [office.identifier for office in offices("Außenministerin", "de")]
    ['foreign-minister']
    """
    return _index(language).find(form)


def is_office(form: str, language: str) -> bool:
    """Whether a form can mean an office in some spelling, with capitals or without.

    >>> is_office("präsidentin", "de"), is_office("Apfelkuchen", "de")
    (True, False)
    """
    return _index(language).may_find(form)


def office(identifier: str) -> Office:
    """Give the office with this identifier.

    Raises KeyError if there is none.
    """
    return load_offices()[identifier]


def office_forms(language: str) -> Iterator[tuple[str, Office]]:
    """Give every form in a language with each office it can mean, sorted by form."""
    found = {
        (written, known.identifier)
        for known in load_offices().values()
        for name in known.forms
        if name.language == language
        for written in (normalise(name.text), normalise(name.text).replace("'", "\u2019"))
    }
    for form, identifier in sorted(found):
        yield form, office(identifier)


def office_in(identifier: str, entry: str) -> Office:
    """Give what an office is in one country or organisation: the foreign minister of Q30 is its secretary of state.

    Raises KeyError if there is no such office.
    """
    special = (known for known in load_offices().values() if known.broader == identifier and entry in known.of)
    return next(special, office(identifier))


@cache
def _index(language: str) -> Index[Office]:
    found: dict[str, list[tuple[bool, bool, str]]] = {}
    for identifier, known in load_offices().items():
        for name in known.forms:
            rank = (name.language != language, name not in known.names, identifier)
            found.setdefault(normalise(name.text), []).append(rank)
    ordered = {form: dict.fromkeys(identifier for *_, identifier in sorted(ranks)) for form, ranks in found.items()}
    return make_index({form: tuple(office(identifier) for identifier in ids) for form, ids in ordered.items()})
