"""Quoted passages, the word that reports them, and who speaks.

In: a Doc, best with mentions (`doc.spans["kg_mentions"]`) and a parse; it does without either. Out:
`doc._.kg_quotations`. Marks and reporting words: languages/<code>/quotations.toml. A quotation never runs over the end
of its paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.layers import Quotation, mention_at, mentions, register_layers
from kg.errors import DataError
from kg.languages import table

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_ENDS = ".!?…"
# How far from the quotation a reporting word stands, how far from it the speaker, and how long a quotation is that is
# no mere name.
_CUE_REACH, _SPEAKER_REACH, _SENTENCE_LENGTH = 14, 8, 5
_FARTHEST = 200

Speaking = tuple[int, int, Span]


@dataclass(frozen=True, slots=True)
class Words:
    """The quotations.toml of a language: closing marks by opening mark, and words in lower case."""

    closing: Mapping[str, str]
    straight: str
    verbs: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    bridges: frozenset[str]
    subjects: frozenset[str]
    tags: frozenset[str]
    speakers: tuple[frozenset[str], ...]


@cache
def words(language: str) -> Words:
    """Give the quotation words of a language.

    Raises DataError where quotations.toml lacks a key or a pair of marks is no pair.
    """
    file = f"languages/{language}/quotations.toml"
    data = table(language, "quotations")
    try:
        return _words(data, file)
    except KeyError as error:
        raise DataError(file, str(error.args[0]), "is missing") from None


def _words(data: Mapping[str, Any], file: str) -> Words:
    closing: dict[str, str] = {}
    for pair in data["pairs"]:
        if len(pair) != 2:
            raise DataError(file, "pairs", f"is no pair of marks: {pair}")
        closing[pair[0]] = closing.get(pair[0], "") + pair[1]
    return Words(
        closing=closing,
        straight="".join(data["straight"]),
        verbs=frozenset(data["verbs"]),
        prepositions=frozenset(data["prepositions"]),
        particles=frozenset(data["particles"]),
        bridges=frozenset(data["bridges"]),
        subjects=frozenset(data["subjects"]),
        tags=frozenset(data["tags"]),
        speakers=tuple(frozenset(labels) for labels in data["speakers"]),
    )


@Language.factory("kg_quotations", requires=["doc.spans"], assigns=["doc._.kg_quotations"])
def create_quotations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component `kg_quotations`; put it after `kg_mentions`, so that speakers are found."""
    register_layers()

    def annotate(doc: Doc) -> Doc:
        doc._.kg_quotations = quotations_in(doc, words(doc.lang_))
        return doc

    return annotate


def quotations_in(doc: Doc, data: Words) -> tuple[Quotation, ...]:
    """Give the quotations of a Doc, in text order."""
    quoted = [span for start, end in passages(doc.text, data) if (span := _inside(doc, start, end)) is not None]
    inside = frozenset(token.i for span in quoted for token in span)
    spans, at = mentions(doc), mention_at(doc)
    found: list[Quotation] = []
    for span in quoted:
        cue = _cue(span, inside, data)
        speaker = None if cue is None else _speaker(cue, _speaking(cue, spans, inside, data), at, data)
        if cue is None and found and _goes_on(doc[found[-1].start : found[-1].end], span):
            speaker = found[-1].speaker
        found.append(Quotation(span.start, span.end, speaker, None if cue is None else cue.i))
    return tuple(found)


def passages(text: str, data: Words) -> Iterator[tuple[int, int]]:
    """Give first and last character of what stands between marks; a mark without its partner is passed over."""
    for paragraph in _PARAGRAPH.finditer(text):
        position = paragraph.start()
        while position < paragraph.end():
            end = _closed(text, position, paragraph.end(), data)
            if end is not None:
                yield position + 1, end
                position = end
            position += 1


def _closed(text: str, start: int, limit: int, data: Words) -> int | None:
    """Where the quotation closes that the mark at `start` opens; None where it opens or closes none."""
    mark = text[start]
    if mark in data.straight:
        if not _opens(text, start):
            return None
        marks = (place for place in range(start + 1, limit) if text[place] == mark)
        place = next(marks, None)
        return place if place is not None and not _opens_only(text, place) else None
    if mark not in data.closing or (start + 1 < len(text) and not _opens(text, start) and mark in "’‘"):
        return None
    for place in range(start + 1, limit):
        if text[place] in data.closing[mark] and not _is_apostrophe(text, place):
            return place
        if text[place] == mark:
            return None
    return None


def _opens(text: str, place: int) -> bool:
    """Whether a straight mark can open: nothing of a word before it, something after it."""
    return (place == 0 or not text[place - 1].isalnum()) and place + 1 < len(text) and not text[place + 1].isspace()


def _opens_only(text: str, place: int) -> bool:
    """Whether a straight mark opens rather than closes: white space before it, a word after it."""
    return text[place - 1].isspace() and _opens(text, place)


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] in "’‘" and place + 1 < len(text) and text[place + 1].isalnum()


def _inside(doc: Doc, start: int, end: int) -> Span | None:
    """Give the tokens between two marks, white space left out."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return None
    kept = [token.i for token in span if not token.is_space]
    return doc[kept[0] : kept[-1] + 1] if kept else None


def _cue(span: Span, inside: frozenset[int], data: Words) -> Token | None:
    """Give the reporting word beside a quotation: after it where the sentence goes on, else before it."""
    after = _beside(_after(span, inside), span, data, particles=True)
    before = _beside(_before(span, inside), span, data, particles=False)
    if after is None and before is None:
        return _any_verb(span, inside, data)
    if after is None or before is None:
        return after or before
    return before if span.start - before.i < after.i - span.end else after


def _any_verb(span: Span, inside: frozenset[int], data: Words) -> Token | None:
    """Give the verb after a quoted sentence and a comma, whichever it is: only speaking goes there ("…", sighed he)."""
    tokens = _after(span, inside)
    comma = span[-1].text == "," or (bool(tokens) and tokens[0].text == ",")
    if not comma or len(span) < _SENTENCE_LENGTH:
        return None
    return next((token for token in tokens if token.pos_ in data.tags), None)


def _beside(tokens: Sequence[Token], span: Span, data: Words, *, particles: bool) -> Token | None:
    """Give the first reporting word among tokens leading away from the quotation; a short one needs it close by."""
    near = (
        len(span) >= _SENTENCE_LENGTH
        or (bool(tokens) and tokens[0].text in {",", ":"})
        or span[-1].text in {",", *_ENDS}
    )
    for token in tokens:
        lower = token.text.lower()
        if lower in data.prepositions:
            return token
        if lower in data.verbs or token.lemma_.lower() in data.verbs:
            return token if near or token is tokens[0] else None
        if particles and lower in data.particles and token in tokens[:2]:
            return token
        near = near or lower in data.bridges
    return None


def _after(span: Span, inside: frozenset[int]) -> list[Token]:
    """Give the tokens after the closing mark to the end of the sentence; none where the quotation ended it."""
    tokens = list(span.doc[span.end + 1 : span.end + 1 + _CUE_REACH])
    if span[-1].text in _ENDS and tokens and tokens[0].text[0].isupper():
        return []
    return _until_end(tokens, inside)


def _before(span: Span, inside: frozenset[int]) -> list[Token]:
    """Give the tokens before the opening mark, from the nearest on, to the start of the sentence."""
    return _until_end(list(reversed(span.doc[max(0, span.start - 1 - _CUE_REACH) : max(0, span.start - 1)])), inside)


def _until_end(tokens: Sequence[Token], inside: frozenset[int]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.i in inside or "\n" in token.text or token.text in _ENDS:
            break
        kept.append(token)
    return kept


def _speaker(cue: Token, speaking: Iterable[Speaking], at: Mapping[int, int], data: Words) -> int | None:
    """Give the index of the mention that speaks: the subject of the reporting word, else the nearest beside it."""
    subject = _subject(cue, data)
    if subject is not None and subject.i in at:
        return at[subject.i]
    if cue.text.lower() in data.prepositions or cue.text.lower() in data.particles:
        return next((index for _, index, mention in speaking if mention.start > cue.i), None)
    return _nearest(cue, speaking)


def _subject(cue: Token, data: Words) -> Token | None:
    """Give the subject by the parse: of the reporting word, or of the verb that it is a participle of."""
    if not cue.doc.has_annotation("DEP"):
        return None
    return next((child for verb in (cue, cue.head) for child in verb.children if child.dep_ in data.subjects), None)


def _nearest(cue: Token, speaking: Iterable[Speaking]) -> int | None:
    """Of the mentions most fit to speak the nearest."""
    near = [(rank, _gap(cue, mention), index) for rank, index, mention in speaking]
    reached = [candidate for candidate in near if candidate[1] <= _SPEAKER_REACH]
    return min(reached)[2] if reached else None


def _gap(cue: Token, mention: Span) -> int:
    gap: int = mention.start - cue.i if mention.start > cue.i else cue.i - mention.end + 1
    return gap


def _speaking(cue: Token, spans: Sequence[Span], inside: frozenset[int], data: Words) -> Iterator[Speaking]:
    """Give the mentions of the sentence, outside quotations, that can speak: how fit their label is, their index."""
    low, high = _reach(cue)
    first = bisect_left(spans, low, key=lambda span: span.start)
    last = bisect_right(spans, high, key=lambda span: span.start)
    for index, mention in enumerate(spans[first:last], first):
        rank = next((rank for rank, labels in enumerate(data.speakers) if mention.label_ in labels), None)
        if rank is not None and mention.start not in inside:
            yield rank, index, mention


def _reach(cue: Token) -> tuple[int, int]:
    """Give the first and the last token of the cue's sentence, as marks and lines cut it, as far as it is looked at."""
    doc, low, high = cue.doc, cue.i, cue.i
    while low > max(0, cue.i - _FARTHEST) and not _ends(doc[low - 1]):
        low -= 1
    while high < min(len(doc) - 1, cue.i + _FARTHEST) and not _ends(doc[high]):
        high += 1
    return low, high


def _ends(token: Token) -> bool:
    return token.text in _ENDS or "\n" in token.text


def _goes_on(last: Span, span: Span) -> bool:
    """Whether a quotation without a reporting word goes on with the one before: same paragraph, whole sentences."""
    between = span.doc[last.end : span.start].text
    return len(span) >= _SENTENCE_LENGTH and "\n" not in between and span[-1].text in _ENDS
