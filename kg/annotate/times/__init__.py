"""Time expressions: found, and placed in the calendar by the day of publication.

In: a Doc with its text, and `doc._.kg_document` for the day of publication (without it only absolute expressions are
placed). Out: `doc._.kg_times`, first and last character → kg.model.Time. Words and patterns:
languages/<code>/times.toml.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.layers import document, register_layers
from kg.annotate.times import calendar
from kg.annotate.times.ahead import Answer, Question, is_ahead
from kg.annotate.times.find import find
from kg.annotate.times.frame import Found
from kg.annotate.times.lexicon import Lexicon, lexicon
from kg.annotate.times.resolve import Context, resolve
from kg.annotate.times.tense import direction
from kg.model import Time

__all__ = ["create_times", "times_in"]


@Language.factory("kg_times", assigns=["doc._.kg_times"], default_config={"label": "DATE"})
def create_times(nlp: Language, name: str, label: str) -> Callable[[Doc], Doc]:
    """Make the component `kg_times`.

    `label`: that of trained entities that are times; those that no pattern reads get a Time without a value.
    """
    register_layers()

    def annotate(doc: Doc) -> Doc:
        article = document(doc)
        doc._.kg_times = times_in(doc, None if article is None else article.date, lexicon(doc.lang_), label)
        return doc

    return annotate


def times_in(
    doc: Doc, day: dt.date | None, data: Lexicon, label: str = "", answer: Answer = is_ahead
) -> Mapping[tuple[int, int], Time]:
    """Give the time expressions of a Doc published on `day`, by first and last character, in text order.

    `answer` says of what comes again and again whether the next is meant, where the Doc has trees.
    """
    times: dict[tuple[int, int], Time] = {}
    told: list[Time] = []
    text = doc.text
    for found in find(text, data):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None:
            continue
        way = direction(doc, span, data.tenses, text) if found.direction is None else found.direction
        if found.frame.ahead and way < 0:
            continue
        time = _placed(found, span, Context(day, way, told, data), answer)
        times[span.start_char, span.end_char] = time
        told.append(time)
    return _with_entities(doc, times, label)


def _placed(found: Found, span: Span, context: Context, answer: Answer) -> Time:
    said = found.direction is not None or found.frame.anchor is not None
    if said or context.day is None or not span.doc.has_annotation("DEP"):
        return resolve(found, context)
    last, following = (resolve(found, replace(context, direction=way)) for way in (-1, 1))
    if not last.value or following.earliest is None or following.earliest <= context.day:
        return resolve(found, context)
    asked = Question(span, found.frame, last, following, context.direction, context.day)
    return following if last.value != following.value and answer(asked) else last


def _with_entities(doc: Doc, times: Mapping[tuple[int, int], Time], label: str) -> Mapping[tuple[int, int], Time]:
    """Add the trained entities that touch no expression found."""
    taken = {letter for start, end in times for letter in range(start, end)}
    more = {
        (entity.start_char, entity.end_char): calendar.UNKNOWN
        for entity in doc.ents
        if entity.label_ == label and taken.isdisjoint(range(entity.start_char, entity.end_char))
    }
    return dict(sorted({**times, **more}.items()))
