"""Training of what an office is of where the text does not say it beside the office, from annotated articles.

In: files of annotated articles of all languages. Out: the weights of `kg.extract.office_guess`, written as its table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from kg.extract.entities import read_entities
from kg.extract.office_guess import OWNERS, candidates
from kg.extract.offices import open_questions
from kg.extract.scene import read_scene
from kg.extract.setting.weights import Weights
from kg.learn.choices import Example, fit, with_none
from kg.learn.evaluation.entities import match_entities
from kg.learn.evaluation.offices import told_offices
from kg.learn.events import read_lessons
from kg.learn.gold import GoldArticle
from kg.learn.setting.table import as_table

HEAD = """\
# What an office is of where nothing beside it says so: how much each way in which the text speaks of a thing speaks for
# its being what the office is of. The features are those of kg.extract.office_guess; `least`: how likely the likeliest
# must be. Fitted by kg.learn.offices on annotated articles of all languages. 0 is the score of there being none.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are fitted: `penalty` of half their squared norm, the `smallest` that is kept.

    `least`: how likely the likeliest owner must be; a wrong one is worse than none. Chosen on articles held out.
    """

    penalty: float = 3.0
    smallest: float = 0.1
    least: float = 0.25


def train_offices(
    news: Sequence[Path],
    table: Path,
    models: dict[str, Path],
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
        found += [each for lesson in read_lessons(language, model, news) for each in examples(lesson.gold, lesson.doc)]
        say(f"{language}: {len(found)} offices so far")
    weights = Weights(settings.least, settings.least, fit(found, settings.penalty, settings.smallest))
    table.write_text(as_table({OWNERS: weights}, HEAD), encoding="utf-8")


def examples(gold: GoldArticle, doc: Doc) -> Iterator[Example]:
    """Give for each office without an owner beside it what may be its owner; none where no office is annotated."""
    scene, entities = read_scene(doc), read_entities(doc)
    ids = match_entities(gold, entities.entities)
    asked, said = open_questions(scene)
    for each in asked:
        holder = ids.get(entities.key_of(scene, each.holder) or "")
        owners = {one.object for one in told_offices(gold) if one.subject == holder}
        found = candidates(scene, each, said)
        right = [ids.get(entities.key_of(scene, int(one)) or "") in owners for one in found]
        yield with_none(tuple(found.values()), right, none=not owners)
