"""What an office is of where nothing beside it says so: "Foreign Minister X said in Lisbon".

In: a scene, a claim without a stated owner, and all claims of the text. Out: the likeliest owner that it names.

Each candidate is scored by features of how the text speaks of it; the weights stand in offices.toml. They were
fitted as a conditional logit (McFadden 1974) on annotated articles.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.office_titles import is_kind, is_of_country, owner_classes
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, is_class, labelled, sentence


@dataclass(frozen=True, slots=True)
class Said:
    """An office that the text states: which cluster holds it, of which cluster it is, and the token that says so."""

    holder: int
    office: str
    owner: int
    token: int


def guess_owner(scene: Scene, holder: int, office: str, token: int, stated: Sequence[Said]) -> int | None:
    """Give the cluster that the holder's office, told at `token`, is likeliest of; None where the text names none."""
    found = candidates(scene, holder, office, token, stated)
    weights = load_offices().guess[_kind(scene, office)]
    if not found:
        return None
    return max(found, key=lambda one: sum(weights.get(name, 0.0) * value for name, value in found[one].items()))


def candidates(
    scene: Scene, holder: int, office: str, token: int, stated: Sequence[Said]
) -> dict[int, dict[str, float]]:
    """Give what may be the owner, in order of first mention, with its features: of the likeliest classes there are."""
    classes = owner_classes(scene, office)
    fitting: dict[int, list[tuple[int, int]]] = {}
    for index, span in enumerate(scene.spans):
        clusters = scene.owners.get(index, ())
        one = len(clusters) == 1 and labelled(scene, index, "owner_name")
        if one and _rank(scene, clusters[0], classes) is not None:
            fitting.setdefault(scene.same[clusters[0]], []).append((span.start, index))
    best = min((rank for each in fitting if (rank := _rank(scene, each, classes)) is not None), default=None)
    order = sorted(
        (each for each in fitting if _rank(scene, each, classes) == best), key=lambda each: min(fitting[each])
    )
    fitting = {each: fitting[each] for each in order}
    return {
        each: dict(_features(scene, each, fitting, order, _Place(holder, office, token, tuple(stated), classes)))
        for each in order
        if each != holder
    }


@dataclass(frozen=True, slots=True)
class _Place:
    holder: int
    office: str
    token: int
    stated: tuple[Said, ...]
    classes: tuple[tuple[str, ...], ...]


def _features(
    scene: Scene, one: int, fitting: dict[int, list[tuple[int, int]]], order: Sequence[int], place: _Place
) -> Iterator[tuple[str, float]]:
    first, last = sentence(scene, place.token)
    starts = sorted(start for start, _ in fitting[one])
    nearest = max((s for each in fitting.values() for s, _ in each if s < place.token), default=None)
    earlier = sentence(scene, first - 2)[0] if first > 1 else first
    yield "first", float(order[0] == one)
    yield "share", len(starts) / sum(map(len, fitting.values()))
    yield "before", float(any(first <= start < place.token for start in starts))
    yield "behind", float(any(place.token < start < last for start in starts))
    yield "nearest", float(nearest in starts)
    yield "lately", float(any(earlier <= start < first for start in starts))
    yield "headline", float(starts[0] < _headline(scene))
    yield "nationality", float(all(labelled(scene, index, "adjective") for _, index in fitting[one]))
    yield from _places(scene, one, place.token)
    yield from _others(scene, one, place)


def _others(scene: Scene, one: int, place: _Place) -> Iterator[tuple[str, float]]:
    """What the text says of others who hold an office of it."""
    first, last = sentence(scene, place.token)
    others = [each for each in place.stated if each.holder != place.holder and scene.same[each.owner] == one]
    yield "taken", float(any(is_kind(each.office, place.office) for each in others))
    near = [each for each in others if first <= each.token < last]
    yield "rival", float(bool(near))
    yield "peer", float(len(others) > len(near))
    mine = [each for each in place.stated if each.holder == place.holder and scene.same[each.owner] == one]
    yield "own", float(bool(mine))


def _places(scene: Scene, one: int, token: int) -> Iterator[tuple[str, float]]:
    """Whether places in it are named: in the sentence, and how many of all in the text."""
    known = scene.entries[one]
    first, last = sentence(scene, token)
    inside: Counter[bool] = Counter()
    near = False
    for index, span in enumerate(scene.spans):
        clusters = scene.owners.get(index, ())
        entry = scene.entries[clusters[0]] if len(clusters) == 1 else None
        if entry is None or not entry.country or labelled(scene, index, "person"):
            continue
        own = known is not None and entry.country == known.identifier
        inside[own] += 1
        near = near or (own and first <= span.start < last)
    yield "place", float(near)
    yield "places", inside[True] / max(1, inside.total())


def _rank(scene: Scene, cluster: int, classes: tuple[tuple[str, ...], ...]) -> int | None:
    return next((number for number, group in enumerate(classes) if is_class(scene, cluster, group)), None)


def _headline(scene: Scene) -> int:
    return next((token.i for token in scene.doc if token.is_space and token.text.count("\n") > 1), 0)


def _kind(scene: Scene, office: str) -> str:
    return "country" if is_of_country(scene, office) else "other"
