"""Where the reading differs from the annotation: the sentence, what is annotated, what was read.

In: an annotated article, its reading, and which happening is which. Out: `Difference`s in text order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.learn.evaluation.happenings import Told
from kg.learn.evaluation.sentences import sentence_at
from kg.learn.gold import GoldArticle
from kg.model import Reading

MISSED, INVENTED, DIFFERS = "missed", "invented", "differs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One event that was missed, invented, or read otherwise than annotated; `gold` and `found` as the guide writes."""

    article: str
    language: str
    kind: str
    text: str
    gold: str
    found: str


def differences(
    gold: GoldArticle, reading: Reading, wanted: list[Told], found: list[Told], pairs: Iterable[tuple[int, int]]
) -> list[Difference]:
    """Give the differences of an article's events."""
    names = {key: gold.names.get(key, key) for key in gold.entities}
    names |= {f"?{entity.key}": f"{entity.name}?" for entity in reading.entities}
    places = {mark.label: mark.start for mark in gold.article.triggers}
    begins = {event.key: event.triggers[0].start for event in reading.events if event.triggers}
    of_gold, of_found = dict(pairs), {j: i for i, j in pairs}
    rows: list[tuple[int, str, str, str]] = []
    for number, told in enumerate(wanted):
        partner = found[of_gold[number]] if number in of_gold else None
        one, other = described(told, names), "" if partner is None else described(partner, names)
        if one != other:
            rows.append((places.get(told.keys[0], 0), DIFFERS if partner else MISSED, one, other))
    for number, told in enumerate(found):
        if number not in of_found:
            rows.append((begins.get(told.keys[0], 0), INVENTED, "", described(told, names)))
    article = gold.article
    return [
        Difference(article.identifier, article.language, kind, sentence_at(article.text, place), one, other)
        for place, kind, one, other in sorted(rows)
    ]


def described(told: Told, names: Mapping[str, str]) -> str:
    """Give a happening as the guide writes events, entities by their names; topics are left out."""
    parts = [told.type]
    for role, fillers in sorted(told.roles.items()):
        shown = ", ".join(sorted(names[each] for each in fillers if each in names))
        parts += [f"{role}={shown}"] if shown else []
    parts += [f"date={told.date}"] if told.date else []
    return " · ".join([*parts, told.modality])
