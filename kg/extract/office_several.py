"""One title of several persons by name: "die Außenminister Armeniens und der Türkei, X und Y", "ministers X and Y".

In: a mention that names an office and stands for nobody by name, and what stands beside it as owners. Out: the persons
named behind it, each with the owner that is its own: in brackets behind the name, or in its place of as many.
"""

from collections.abc import Iterator, Sequence

from kg.extract.scene import Scene, gap, labelled, neighbour

Named = tuple[int, int | None]  # the cluster of a person, and the span that names the owner


def several_holders(scene: Scene, index: int, owners: Sequence[int]) -> tuple[Named, ...]:
    """Give the persons, with the spans of their owners; () where the title is not one of several names behind it."""
    if any(labelled(scene, each, "person") for one in scene.owners.get(index, ()) for each in scene.clusters[one]):
        return ()
    end = max(scene.spans[each].end for each in (index, *owners))
    found = tuple(_names(scene, end))
    if len(found) < 2:
        return ()
    shared = owners if len(owners) == len(found) else (owners[0] if len(owners) == 1 else None,) * len(found)
    return tuple((holder, owner if own is None else own) for (holder, own), owner in zip(found, shared, strict=True))


def _names(scene: Scene, end: int) -> Iterator[Named]:
    """Give the coordinated names that begin at a token, or behind a comma there."""
    allowed = frozenset({","})
    while (person := neighbour(scene, end, +1)) is not None:
        between = gap(scene, end, scene.spans[person].start)
        holders = scene.owners.get(person, ())
        if len(holders) != 1 or not labelled(scene, person, "person") or not set(between) <= allowed:
            return
        own, end = _bracketed(scene, scene.spans[person].end)
        yield holders[0], own
        allowed = scene.tables.words["coordinators"]
        if not gap(scene, end, end + 1):
            return


def _bracketed(scene: Scene, end: int) -> tuple[int | None, int]:
    """Give the span in brackets at a token and where the brackets end; None where there is none."""
    other = neighbour(scene, end, +1)
    if other is None or gap(scene, end, scene.spans[other].start) != ("(",):
        return None, end
    closing = scene.spans[other].end
    if gap(scene, closing, closing + 1) != (")",) or not labelled(scene, other, "owner_name"):
        return None, end
    return other, closing + 1
