"""What an office or body is of: the country or organisation that its noun phrase names.

In: a scene, and the tokens of the office or body. Out: the spans that name its owners, in text order of a coordination
("Außenminister Armeniens und Aserbaidschans"), or the country
that the sentence tells of.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.scene import Scene, gap, is_class, labelled, neighbour, sentence

_BESIDE = 3  # words to a country named right beside something
_OPENING = 2  # words before what a sentence opens with
_FILLERS = 2  # words that may stand between an adjective and its noun


def owners_beside(scene: Scene, start: int, end: int, core: int, *, sent: bool = False) -> tuple[int, ...]:
    """Find spans in, left and right of the tokens around `core` that name what they are of; () where none does.

    `sent`: they are of the one that sends them, not of where they are ("ambassador in X").
    """
    inside = _inside(scene, start, end, core)
    if inside:
        return inside
    left, right = neighbour(scene, start, -1), neighbour(scene, end, +1)
    behind = _skip_adjective(scene, right, end)
    for found in (
        _possessor(scene, left, start),
        _attribute(scene, *behind, "office_of"),
        _adjective(scene, left, start, -1),
        _adjective(scene, right, end, +1),
        _pronoun(scene, left, start),
        _relative(scene, left, start),
        None if sent else _attribute(scene, *behind, "office_at"),
        _behind_name(scene, right, end),
    ):
        if found is not None:
            return _coordinated(scene, found)
    return ()


def people_owner(scene: Scene, core: int) -> int | None:
    """Give the span that names the country or organisation of a group ("syrische Soldaten", "sailors from India")."""
    start, end = scene.spans[core].start, scene.spans[core].end
    inside = _inside(scene, start, end, core)
    if inside:
        return inside[0]
    left, right = neighbour(scene, start, -1), neighbour(scene, end, +1)
    for found in (
        _adjective(scene, left, start, -1),
        _adjective(scene, right, end, +1),
        _attribute(scene, right, end, "group_of"),
    ):
        if found is not None:
            return found
    return None


def country_told_of(scene: Scene, start: int, end: int, *, opening: bool = False) -> int | None:
    """Give the cluster of the country that the sentence around some tokens tells of.

    It is the one country that the sentence names, by itself or by something in it ("In Khartoum, police ..."); of
    several the one named right beside the tokens ("the army and the RSF"). None where neither says one.
    `opening`: only what stands before them and in the first words of the sentence counts.
    """
    first, last = sentence(scene, start)
    countries = _countries(scene)
    named: list[tuple[int, int]] = []
    for index in _starting(scene, first, start if opening else last):
        if opening and len(gap(scene, first, scene.spans[index].start)) > _OPENING:
            continue
        own = _country_of(scene, index, countries)
        if own is not None:
            span = scene.spans[index]
            named.append((max(start - span.end, span.start - end), own))
    near = {cluster for distance, cluster in named if distance <= _BESIDE}
    told = {cluster for _, cluster in named}
    chosen = told if len(told) == 1 else near
    return next(iter(chosen)) if len(chosen) == 1 else None


def country_played_in(scene: Scene, share: float) -> int | None:
    """Give the cluster of the country that the text is told of: named, with all in it, more than any other.

    `share`: of all words for countries and what is in them it has more than this.
    """
    countries = _countries(scene)
    told: Counter[int] = Counter()
    for index in range(len(scene.spans)):
        own = _country_of(scene, index, countries)
        if own is not None:
            told[own] += 1
    first, second = [*told.most_common(2), (None, 0), (None, 0)][:2]
    return first[0] if first[1] > max(second[1], share * told.total()) else None


def _countries(scene: Scene) -> dict[str, int]:
    return {
        known.identifier: number
        for number, known in enumerate(scene.entries)
        if known is not None and is_class(scene, number, scene.scheme.classes["country"])
    }


def _country_of(scene: Scene, index: int, countries: Mapping[str, int]) -> int | None:
    """Give the cluster of the country that a mention names, by itself or by something in it."""
    known = scene.entries[scene.owners[index][0]] if len(scene.owners.get(index, ())) == 1 else None
    own = known and (known.identifier if known.identifier in countries else known.country)
    return countries.get(own) if own and not labelled(scene, index, "person") else None


def _inside(scene: Scene, start: int, end: int, core: int) -> tuple[int, ...]:
    """Find owners within the tokens, other than the span itself; organisations go before adjectives."""
    found = tuple(
        index
        for index in _starting(scene, start, end)
        if index != core and scene.spans[index].end <= end
        if labelled(scene, index, "owner_name") and _is_owner(scene, index)
    )
    return tuple(index for index in found if not labelled(scene, index, "adjective")) or found


def _starting(scene: Scene, start: int, end: int) -> Iterator[int]:
    """Give the mentions that start between two tokens, then the spans inside of mentions that do: both in order."""
    for low, high in ((0, scene.mentions), (scene.mentions, len(scene.spans))):
        first = bisect_left(scene.spans, start, low, high, key=lambda span: span.start)
        last = bisect_left(scene.spans, end, low, high, key=lambda span: span.start)
        yield from range(first, last)


def _possessor(scene: Scene, left: int | None, start: int) -> int | None:
    """Find the owner in "Syria's president", "Dschibutis Außenminister", "IGAD-Chefin"."""
    if left is None or not labelled(scene, left, "owner") or not _is_owner(scene, left):
        return None
    span = scene.spans[left]
    if labelled(scene, left, "adjective") and span.end == start:
        return left
    between = gap(scene, span.end, start)
    if len(between) > 1:
        return None
    joined = scene.tables.words["office_owner"]
    word = between[0] if between else ""
    if word in joined:
        return left
    bare = (
        not between and "@genitive" in joined and labelled(scene, left, "name") and not labelled(scene, left, "person")
    )
    return left if bare and span.text.endswith(scene.tables.genitive) else None


def _attribute(scene: Scene, right: int | None, end: int, words: str) -> int | None:
    """Find the owner in "Sprecher des Außenministeriums", "president of Syria"; of "Syria's army" the army."""
    if right is None or not labelled(scene, right, "owner"):
        return None
    if not _is_linked(scene, end, right, scene.tables.words[words]):
        return None
    following = neighbour(scene, scene.spans[right].end, +1)
    owning = following is not None and labelled(scene, following, "body") and _is_owner(scene, following)
    if following is not None and owning and right == _possessor(scene, right, scene.spans[following].start):
        return following
    if labelled(scene, right, "adjective") and not scene.tables.heads_first:
        return None
    return right if _is_owner(scene, right) else None


def _is_linked(scene: Scene, end: int, right: int, links: frozenset[str]) -> bool:
    """Tell whether the words up to the mention are one of the links, and adjectives at most."""
    span = scene.spans[right]
    between = gap(scene, end, span.start, articles=True)
    if not between:
        is_name = labelled(scene, right, "owner_name") and not labelled(scene, right, "adjective")
        return "" in links or ("@genitive" in links and is_name and span.text.endswith(scene.tables.genitive))
    return any(
        " ".join(between[start:end]) in links and _are_fillers(scene, between[end:])
        for start in range(min(len(between), _described(scene, between)))
        for end in range(len(between), start, -1)
    )


def _described(scene: Scene, between: Sequence[str]) -> int:
    """Say how many words a link may begin behind: in some languages an adjective follows the noun it belongs to."""
    return 2 if scene.tables.heads_first and _are_fillers(scene, between[:1]) else 1


def _adjective(scene: Scene, beside: int | None, edge: int, step: int) -> int | None:
    if beside is None or not labelled(scene, beside, "adjective"):
        return None
    span = scene.spans[beside]
    if step > 0 and not scene.tables.heads_first:
        return None
    between = (span.end, edge) if step < 0 else (edge, span.start)
    return beside if _is_filler(scene, *between) else None


def _pronoun(scene: Scene, left: int | None, start: int) -> int | None:
    if left is None or not labelled(scene, left, "pronoun") or not _is_filler(scene, scene.spans[left].end, start):
        return None
    return left if _is_owner(scene, left) else None


def _relative(scene: Scene, left: int | None, start: int) -> int | None:
    """Find the owner in "der Verein X, dessen Vorsitzende", "a party whose leader"."""
    if left is None or not labelled(scene, left, "owner") or not _is_owner(scene, left):
        return None
    between = [word for word in gap(scene, scene.spans[left].end, start) if word[0].isalnum()]
    return left if len(between) == 1 and between[0] in scene.tables.words["whose"] else None


def _behind_name(scene: Scene, right: int | None, end: int) -> int | None:
    """Find the owner in "König Willem der Niederlande": past the holder's name."""
    if right is None or not labelled(scene, right, "person") or gap(scene, end, scene.spans[right].start):
        return None
    edge = scene.spans[right].end
    return _attribute(scene, neighbour(scene, edge, +1), edge, "office_of")


def _skip_adjective(scene: Scene, right: int | None, end: int) -> tuple[int | None, int]:
    """Go past a nationality behind the noun: "président américain de la Banque mondiale"."""
    if right is not None and labelled(scene, right, "adjective") and scene.spans[right].start == end:
        edge = scene.spans[right].end
        return neighbour(scene, edge, +1), edge
    return right, end


def _coordinated(scene: Scene, found: int) -> tuple[int, ...]:
    run = [found]
    for step in (-1, +1):
        run += _coordinates(scene, found, step)
    return tuple(sorted(run))


def _coordinates(scene: Scene, found: int, step: int) -> Iterator[int]:
    here, other = found, found + step
    while 0 <= other < scene.mentions and found < scene.mentions:
        left, right = sorted((scene.spans[here], scene.spans[other]), key=lambda span: span.start)
        between = gap(scene, left.end, right.start)
        words = [word for word in between if word not in scene.tables.words["office_of"]]
        if len(words) != 1 or words[0] not in scene.tables.words["coordinators"]:
            return
        if scene.spans[other].label_ != scene.spans[found].label_ or (step > 0 and _owns(scene, other)):
            return
        yield other
        here, other = other, other + step


def _owns(scene: Scene, span: int) -> bool:
    """Tell whether what follows is of it: "the king of Jordan and Israel's prime minister"."""
    end = scene.spans[span].end
    owning = scene.tables.words["office_owner"] - {"@genitive"}
    return not owning.isdisjoint(gap(scene, end, min(end + 1, len(scene.doc))))


def _is_owner(scene: Scene, span: int) -> bool:
    """Tell whether the span stands for something that may own an office: no person."""
    clusters = scene.owners.get(span, ())
    return bool(clusters) and not any(is_class(scene, each, scene.scheme.classes["holder"]) for each in clusters)


def _is_filler(scene: Scene, start: int, end: int) -> bool:
    return _are_fillers(scene, gap(scene, start, end, articles=True))


def _are_fillers(scene: Scene, words: Sequence[str]) -> bool:
    """Tell whether the words may stand between an adjective and its noun: few, and none that bounds a phrase."""
    closed = scene.tables.words["breaks"] | scene.tables.words["coordinators"]
    opening = scene.tables.words["office_of"] | scene.tables.words["office_at"] | scene.tables.words["articles"]
    plain = [word for word in words if word not in scene.tables.words["hyphens"]]
    joined = 2 * (len(words) - len(plain))  # parts of hyphenated words count as one
    return len(words) - joined <= _FILLERS and not any(
        word in closed | opening or not word[0].isalnum() for word in plain
    )
