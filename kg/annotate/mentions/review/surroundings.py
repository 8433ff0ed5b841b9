"""What an article has around its mentions, worked out once.

In: a Doc and the candidates for its mentions. Out: `Surroundings`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.annotate.mentions.candidate import Candidate
from kg.annotate.mentions.repeats import Form, bare_form
from kg.annotate.mentions.tables import NameTable

PARAGRAPH = "\n"
EDGE = "^"
NEAR = 3  # words to each side that are looked at
EDGES = (EDGE,) * NEAR
LAST, FIRST, INNER = "last", "first", "inner"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The candidates of a Doc, and where they are.

    `words`: the Doc's words in lower case, `parts`: their parts of speech, both with `EDGES` before and behind;
    `at`: token → number of its candidate; `forms`: each candidate's words without a sentence's endings; `labels`: how
    often a form has which label; `within`: word → labels of the longer names it is part of, with its place in them;
    `entities`: what the recogniser found, by first token and end, `recognised`: by token; `title`: end of the headline.
    """

    doc: Doc
    candidates: Sequence[Candidate]
    words: Sequence[str]
    parts: Sequence[str]
    at: Mapping[int, int]
    forms: Sequence[Form]
    labels: Mapping[Form, Counter[str]]
    within: Mapping[str, frozenset[str]]
    entities: Mapping[tuple[int, int], str]
    recognised: Mapping[int, str]
    title: int

    def label_at(self, token: int) -> str:
        """Give the label of the candidate that a token is part of; nothing where there is none."""
        number = self.at.get(token)
        return "" if number is None else self.candidates[number].label


def surroundings(doc: Doc, candidates: Sequence[Candidate], table: NameTable) -> Surroundings:
    """Work out what is around the candidates, which do not overlap."""
    forms = [bare_form([token.text for token in doc[one.start : one.end]], table) for one in candidates]
    labels: dict[Form, Counter[str]] = defaultdict(Counter)
    within: dict[str, set[str]] = defaultdict(set)
    for one, form in zip(candidates, forms, strict=True):
        labels[form][one.label] += 1
        for place, word in enumerate(form) if len(form) > 1 else ():
            within[word].add(f"{one.label} {_place(place, len(form))}")
    return Surroundings(
        doc,
        candidates,
        words=[*EDGES, *(token.lower_ for token in doc), *EDGES],
        parts=[*EDGES, *(token.pos_ for token in doc), *EDGES],
        at={token: number for number, one in enumerate(candidates) for token in range(one.start, one.end)},
        forms=forms,
        labels=labels,
        within={word: frozenset(found) for word, found in within.items()},
        entities={(span.start, span.end): span.label_ for span in doc.ents},
        recognised={token.i: span.label_ for span in doc.ents for token in span},
        title=next((token.i for token in doc if PARAGRAPH in token.text_with_ws), 0),
    )


def _place(place: int, length: int) -> str:
    return LAST if place == length - 1 else INNER if place else FIRST
