"""The parts of a person's name.

In: names as written. Out: their words without particles and endings, and whether two can mean one person.
"""

from dataclasses import dataclass

from kg.annotate.mentions.tables import NameTable


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` words before the family name, `family` the words that may be it, all case-folded, particles left out."""

    given: tuple[str, ...]
    family: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name."""
        return (*self.given, self.family)


def person_name(text: str, table: NameTable) -> PersonName:
    """Take a name apart: "Asaad al-Shaibani" → given "asaad", family "shaibani"."""
    words = [_without_particle(word, table) for word in text.casefold().split()]
    words = [word for word in words if word and word not in table.particles and word not in table.suffixes]
    words = words or [text.casefold()]
    return PersonName(tuple(words[:-1]), words[-1])


def same_person(one: PersonName, other: PersonName, table: NameTable) -> bool:
    """Say whether a shorter name can be a part of a longer one: same family name, or a word of it alone.

    "Shaibani" of "Asaad al-Shaibani"; "Restrepo" of "Marcela Restrepo Gallego"; "Maas" is not "Heike Maas-Bauer's" son.
    """
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if not short.given:
        return any(_same_word(short.family, word, table) for word in (*long.words, *long.family.split("-")[1:]))
    shared = [word for word in short.given if any(_same_given(word, longer, table) for longer in long.given)]
    return _same_word(short.family, long.family, table) and len(shared) == len(short.given)


def _same_given(one: str, other: str, table: NameTable) -> bool:
    if one.endswith(".") or other.endswith("."):
        return one[:1] == other[:1]
    return _same_word(one, other, table)


def _same_word(one: str, other: str, table: NameTable) -> bool:
    """The same, but for an ending of the place in the sentence."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or any(longer == shorter + ending for ending in table.genitive)


def _without_particle(word: str, table: NameTable) -> str:
    """Take the particle off: "al-shaibani" → "shaibani"."""
    for joiner in ("-", "’", "'"):
        head, found, rest = word.partition(joiner)
        if found and rest and head in table.particles:
            return rest
    return word
