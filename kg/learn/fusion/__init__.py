"""How well articles are fused: scores against annotated articles of several languages that share their ids.

In: files of annotated articles, and a way to read an article. Out: scores for entities and for events, fused from what
is annotated ("gold mentions": how good the fusion is by itself) and from what the program reads ("end to end").

A unit is what one article tells of one thing: an entity with all its mentions there, or a happening with all its
triggers there, so that what is one within an article earns nothing. From the program's own reading, the entity that
shares most characters with an annotated one stands for it, and the happening most like an annotated one, each once;
whatever else was read counts as invented.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.learn.evaluation.heard import Reader, as_document, read_article
from kg.learn.fusion.align import Aligned, aligned, itself
from kg.learn.fusion.measures import MEASURES, Gathered, Rates, Unit, wrongly_joined
from kg.learn.fusion.told import told
from kg.learn.fusion.truth import story, truth
from kg.learn.gold import GoldArticle, read_gold
from kg.model import Reading, ResolvedEntity, ResolvedEvent
from kg.resolve import resolve

__all__ = ["Fusion", "Rates", "evaluate_fusion", "fused", "stories"]

GOLD, END_TO_END = "gold mentions", "end to end"
ENTITIES, EVENTS = "entities", "events"


@dataclass(frozen=True, slots=True)
class Fusion:
    """One fusion and what it should have been: units by annotated and by found thing."""

    wanted: Gathered
    found: Gathered

    def rates(self) -> dict[str, Rates]:
        """Precision and recall by measure."""
        return {name: measure(self.wanted, self.found) for name, measure in MEASURES.items()}

    def wrongly_joined(self) -> tuple[tuple[str, str], ...]:
        """Pairs of annotated things that were taken for one."""
        return wrongly_joined(self.wanted, self.found)


def stories(files: Iterable[Path]) -> list[GoldArticle]:
    """Read the annotated articles that belong to a story."""
    return [article for file in files for article in read_gold(file) if story(article)]


def evaluate_fusion(files: Iterable[Path], read: Reader | None = None) -> dict[str, dict[str, Fusion]]:
    """Fuse all articles of the files that belong to a story; give the fusions by way of reading and kind of thing.

    `read` gives the Reading of a document; without it the language's own pipeline is used.
    """
    articles = stories(files)
    documents = [as_document(article) for article in articles]
    pairs = list(zip(documents, articles, strict=True))
    annotated = [told(article, document) for document, article in pairs]
    own = [(read or read_article)(document, article) for document, article in pairs]
    return {
        GOLD: fused(articles, annotated, itself(annotated)),
        END_TO_END: fused(articles, own, aligned(articles, own)),
    }


def fused(articles: Sequence[GoldArticle], readings: Sequence[Reading], names: Aligned) -> dict[str, Fusion]:
    """Resolve the readings of the articles; give what was found beside what is annotated, for each kind of thing."""
    resolution = resolve(readings)
    wanted = truth(articles)
    return {
        ENTITIES: Fusion(wanted.entities, _found(resolution.entities, names.entities)),
        EVENTS: Fusion(wanted.events, _found(resolution.events, names.events)),
    }


def _found(things: Iterable[ResolvedEntity | ResolvedEvent], names: Mapping[Unit, Unit]) -> Gathered:
    """Units by the identifier of the thing they were taken for; a unit that stands for none keeps its own name."""
    return {
        names.get((member.document, member.key), (member.document, f"?{member.key}")): thing.identifier
        for thing in things
        for member in thing.members
    }
