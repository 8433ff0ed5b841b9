"""Where the name of who holds an office is usual: "President Tomislav Babarović" is Croatia's, not Vietnam's.

In: a scene, the cluster of a holder, and those of what may be the owner of the office. Out: for each of these how like
the names of its country the holder's name is, as names of features.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.scene import Scene, labelled
from kg.gazetteer import has_names, likeness

_STEPS = 2  # parts of one, of a likeness that a feature tells
_MOST = 6  # such parts, up to which they are told


def origins(scene: Scene, holder: int, owners: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Give the features of each owner; none where the holder has no name."""
    names = (scene.spans[each].text for each in scene.clusters[holder] if labelled(scene, each, "person"))
    name = max(names, key=len, default="")
    found = {owner: _likeness(scene, name, owner) for owner in owners} if name else {}
    return {owner: tuple(_features(owner, found)) for owner in found}


def _likeness(scene: Scene, name: str, owner: int) -> float | None:
    known = scene.entries[owner]
    itself = (known.identifier, known.country) if known is not None else ()
    country = next((each for each in itself if each and has_names(each)), None)
    return None if country is None else likeness(name, country)


def _features(owner: int, found: Mapping[int, float | None]) -> Iterator[str]:
    own = found[owner]
    if own is None:
        yield "origin unknown"
        return
    yield f"origin {_step(own)}"
    others = [each for other, each in found.items() if other != owner and each is not None]
    if others:
        yield f"origin against others {_step(own - max(others))}"


def _step(value: float) -> int:
    return max(-_MOST, min(_MOST, round(value * _STEPS)))
