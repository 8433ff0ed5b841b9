"""The entities of an article as they can take part in events.

In: a `Frame`. Out: a `Cast`, and for a trigger the entities near it, each by the mention that counts: the nearest one
of the trigger's sentence, else of the sentence before, else of the title.
"""

from dataclasses import dataclass, field

from kg.extract.article import stands_for
from kg.extract.learned.frame import Frame

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
    """All entities of an article as they can take part: by sentence, by token, and how often each is mentioned."""

    by_sentence: dict[int, list[tuple[str, int, int]]]
    order: dict[str, int]
    counts: dict[str, int]
    titled: frozenset[str]
    first: dict[str, tuple[int, int]]
    stands: dict[int, tuple[str, ...]] = field(default_factory=dict)


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


def stood_for(frame: Frame, actors: Cast, token: int) -> tuple[str, ...]:
    """Give the entities that a token stands for, worked out once."""
    if token not in actors.stands:
        found = next(stands_for(frame.article, token), None)
        actors.stands[token] = found.keys if found else ()
    return actors.stands[token]


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
