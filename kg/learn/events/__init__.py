"""Training of the learned event reading from annotated articles.

In: a language's model on disk and folders of annotated articles. Out: the weights, written into the model's folder.

What stands in one file belongs together (one writer, one set of stories), so files are held out as wholes to see how
sure the reading may be of itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layers import register_layers
from kg.annotate.pipeline import load_pipeline
from kg.annotate.plain import plain
from kg.extract.learned.weights import EventWeights, save_weights
from kg.extract.read import read_doc
from kg.learn.evaluation import score_article
from kg.learn.evaluation.heard import Heard, as_document
from kg.learn.events.calibrate import calibrate
from kg.learn.events.examples import ROLE_LABELS, TRIGGER_LABELS, Examples, examples
from kg.learn.events.uses import proposals_of, read_uses, total
from kg.learn.gold import GoldArticle, read_gold
from kg.learn.linear import fit
from kg.ontology import load_ontology

READER = "kg_events"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are trained and used: see `EventWeights`; `folds`: parts held out in turn."""

    penalty: float
    least: float
    folds: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated article as the pipeline reads it, with what it teaches; `file` is where it is from."""

    file: str
    gold: GoldArticle
    doc: Doc
    examples: Examples


def train_events(
    language: str, model: Path, news: Sequence[Path], settings: Settings, say: Callable[[str], None] = lambda _: None
) -> EventWeights | None:
    """Train the event reading of a language on annotated articles and write it into the model's folder.

    `news`: files. None, and nothing is written, where no article has an event with a word of the lexicon.
    Raises DataError where a file is malformed, Stop where the model cannot be loaded.
    """
    lessons = list(read_lessons(language, model, news))
    say(f"events: {len(lessons)} articles, {sum(len(each.examples.triggers) for each in lessons)} triggers")
    if not any(each.examples.roles for each in lessons):
        say("events: none to learn from")
        return None
    judged = [event for part in range(settings.folds) for event in _held_out(lessons, part, settings)]
    slope, offset = calibrate(judged)
    weights = replace(fit_weights([each.examples for each in lessons], settings), slope=slope, offset=offset)
    say(f"events: {len(judged)} read from articles held out, {sum(right for _, right in judged)} of them right")
    save_weights(weights, model)
    return weights


def fit_weights(lessons: Sequence[Examples], settings: Settings) -> EventWeights:
    """Fit the classifiers; confidence is not calibrated yet."""
    triggers = [example for each in lessons for example in each.triggers]
    roles = [example for each in lessons for example in each.roles]
    modalities = [example for each in lessons for example in each.modalities]
    return EventWeights(
        trigger=fit(triggers, TRIGGER_LABELS, settings.penalty),
        role=fit(roles, ROLE_LABELS, settings.penalty),
        modality=fit(modalities, load_ontology().modalities, settings.penalty),
        least=settings.least,
        proposals=proposals_of(total(each.uses for each in lessons)),
    )


def read_lessons(language: str, model: Path, news: Iterable[Path]) -> Iterator[Lesson]:
    """Give the annotated articles of a language as its model reads them, with what they teach."""
    yield from as_lessons([(file, gold, doc) for file, gold, doc in read_with(language, model, news, (READER,))])


def read_with(
    language: str, model: Path, news: Iterable[Path], without: Sequence[str]
) -> Iterator[tuple[str, GoldArticle, Doc]]:
    """Give the annotated articles of a language, each with its file and as its model reads it `without` components."""
    register_layers()
    nlp = load_pipeline(language, str(model))
    with nlp.select_pipes(disable=list(without)):
        for file in news:
            for gold in _articles(file, language):
                yield file.name, gold, nlp(_made(nlp, gold))


def as_lessons(read: Sequence[tuple[str, GoldArticle, Doc]]) -> Iterator[Lesson]:
    """Give articles, each with the file it is from, as what they teach.

    What other files teach of words is proposed in each, as what all files teach will be in new articles.
    """
    uses = [read_uses(gold, doc) for _, gold, doc in read]
    whole = total(uses)
    own = {name: total(each for each, (file, *_) in zip(uses, read, strict=True) if file == name) for name, *_ in read}
    others = {name: proposals_of(whole, counts) for name, counts in own.items()}
    for counts, (file, gold, doc) in zip(uses, read, strict=True):
        yield Lesson(file, gold, doc, examples(gold, doc, counts, others[file]))


def _articles(file: Path, language: str) -> Iterator[GoldArticle]:
    return (gold for gold in read_gold(file) if gold.article.language == language)


def _made(nlp: Language, gold: GoldArticle) -> Doc:
    doc = nlp.make_doc(plain(gold.article.text))
    doc._.kg_document = as_document(gold)
    return doc


def _held_out(lessons: Sequence[Lesson], part: int, settings: Settings) -> Iterator[tuple[float, bool]]:
    """Read the files of one part with weights from the others; say how sure and how right each event is."""
    files = sorted({each.file for each in lessons})
    held = {file for number, file in enumerate(files) if number % settings.folds == part}
    rest = [each.examples for each in lessons if each.file not in held]
    if not held or not any(each.roles for each in rest):
        return
    weights = fit_weights(rest, settings)
    for lesson in lessons:
        if lesson.file in held:
            yield from score_article(lesson.gold, Heard(read_doc(lesson.doc, weights), frozenset())).events
