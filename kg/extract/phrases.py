"""The words around a mention that a longer title or name may be made of.

In: a span of a scene. Out: candidate phrases, the longest first: "ministre des Affaires étrangères" from a cut
"ministre syrien des Affaires étrangères", "stellvertretender Außenminister" from the last word alone.
"""

from dataclasses import dataclass

from kg.extract.scene import Scene, sentence

_BEFORE, _BEHIND = 3, 8  # words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text made of the tokens `start` to `end` (end exclusive), words of nationality left out unless `whole`."""

    text: str
    start: int
    end: int
    whole: bool


def phrases(scene: Scene, span: int) -> tuple[Phrase, ...]:
    """Give all phrases that contain the span, the longest first, of these those with all their words first."""
    if span not in scene.phrases:
        scene.phrases[span] = tuple(_phrases(scene, span))
    return scene.phrases[span]


def _phrases(scene: Scene, span: int) -> list[Phrase]:
    core = scene.spans[span]
    low, high = _limits(scene, core.start, core.end)
    adjectives = scene.adjectives
    found: dict[str, Phrase] = {}
    hyphens = scene.tables.words["hyphens"]
    for start in (each for each in range(low, core.start + 1) if scene.words[each] not in hyphens):
        for end in (each for each in range(core.end, high + 1) if scene.words[each - 1] not in hyphens):
            for whole in (True, False):
                text = _text(scene, start, end, frozenset() if whole else adjectives)
                found.setdefault(text, Phrase(text, start, end, whole))
    found.setdefault(_text(scene, core.start, core.end, adjectives), Phrase(core.text, core.start, core.end, False))
    return sorted(found.values(), key=lambda each: (-len(each.text.split()), -len(each.text), each.start))


def _limits(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Say how far a phrase may reach: to the next mark, breaking word or name."""
    first, last = sentence(scene, start)
    low, high = start, end
    while low > first and start - low < _BEFORE and _may_stand(scene, low - 1):
        low -= 1
    while high < last and high - end < _BEHIND and _may_stand(scene, high):
        high += 1
    return low, high


def _may_stand(scene: Scene, token: int) -> bool:
    word = scene.doc[token]
    if word.lower_ in scene.tables.words["hyphens"]:
        return True
    return not (word.is_space or word.is_punct or word.lower_ in scene.tables.words["breaks"])


def _text(scene: Scene, start: int, end: int, without: frozenset[int]) -> str:
    words = [token for token in range(start, end) if token not in without]
    if words and scene.words[words[0]] in scene.tables.words["hyphens"]:
        words = words[1:]
    return "".join(scene.doc[word].text_with_ws for word in words).strip() or scene.doc[start:end].text
