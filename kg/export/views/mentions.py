"""Articles and the entities they mention; the more often, the thicker the line.

In: facts. Out: a sketch. An edge has the day the article was published.
"""

from collections.abc import Iterator

from kg.export.facts import Article, Facts
from kg.export.model import Span
from kg.export.views.sketch import Point, Sketch, Tie, point

KIND = "Article"
RELATION, LABEL = "mentions", "mentions"


def mentions(facts: Facts) -> Sketch:
    """The view."""
    articles = (article_point(article) for article in facts.articles.values())
    things = (point(thing) for thing in facts.things.values() if thing.articles)
    return Sketch((*articles, *things), tuple(_ties(facts)))


def article_point(article: Article) -> Point:
    """An article as a point, under its headline."""
    label = article.headline or article.identifier
    return Point(article.iri, label, KIND, names=(article.identifier,), spans=_spans(article))


def _spans(article: Article) -> tuple[Span, ...]:
    return ((article.date, article.date),) if article.date else ()


def _ties(facts: Facts) -> Iterator[Tie]:
    for thing in facts.things.values():
        for iri, times in thing.articles.items():
            if iri in facts.articles:
                span = next(iter(_spans(facts.articles[iri])), None)
                yield Tie(iri, thing.iri, RELATION, LABEL, span=span, articles=(iri,), weight=times)
