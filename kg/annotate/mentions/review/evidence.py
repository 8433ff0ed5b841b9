"""What speaks for the label of a mention, as names of features.

In: the `Surroundings` of an article and the number of a candidate. Out: names of features: what the sources say, the
words of the mention, the words around it, its place in the tree, and the rest of the article.
"""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span, Token

from kg.annotate.mentions import grammar
from kg.annotate.mentions.known import REMEMBERED, hits_of
from kg.annotate.mentions.review.surroundings import EDGE, NEAR, Surroundings
from kg.annotate.mentions.tables import name_table

NONE = "-"
ENDINGS = range(2, 7)  # letters
MOST = 5  # words that are counted and told apart
OFTEN = 4
HYPHEN = "-"


def evidence(around: Surroundings, number: int) -> list[str]:
    """Give the features of a candidate."""
    one = around.candidates[number]
    span = around.doc[one.start : one.end]
    return [
        *_sources(around, number, span),
        *_words(span, one.label),
        *_neighbours(around, span, one.label),
        *_tree(around, span),
        *_article(around, number),
    ]


def _sources(around: Surroundings, number: int, span: Span) -> Iterator[str]:
    """What the candidate's source says, the recogniser and the gazetteer."""
    one = around.candidates[number]
    own = around.entities.get((one.start, one.end))
    inside = next((around.recognised[i] for i in range(one.start, one.end) if i in around.recognised), None)
    recognised = own or (f"part {inside}" if inside else NONE)
    yield f"l={one.label}"
    yield f"rank={one.label} {int(one.rank)}"
    yield f"ner={recognised}"
    yield f"ner={recognised} {one.label}"
    for hit in _known(span.text, around.doc.lang_):
        yield f"known={hit}"
        yield f"known={hit} {one.label}"


@lru_cache(maxsize=REMEMBERED)
def _known(text: str, code: str) -> tuple[str, ...]:
    """What the gazetteer has of a form in a language: sorts of names and classes."""
    hits = hits_of(text, name_table(code), code)
    return tuple(sorted({f"{hit.kind} {hit.entry.type}" for hit in hits})) or (NONE,)


def _words(span: Span, label: str) -> Iterator[str]:
    """The words themselves: whole, their ends, and how they are written."""
    written = [token.text for token in span]
    words = [word.casefold() for word in written]
    first, last = words[0], words[-1]
    yield from (f"w={word}" for word in sorted(set(words)))
    yield f"first={first}"
    yield f"last={last}"
    yield from (f"end={last[-length:]}" for length in ENDINGS)
    yield f"start={first[: ENDINGS[1]]}"
    yield f"firstend={first[-ENDINGS[1] :]}"
    yield from (f"hyphen={part}" for part in last.split(HYPHEN)[1:])
    if HYPHEN in first:
        yield f"hyphened={first.split(HYPHEN)[0]}"
    yield f"shape={'+'.join(_shape(word) for word in written[:MOST])}"
    yield f"n={min(len(words), MOST)}"
    yield f"n={min(len(words), MOST)} {label}"


def _shape(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return "AA"
    if word[:1].isupper():
        return "Aa" if word[1:].islower() or len(word) == 1 else "AaA"
    return "aa" if word.islower() else "1" if word[:1].isdigit() else "."


def _neighbours(around: Surroundings, span: Span, label: str) -> Iterator[str]:
    """The words before and behind, and what is a mention there."""
    start, end = span.start, span.end
    left, right = around.words[start : start + NEAR], around.words[end + NEAR : end + NEAR + NEAR]
    before, behind = left[-1], right[0]
    yield f"before={before}"
    yield f"before={before} {label}"
    yield f"before={left[-2]} {before}"
    yield f"behind={behind}"
    yield f"behind={behind} {right[1]}"
    yield f"between={before} {behind}"
    yield from (f"left={word}" for word in left)
    yield from (f"right={word}" for word in right)
    yield f"mbefore={around.label_at(start - 1)}"
    yield f"mbehind={around.label_at(end)}"
    yield f"mbefore={before} {around.label_at(start - 2)}"
    yield f"mbehind={behind} {around.label_at(end + 1)}"
    part, following = around.parts[start + NEAR - 1], around.parts[end + NEAR]
    yield f"pbefore={part}"
    yield f"pbehind={following}"
    yield f"pbetween={part} {following} {label}"


def _tree(around: Surroundings, span: Span) -> Iterator[str]:
    """What the mention hangs on, and what hangs on it."""
    root = span.root
    head, link = root.head, root.dep_
    yield f"lemma={root.lemma_.casefold()}"
    yield f"part={root.pos_}"
    yield f"link={link if head.i != root.i else EDGE}"
    if head.i != root.i:
        lemma = head.lemma_.casefold()
        yield f"head={lemma}"
        yield f"head={link} {lemma}"
        yield f"hpart={link} {head.pos_}"
        yield f"hlabel={link} {around.label_at(head.i)}"
    outside = [child for child in grammar.dependents(root) if not span.start <= child.i < span.end]
    for child in outside:
        yield from _dependent(around, child, head)


def _dependent(around: Surroundings, child: Token, head: Token) -> Iterator[str]:
    if grammar.is_preposition(child):
        yield f"prep={child.lower_}"
        yield f"prep={child.lower_} {head.lemma_.casefold()}"
    elif not child.is_punct:
        yield f"has={child.dep_}"
        yield f"has={child.dep_} {child.lemma_.casefold()}"
        yield f"hasl={child.dep_} {around.label_at(child.i)}"


def _article(around: Surroundings, number: int) -> Iterator[str]:
    """What the same words are elsewhere in the article, and longer names that they are part of."""
    one, form = around.candidates[number], around.forms[number]
    labels = around.labels[form]
    yield f"count={min(labels.total(), OFTEN)}"
    for label in sorted(set(labels) - {one.label}):
        yield f"also={label}"
        yield f"also={one.label} {label} {labels[label] > labels[one.label]}"
    for place in sorted(around.within.get(form[-1], ())) if len(form) == 1 else ():
        yield f"within={place}"
        yield f"within={place} {one.label}"
    if one.start < around.title:
        yield "title"
    yield f"opens={around.doc[one.start].is_sent_start}"
