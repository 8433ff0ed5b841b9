"""What an office is of where nothing beside it says so: "Foreign Minister X said in Lisbon".

In: a scene, a claim without a stated owner, and all offices whose owner the text states. Out: the likeliest owner that
the text names, or none where none is likely.

Each candidate is scored by features of how the text speaks of it; the weights stand in office_weights.toml. They are a
conditional logit (McFadden 1974), fitted by `kg.learn.offices` on annotated articles of all languages together: the
features know no words, only classes, places in the text and what it says of others.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.annotate.layers import quotations
from kg.extract.office_origins import origins
from kg.extract.office_titles import is_kind, is_of_country, owner_classes
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, ends_paragraph, gap, headline_end, is_class, labelled, sentence
from kg.extract.setting.weights import load_weights

WEIGHTS = Path(__file__).with_name("office_weights.toml")
OWNERS = "owners"
SHARES = 5  # a share is told in so many steps
FAR = 3  # sentences back are told up to so many


@dataclass(frozen=True, slots=True)
class Said:
    """An office that the text states: which cluster holds it, of which cluster it is, and the token that says so."""

    holder: int
    office: str
    owner: int
    token: int


@dataclass(frozen=True, slots=True)
class Asked:
    """An office whose owner is asked for: who holds it, and the token that says so; `without`: what it is not of."""

    holder: int
    office: str
    token: int
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Around:
    """What the text names that may be the owner: by cluster, in order of first mention, its mentions."""

    asked: Asked
    said: tuple[Said, ...]
    mentions: Mapping[int, tuple[int, ...]]
    ranks: Mapping[int, int]


def guess_owner(scene: Scene, asked: Asked, said: Sequence[Said]) -> int | None:
    """Give the cluster that an office is likeliest of; None where the text names none that is likely."""
    chosen = load_weights(OWNERS, WEIGHTS).choose(candidates(scene, asked, said))
    return int(chosen[0]) if chosen is not None else None


def candidates(scene: Scene, asked: Asked, said: Sequence[Said]) -> dict[str, tuple[str, ...]]:
    """Give what may be the owner, in order of first mention, each with its features."""
    around = _around(scene, asked, tuple(said))
    without = {asked.holder, *(scene.same[one] for one in asked.without)}
    open_to = [one for one in around.mentions if one not in without]
    told = origins(scene, asked.holder, open_to)
    return {str(one): (*_features(scene, one, around), *told.get(one, ())) for one in open_to}


def _around(scene: Scene, asked: Asked, said: tuple[Said, ...]) -> Around:
    groups = _groups(scene, asked.office)
    found: dict[int, list[int]] = {}
    ranks: dict[int, int] = {}
    for index in sorted(range(len(scene.spans)), key=lambda each: scene.spans[each].start):
        clusters = scene.owners.get(index, ())
        if len(clusters) != 1 or not labelled(scene, index, "owner_name"):
            continue
        rank = next((number for number, group in enumerate(groups) if is_class(scene, clusters[0], group)), None)
        if rank is not None:
            found.setdefault(scene.same[clusters[0]], []).append(index)
            ranks[scene.same[clusters[0]]] = rank
    return Around(asked, said, {one: tuple(each) for one, each in found.items()}, ranks)


def _groups(scene: Scene, office: str) -> tuple[tuple[str, ...], ...]:
    """Give groups of classes that an office may be of, the likeliest first."""
    groups = owner_classes(scene, office)
    further = scene.scheme.classes["owner"] if office in load_offices().anywhere else scene.scheme.classes["land"]
    return (*groups, further)


def _features(scene: Scene, one: int, around: Around) -> Iterator[str]:
    office = around.asked.office
    kind = "country" if is_of_country(scene, office) else "other"
    yield f"rank={around.ranks[one]} {min(around.ranks.values())} {kind}"
    yield f"{office} {scene.types[one]}"
    named = any(labelled(scene, index, "person") for index in scene.clusters[around.asked.holder])
    yield f"holder named={named} {kind}"
    for feature in (*_position(scene, one, around), *_weight(scene, one, around), *_others(scene, one, around)):
        yield feature
        yield f"{kind} {feature}"


def _position(scene: Scene, one: int, around: Around) -> Iterator[str]:
    """Say where it is named, seen from the office."""
    token = around.asked.token
    first, last = sentence(scene, token)
    mine = [index for index in around.mentions[one] if not _is_anothers_word(scene, index, token)]
    if len(mine) < len(around.mentions[one]):
        yield "quoted"
    every = sorted((scene.spans[index].start, each) for each, spans in around.mentions.items() for index in spans)
    starts = [scene.spans[index].start for index in mine]
    before = [each for start, each in every if first <= start < token]
    if any(first <= start < token for start in starts):
        yield f"before nearest={before[-1] == one} rivals={min(len(set(before)) - 1, 2)}"
    if any(token < start < last for start in starts):
        behind = [each for start, each in every if token < start < last]
        yield f"behind nearest={behind[0] == one} before={bool(before)}"
    yield from _back(scene, one, around, first)
    yield from _phrase(scene, mine, token)
    if every[0][1] == one:
        yield "first"
    if starts and starts[0] < headline_end(scene.doc):
        yield "headline"
    if all(labelled(scene, index, "adjective") for index in around.mentions[one]):
        yield "nationality"


def _back(scene: Scene, one: int, around: Around, first: int) -> Iterator[str]:
    """Say how many sentences ago it was named, and beside what."""
    edge, same = first, "same"
    for back in range(1, FAR + 1):
        if edge <= 0:
            return
        if ends_paragraph(scene.doc[edge - 1]):
            same = "other"
        start, end = sentence(scene, edge - 1)
        if start >= edge:
            return
        named = [
            each
            for each, spans in around.mentions.items()
            if any(start <= scene.spans[index].start < end for index in spans)
        ]
        if one in named:
            yield f"back={back}"
            yield f"back={back} paragraph={same} rivals={min(len(named) - 1, 2)}"
            opening = min(
                scene.spans[index].start
                for each in named
                for index in around.mentions[each]
                if scene.spans[index].start >= start
            )
            if any(scene.spans[index].start == opening for index in around.mentions[one]):
                yield f"back={back} opens"
            return
        edge = start


def _phrase(scene: Scene, mine: Sequence[int], token: int) -> Iterator[str]:
    """Say how the last naming of it before the office is put: as a place, as an attribute, with nothing before it."""
    last = max((index for index in mine if scene.spans[index].start < token), default=None)
    if last is None:
        return
    start = scene.spans[last].start
    words = gap(scene, max(sentence(scene, start)[0], start - 2), start)[-1:]
    kind = next((each for each in ("office_at", "office_of") if set(words) & scene.tables.words[each]), "bare")
    label = scene.spans[last].label_
    near = sentence(scene, token)[0] <= start
    yield f"phrase={kind} {label} near={near}"
    if not words:
        yield f"opens sentence near={near}"


def _weight(scene: Scene, one: int, around: Around) -> Iterator[str]:
    """Say how much of the text is about it and what lies in it."""
    counts = {each: len(spans) for each, spans in around.mentions.items()}
    if len(counts) == 1:
        yield "only"
    if counts[one] == max(counts.values()):
        yield f"most alone={list(counts.values()).count(counts[one]) == 1}"
    yield f"share={_step(counts[one] / sum(counts.values()))}"
    known = scene.entries[one]
    first, last = sentence(scene, around.asked.token)
    inside: Counter[bool] = Counter()
    for index, span in enumerate(scene.spans):
        clusters = scene.owners.get(index, ())
        entry = scene.entries[clusters[0]] if len(clusters) == 1 else None
        if entry is None or not entry.country or labelled(scene, index, "person"):
            continue
        own = known is not None and entry.country == known.identifier
        inside[own] += 1
        if own and first <= span.start < last:
            yield f"place {'before' if span.start < around.asked.token else 'behind'}"
            if known is not None and known.capital == entry.identifier:
                yield "capital"
    if inside:
        yield f"places={_step(inside[True] / inside.total())}"


def _others(scene: Scene, one: int, around: Around) -> Iterator[str]:
    """Say what the text states of others who hold an office of it."""
    asked = around.asked
    first, last = sentence(scene, asked.token)
    taken = {scene.same[each.owner] for each in around.said if each.holder != asked.holder and _alike(each, asked)}
    if taken & set(around.mentions) and one not in taken:
        yield f"free alone={len(set(around.mentions) - taken) == 1}"
    for each in around.said:
        if scene.same[each.owner] != one:
            continue
        if each.holder == asked.holder:
            yield "own"
            continue
        where = "near" if first <= each.token < last else "far"
        yield f"{'taken' if _alike(each, asked) else 'peer'} {where}"


def _alike(said: Said, asked: Asked) -> bool:
    return is_kind(said.office, asked.office) or is_kind(asked.office, said.office)


def _is_anothers_word(scene: Scene, index: int, token: int) -> bool:
    """Tell whether something is named in quoted words that the office does not stand in."""
    start = scene.spans[index].start
    return any(each.start <= start < each.end and not each.start <= token < each.end for each in quotations(scene.doc))


def _step(share: float) -> str:
    return f"{int(share * SHARES) / SHARES:.1f}"
