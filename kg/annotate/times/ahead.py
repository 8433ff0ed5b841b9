"""Whether a time that comes again and again ("on Monday", "in May") is the last one or the next.

In: an expression and the two times that it may stand for. Out: whether it is the next one, by a logit of what the text
around it says. What holds in one language alone stands behind its code.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from spacy.symbols import ADP, AUX, PART, SCONJ, VERB
from spacy.tokens import Span, Token

from kg.annotate.times.frame import Frame
from kg.model import Time
from kg.weights import read_weights

FILE = Path(__file__).with_name("weights.toml")
AHEAD = "ahead"
FARTHEST = 12  # words between an expression and a verb that governs it
VERBS = 2
FORMS = ("VerbForm", "Tense", "Mood")  # names of features in every treebank of Universal Dependencies
KINDS = ("holiday", "weekday", "month", "season", "quarter", "half", "unit", "day", "part", "edge")  # fields of a Frame
STEPS = ((14, "fortnight"), (31, "month"), (92, "quarter"), (183, "half"), (366, "year"))
WEEK = 7
MARKS = (PART, SCONJ, ADP)


@dataclass(frozen=True, slots=True)
class Question:
    """Which of two times an expression stands for; `told` is the direction that the verb forms near it tell."""

    span: Span
    frame: Frame
    last: Time
    next: Time
    told: int
    day: dt.date | None


Answer = Callable[[Question], bool]


def is_ahead(question: Question) -> bool:
    """Tell whether the expression stands for the next time of its kind rather than for the last."""
    weights = load_weights()
    return sum(weights.get(each, 0.0) for each in evidence(question)) > 0


@cache
def load_weights(file: Path = FILE) -> Mapping[str, float]:
    """Give the weights of what speaks for the next time. Raises DataError where the table is missing or no such."""
    return read_weights(file, (AHEAD,))[AHEAD]


def evidence(question: Question) -> tuple[str, ...]:
    """Name what is to be seen around the expression, each once."""
    return tuple(dict.fromkeys((*_of_days(question), *_of_words(question.span), *_of_verbs(question))))


def _of_days(question: Question) -> Iterator[str]:
    kind = _kind(question.frame)
    yield "any"
    yield f"kind={kind}"
    yield f"told={question.told}"
    yield f"told={question.told} {kind}"
    yield f"last={kind} {_ago(question)}"
    yield f"last={kind} {_ago(question)} {question.told}"
    yield f"next={kind} {_until(question)}"


def _kind(frame: Frame) -> str:
    return "+".join(name for name in KINDS if getattr(frame, name) is not None)


def _ago(question: Question) -> str:
    if question.day is None or question.last.latest is None:
        return "unknown"
    return _step((question.day - question.last.latest).days)


def _until(question: Question) -> str:
    if question.day is None or question.next.earliest is None:
        return "unknown"
    return _step((question.next.earliest - question.day).days)


def _step(days: int) -> str:
    if days < 0:
        return "on"
    return str(days) if days <= WEEK else next((name for most, name in STEPS if days <= most), "far")


def _of_words(span: Span) -> Iterator[str]:
    doc, code = span.doc, span.doc.lang_
    yield f"{code} first={span[0].lower_}"
    if span.start:
        yield f"{code} before={span.doc[span.start - 1].lower_}"
    if span.end < len(doc):
        yield f"{code} behind={doc[span.end].lower_}"
    head = span.root.head
    yield f"link={span.root.dep_}"
    if head.i != span.root.i:
        yield f"{code} on={head.lemma_.lower()}"


def _of_verbs(question: Question) -> Iterator[str]:
    verbs, code = list(islice(_governing(question.span), VERBS)), question.span.doc.lang_
    if not verbs:
        yield "no verb"
    for number, verb in enumerate(verbs):
        form, lemma = _form(verb), verb.lemma_.lower()
        yield f"verb{number}={form}"
        yield f"verb{number}={form} {verb.dep_}"
        yield f"{code} verb{number}={lemma}"
        yield f"{code} verb{number}={lemma} {form}"
        yield from (f"{each}{number} {form}" for each in _helpers(verb, code))
    if verbs:
        yield f"behind verb={verbs[0].i < question.span.start} {_form(verbs[0])}"
        yield f"last={_kind(question.frame)} {_ago(question)} {_form(verbs[0])}"


def _helpers(verb: Token, code: str) -> Iterator[str]:
    """Name the auxiliaries and particles of a verb."""
    helpers = [child for child in verb.children if child.pos == AUX]
    if not helpers:
        yield "bare"
    for child in helpers:
        yield f"{code} helper={child.lower_}"
        yield f"helper={_form(child)}"
    yield from (f"{code} mark={child.lower_}" for child in verb.lefts if child.pos in MARKS)


def _governing(span: Span) -> Iterator[Token]:
    """Give the verbs above an expression, the nearest first."""
    for token in islice((span.root, *span.root.ancestors), FARTHEST):
        if token.pos in (VERB, AUX) and not span.start <= token.i < span.end:
            yield token


def _form(token: Token) -> str:
    features = token.morph.to_dict()
    return "/".join(features.get(name, "") for name in FORMS)
