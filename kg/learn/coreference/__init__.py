"""Training of coreference, from annotated articles of all languages together.

In: files of annotated articles. Out: the weights of `kg.annotate.coreference`, written as its table.

A mention is ranked among all it may stand for, as Denis and Baldridge (Specialized models and ranking for coreference
resolution, 2008) do; what was chosen before is what is annotated.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate.coreference.component import named_clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.resolve import Choice, kind_of, likeliest, resolve
from kg.annotate.coreference.tables import coreference_table
from kg.annotate.coreference.weights import WEIGHED
from kg.learn.choices import Example, fit
from kg.learn.coreference.told import is_right, told
from kg.learn.events import READER, read_with
from kg.learn.gold import GoldArticle
from kg.weights import as_table

RESOLVER = "kg_coreference"
HEAD = """\
# How much each kind of evidence speaks for what a mention stands for, by kind of mention. The names are those of
# kg.annotate.coreference; words stand behind the code of their language.
# Fitted by kg.learn.coreference on annotated articles of all languages: a conditional logit.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are fitted: `penalty` of half their squared norm, the `smallest` that is kept."""

    penalty: float = 2.0
    smallest: float = 0.05


def train_coreference(
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
    found: dict[str, list[Example]] = {kind: [] for kind in WEIGHED}
    for language, model in models.items():
        for _, gold, doc in read_with(language, model, news, (RESOLVER, READER)):
            for kind, example in examples(gold, doc):
                found[kind].append(example)
        say(f"{language}: {sum(map(len, found.values()))} mentions so far")
    fitted = {kind: fit(given, settings.penalty, settings.smallest) for kind, given in found.items()}
    table.write_text(as_table(HEAD, fitted), encoding="utf-8")


def examples(gold: GoldArticle, doc: Doc) -> Iterator[tuple[str, Example]]:
    """Give for each mention with a choice its kind and what it may stand for."""
    clusters, ids = named_clusters(doc), told(gold, doc)
    found: list[tuple[str, Example]] = []

    def choose(mention: Features, options: tuple[Choice, ...]) -> Choice | None:
        right = is_right(clusters, ids, mention, options)
        if not any(right):
            return likeliest(mention, options)
        if len(options) > 1:
            found.append((kind_of(mention), Example(tuple(one.evidence for one in options), right)))
        return options[right.index(True)]

    resolve(clusters, coreference_table(doc.lang_), choose)
    yield from found
