"""Training of where and when events happen, from annotated articles of all languages together.

In: files of annotated articles. Out: the weights of `kg.extract.setting`, written as its table.

The event reading of an article that it has learned from is better than that of others. So the articles are read here as
new ones are: what stands in one file belongs together, and the files of each part are read with what the others teach.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg import languages
from kg.extract.learned.weights import EventWeights
from kg.extract.setting.weights import PLACES, TIMES, Weights
from kg.learn.choices import Example, fit
from kg.learn.events import Lesson, fit_weights, read_lessons
from kg.learn.events import Settings as EventSettings
from kg.learn.setting.examples import examples
from kg.learn.setting.table import as_table


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are fitted: `penalty` of half their squared norm, the `smallest` that is kept.

    How likely the likeliest place (time) must be: `kept` if the rules read it in the clause, else `least`; a wrong one
    is worse than none. Chosen on articles held out.
    """

    penalty: float = 3.0
    smallest: float = 0.3
    least: Mapping[str, float] = field(default_factory=lambda: {PLACES: 0.42, TIMES: 0.42})
    kept: Mapping[str, float] = field(default_factory=lambda: {PLACES: 0.35, TIMES: 0.38})


def train_setting(
    news: Sequence[Path],
    table: Path,
    readings: dict[str, EventSettings],
    settings: Settings | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Fit the weights of places and times on annotated articles and write them to a file.

    `news`: files; `readings`: for each language to learn from, how its event reading is trained.
    Raises DataError where a file is malformed, Stop where a model cannot be loaded.
    """
    settings = settings or Settings()
    places: list[Example] = []
    times: list[Example] = []
    for language, reading in readings.items():
        model = languages.FOLDER / language / languages.MODEL
        for lesson, weights in _read_as_new(list(read_lessons(language, model, news)), reading):
            of_places, of_times = examples(lesson.gold, lesson.doc, weights)
            places += of_places
            times += of_times
        say(f"{language}: {len(places)} events so far")
    given = {PLACES: places, TIMES: times}
    fitted = {name: fit(those, settings.penalty, settings.smallest) for name, those in given.items()}
    text = as_table({name: Weights(settings.least[name], settings.kept[name], fitted[name]) for name in fitted})
    table.write_text(text, encoding="utf-8")


def _read_as_new(lessons: Sequence[Lesson], reading: EventSettings) -> Iterator[tuple[Lesson, EventWeights | None]]:
    """Give each article with the weights that the files of other parts teach; without any where there are none."""
    files = sorted({each.file for each in lessons})
    for part in range(reading.folds):
        held = {file for number, file in enumerate(files) if number % reading.folds == part}
        rest = [each.examples for each in lessons if each.file not in held]
        weights = fit_weights(rest, reading) if any(each.roles for each in rest) else None
        yield from ((lesson, weights) for lesson in lessons if lesson.file in held)
