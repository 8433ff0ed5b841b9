"""The types of the gazetteer, as frozen dataclasses.

In: nothing. Out: types only.
"""

import datetime as dt
from dataclasses import dataclass, field

from kg.model import Name, Time


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a name.

    `identifier` is its Wikidata item ("Q858"), or a slug where `wikidata` is None; `type` the local name of an
    entity class; `names` the preferred name in each language, sorted by language; `aliases` all others ("und":
    language unknown); `country` and `capital` are identifiers of entries; `in_sentence` is the English name as it
    stands in a sentence ("the United States"); `note` says in English what it is, where that is known; `gender` how a
    person is spoken of ("masculine", "feminine"). Entries are equal if their identifiers are.
    """

    identifier: str
    wikidata: str | None = field(compare=False)
    type: str = field(compare=False)
    names: tuple[Name, ...] = field(compare=False)
    country: str | None = field(compare=False)
    iso2: str | None = field(compare=False)
    aliases: tuple[Name, ...] = field(compare=False)
    capital: str | None = field(compare=False)
    in_sentence: str = field(compare=False)
    note: str | None = field(compare=False)
    gender: str | None = field(compare=False, default=None)

    def name(self, language: str) -> str:
        """Give the preferred name in a language, else in English, else in the first language."""
        return _name(self.names, language)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a form can mean, and how.

    `kind` is "name", "adjective", "inhabitant" or "seat" (a capital or house that stands for the government).
    """

    entry: Entry
    kind: str


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office, the same in all countries.

    `names` has the preferred name in each language, `forms` all forms in which it is written, inflected and
    feminine ones included; `title` is the English name written as a title; `broader` the office it is a kind of
    (a foreign minister is a minister); `of` the entries that this office belongs to, or in which it is what
    elsewhere is the broader one (the secretary of state of the United States), empty for most; `sole` that one person
    holds it at a time.
    """

    identifier: str
    names: tuple[Name, ...] = field(compare=False)
    forms: tuple[Name, ...] = field(compare=False)
    title: str = field(compare=False)
    broader: str | None = field(compare=False)
    of: tuple[str, ...] = field(compare=False)
    sole: bool = field(compare=False, default=False)

    def name(self, language: str) -> str:
        """Give the preferred name in a language, else in English."""
        return _name(self.names, language)


@dataclass(frozen=True, slots=True)
class Term:
    """The time in which `holder` holds `office` (identifiers) of the country or organisation `of`.

    `start` and `end` are as exact as known, the last day included. Where there is no `end`, the office was still held
    on the day `held`.
    """

    holder: str
    office: str
    of: str
    start: Time
    end: Time | None = None
    held: dt.date | None = None


def _name(names: tuple[Name, ...], language: str) -> str:
    by_language = {name.language: name.text for name in names}
    return by_language.get(language) or by_language.get("en") or names[0].text
