"""The entities of an article as they can take part in events.

In: a `Frame`. Out: a `Cast`, and for a trigger the entities near it, each by the mention that counts: the nearest one
of the trigger's sentence, else of the sentence before, else of the title.
"""

from dataclasses import dataclass, field

from kg.extract.article import stands_for
from kg.extract.functions import Filler
from kg.extract.learned.frame import Frame

Parts = dict[str, list[tuple[str, str]]]

LENT = "~"
BACK = 1
TITLE = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """The mention by which an entity stands to a trigger: its index and head token; `back`: sentences before it."""

    key: str
    mention: int
    token: int
    back: int


@dataclass(frozen=True, slots=True)
class Cast:
    """All entities of an article as they can take part: by sentence, by token, and how often each is mentioned.

    `filled` and `parts` fill with the functions of tokens as they are asked for.
    """

    by_sentence: dict[int, list[tuple[str, int, int]]]
    order: dict[str, int]
    counts: dict[str, int]
    titled: frozenset[str]
    first: dict[str, tuple[int, int]]
    filled: dict[int, tuple[tuple[Filler, tuple[str, ...]], ...]] = field(default_factory=dict)
    parts: dict[int, Parts] = field(default_factory=dict)


def cast(frame: Frame) -> Cast:
    """Gather the entities of an article."""
    by_sentence: dict[int, list[tuple[str, int, int]]] = {}
    counts: dict[str, int] = {}
    titled: set[str] = set()
    first: dict[str, tuple[int, int]] = {}
    for index, span in enumerate(frame.article.spans):
        root = span.root.i
        for key in frame.article.reading.by_mention.get(index, ()):
            by_sentence.setdefault(frame.sentences[root], []).append((key, index, root))
            counts[key] = counts.get(key, 0) + 1
            first.setdefault(key, (index, root))
            if root < frame.title:
                titled.add(key)
    return Cast(by_sentence, {key: n for n, key in enumerate(counts)}, counts, frozenset(titled), first)


def filled_by(frame: Frame, actors: Cast, token: int) -> tuple[tuple[Filler, tuple[str, ...]], ...]:
    """Give the functions of a token, each with the entities that fill it, worked out once."""
    if token not in actors.filled:
        actors.filled[token] = tuple((each, _stood_for(frame, each.token)) for each in frame.fillers(token))
    return actors.filled[token]


def parts_in(frame: Frame, actors: Cast, token: int) -> Parts:
    """Give the functions of a token that each entity fills, its own and (marked) lent ones, worked out once."""
    if token not in actors.parts:
        found = actors.parts[token] = {}
        for filler, keys in filled_by(frame, actors, token):
            for key in dict.fromkeys(keys):
                found.setdefault(key, []).append((LENT if filler.lent else "", filler.function))
    return actors.parts[token]


def _stood_for(frame: Frame, token: int) -> tuple[str, ...]:
    found = next(iter(stands_for(frame.article, token)), None)
    return found.keys if found else ()


def standings(frame: Frame, actors: Cast, token: int) -> list[Standing]:
    """Give the entities near a trigger, in order of first mention in the article."""
    own = frame.sentences[token]
    best: dict[str, tuple[tuple[int, int], Standing]] = {}
    for back in range(BACK + 1):
        for key, index, root in actors.by_sentence.get(own - back, ()):
            score = (0 if back else frame.steps(root, token), abs(root - token))
            if key not in best or (best[key][1].back == back and score < best[key][0]):
                best[key] = score, Standing(key, index, root, back)
    found = {key: standing for key, (_, standing) in best.items()}
    for key in actors.titled:
        found.setdefault(key, Standing(key, *actors.first[key], TITLE))
    return [found[key] for key in sorted(found, key=actors.order.__getitem__)]
