"""What is to be known of an article to say where and when its events happen, worked out once.

In: an `Article` and the drafts of its events. Out: a `Stage`, and the `Spots` on it: the places or times named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.article import Article
from kg.extract.draft import Draft
from kg.extract.scene import ends_paragraph

BACK = 3  # sentences before an event that may still set the scene
LEAD = 3  # sentences at the start of an article that set it for the whole


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or time where it is named: what is meant, by which token, and the sort of preposition before it.

    `label`: of a place that of the mention, of a time how long it is; `age`: of a time how long ago it was.
    """

    key: str
    token: int
    label: str
    phrase: str
    age: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """An article by token: number of the sentence and paragraph; `body` is the first token behind the headline.

    `parts`: by role and entity the tokens of the drafts in which it has that role.
    """

    article: Article
    sentences: Sequence[int]
    paragraphs: Sequence[int]
    body: int
    drafts: Mapping[int, Draft]
    parts: Mapping[tuple[str, str], frozenset[int]]

    def headline(self, token: int) -> bool:
        """Whether a token is part of the headline."""
        return token < self.body


@dataclass(frozen=True, slots=True)
class Spots:
    """All spots of one sort in text order; `there`: by key the drafts that the rules set there, with how sure."""

    every: tuple[Spot, ...]
    counts: Mapping[str, int]
    there: Mapping[str, Sequence[tuple[Draft, float]]]


def build_stage(article: Article, drafts: Iterable[Draft]) -> Stage:
    """Number the sentences and paragraphs of an article."""
    sentence = paragraph = 0
    sentences, paragraphs, body = [], [], 0
    for token in article.doc:
        sentence += token.i > 0 and bool(token.is_sent_start)
        sentences.append(sentence)
        paragraphs.append(paragraph)
        if ends_paragraph(token):
            paragraph += 1
            body = body or token.i + 1
    by_token = {draft.token: draft for draft in drafts}
    return Stage(article, sentences, paragraphs, body, by_token, _parts(by_token.values()))


def _parts(drafts: Iterable[Draft]) -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for draft in drafts:
        for argument in draft.arguments:
            if argument.key is not None:
                found.setdefault((argument.role, argument.key), set()).add(draft.token)
    return {part: frozenset(tokens) for part, tokens in found.items()}


def gather(spots: Iterable[Spot], there: Mapping[str, Sequence[tuple[Draft, float]]]) -> Spots:
    """Count the spots by what they mean."""
    every = tuple(spots)
    counts: dict[str, int] = {}
    for spot in every:
        counts[spot.key] = counts.get(spot.key, 0) + 1
    return Spots(every, counts, there)


def near(stage: Stage, spots: Spots, token: int) -> dict[str, Spot]:
    """Give what is named near an event, by key in text order, each by its nearest naming; before goes before behind."""
    found: dict[str, Spot] = {}
    for spot in spots.every:
        if _is_near(stage, spot, token):
            known = found.get(spot.key)
            if known is None or _distance(stage, spot, token) < _distance(stage, known, token):
                found[spot.key] = spot
    return found


def _is_near(stage: Stage, spot: Spot, token: int) -> bool:
    own, other = stage.sentences[token], stage.sentences[spot.token]
    if own - BACK <= other <= own or stage.headline(spot.token):
        return True
    first = stage.sentences[min(stage.body, len(stage.sentences) - 1)]
    if first <= other < first + LEAD:
        return True
    return other == own + 1 and stage.paragraphs[spot.token] == stage.paragraphs[token]


def _distance(stage: Stage, spot: Spot, token: int) -> tuple[int, int]:
    back = stage.sentences[token] - stage.sentences[spot.token]
    return (back if back >= 0 else len(stage.sentences)), abs(spot.token - token)
