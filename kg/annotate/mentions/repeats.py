"""Names that recur: what is a name in one place of an article is one in every other.

In: candidates. Out: candidates for the same words elsewhere, and for the family names of people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.annotate import layers
from kg.annotate.coreference.tables import CoreferenceTable
from kg.annotate.mentions.candidate import Candidate, Rank
from kg.annotate.mentions.tables import NameTable

Form = tuple[str, ...]
SHORTEST = 3
LONGEST = 20  # words: a longer name does not recur


@dataclass(frozen=True)
class Names:
    """The names of a text, by their words, with their labels; family names; tokens that are part of a mention."""

    labels: Mapping[Form, str]
    families: frozenset[Form]
    taken: frozenset[int]

    def label_of(self, form: Form, tokens: range) -> str | None:
        """Give the label of a name; a family name alone counts only where nothing else is known of the words."""
        label = self.labels.get(form)
        free = label is None and form in self.families and self.taken.isdisjoint(tokens)
        return layers.PERSON if free else label


def repeated_candidates(
    doc: Doc, candidates: Sequence[Candidate], table: NameTable, nouns: CoreferenceTable
) -> Iterator[Candidate]:
    """Find the words of names again wherever they stand."""
    names = _names(doc, candidates, table)
    lengths = _lengths((*names.labels, *names.families))
    words = [token.text for token in doc]
    for start in (position for position, word in enumerate(words) if word[:1].isupper()):
        for length in _fitting(lengths.get(words[start], ()), len(words) - start):
            tokens = range(start, start + length)
            if length == 1 and start not in names.taken and nouns.nouns_of(words[start]):
                break
            label = names.label_of(bare_form(words[start : start + length], table), tokens)
            if label:
                yield Candidate(start, start + length, label, Rank.REPEATED)
                break


def _fitting(lengths: Iterable[int], room: int) -> Iterator[int]:
    """The lengths that the text has room for, the longest first, and one word alone."""
    yield from (length for length in lengths if length <= room)
    yield 1


def _lengths(forms: Iterable[Form]) -> dict[str, tuple[int, ...]]:
    """Give for each first word how long the names of several words are that begin with it, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        if len(form) > 1:
            found[form[0]].add(len(form))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def _names(doc: Doc, candidates: Sequence[Candidate], table: NameTable) -> Names:
    """Each name with the label it has most often, the first one where that is a draw.

    Where the sort of a name is said, it has that label. A family name is a person's whatever the model says of it
    elsewhere, unless the gazetteer knows better.
    """
    labels: dict[Form, Counter[str]] = defaultdict(Counter)
    families: set[Form] = set()
    said: dict[Form, str] = {}
    known: set[Form] = set()
    for candidate in candidates:
        if candidate.label in layers.NAMES and candidate.end - candidate.start <= LONGEST:
            name = bare_form([token.text for token in doc[candidate.start : candidate.end]], table)
            if any(word[:1].isupper() and len(word) >= SHORTEST for word in name):
                labels[name][candidate.label] += 1
            if candidate.rank == Rank.SORTED:
                said[name] = candidate.label
            if candidate.label == layers.PERSON:
                families |= _family(name, table)
            elif candidate.rank == Rank.KNOWN:
                known.add(name)
    taken = (position for one in candidates for position in range(one.start, one.end))
    most = {form: counts.most_common(1)[0][0] for form, counts in labels.items()}
    most |= dict.fromkeys(families & set(most) - known, layers.PERSON)
    most |= said
    return Names(most, frozenset(families), frozenset(taken))


def _family(name: Form, table: NameTable) -> set[Form]:
    """The last word of a name of several, with a suffix such as "junior"."""
    if len(name) < len(("given", "family")):
        return set()
    family = name[-2:] if name[-1] in table.suffixes else name[-1:]
    return {family} if family[0][:1].isupper() and len(family[0]) >= SHORTEST else set()


def bare_form(name: Sequence[str], table: NameTable) -> Form:
    """Give the words of a name without the ending that the sentence gives the last one."""
    if not name:
        return ()
    last = name[-1]
    ending = next((one for one in table.genitive if last.endswith(one) and len(last) - len(one) >= SHORTEST), "")
    return (*name[:-1], last[: len(last) - len(ending)])
