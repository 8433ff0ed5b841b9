"""Training of which of two times an expression stands for, from annotated articles of all languages together.

In: files of annotated articles. Out: the weights of `kg.annotate.times.ahead`, written as its table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span

from kg.annotate.times import times_in
from kg.annotate.times.ahead import AHEAD, Question, evidence, is_ahead
from kg.annotate.times.lexicon import lexicon
from kg.learn.choices import Example, fit
from kg.learn.events import READER, read_with
from kg.learn.gold import GoldArticle
from kg.weights import as_table

DATE = "DATE"
HEAD = """\
# Whether a time that comes again and again ("on Monday", "in May") is the next one rather than the last: how much each
# thing to be seen around it speaks for that. The names are those of kg.annotate.times.ahead.
# Fitted by kg.learn.times on annotated articles of all languages: a logit.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are fitted: `penalty` of half their squared norm, the `smallest` that is kept."""

    penalty: float = 1.0
    smallest: float = 0.3


def train_times(
    news: Sequence[Path],
    table: Path,
    models: Mapping[str, Path],
    settings: Settings | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Fit the weights on annotated articles and write them to a file.

    `news`: files; `models`: for each language to learn from, the folder of its model.
    Raises DataError where a file is malformed, Stop where a model cannot be loaded.
    """
    settings = settings or Settings()
    found: list[Example] = []
    for language, model in models.items():
        for _, gold, doc in read_with(language, model, news, (READER,)):
            found += examples(gold, doc)
        say(f"{language}: {len(found)} times so far")
    fitted = fit(found, settings.penalty, settings.smallest)
    table.write_text(as_table(HEAD, {AHEAD: fitted}), encoding="utf-8")


def examples(gold: GoldArticle, doc: Doc) -> Iterator[Example]:
    """Give for each expression of which it is annotated whether it is the next time, what is to be seen around it."""
    told = [
        (mark.start, mark.end, ids)
        for mark, ids in zip(gold.article.mentions, gold.ids, strict=True)
        if mark.label == DATE
    ]
    found: list[Example] = []

    def answer(question: Question) -> bool:
        values = {value for start, end, ids in told if _touches(question.span, start, end) for value in ids}
        right = question.next.value in values
        if right == (question.last.value in values):
            return is_ahead(question)
        found.append(Example(({}, dict.fromkeys(evidence(question), 1.0)), (not right, right)))
        return right

    times_in(doc, gold.date, lexicon(doc.lang_), answer=answer)
    yield from found


def _touches(span: Span, start: int, end: int) -> bool:
    return bool(span.start_char < end and start < span.end_char)
