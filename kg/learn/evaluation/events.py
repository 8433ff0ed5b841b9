"""Scores of events: happenings by class, participants, places, dates, modality, attribution.

In: annotated happenings, happenings read, and which is which. Out: scores. Participants, places, dates and sources of
missed or invented happenings count as missed or wrong too, but for the sections "of matched events"; modality is
that of matched events alone.
"""

from kg.learn.evaluation.happenings import PARTICIPANTS, PLACE, Told, right_fillers
from kg.learn.evaluation.score import Key, Score, Scores

HAPPENINGS, ARGUMENTS, PLACES, DATES = "happenings", "arguments", "places", "dates"
MODALITY, ATTRIBUTION = "modality", "attribution"
OF_MATCHED = " of matched events"
SOURCE, ALL = "attributedTo", "all"
ROLES = {ARGUMENTS: PARTICIPANTS, PLACES: (PLACE,), ATTRIBUTION: (SOURCE,)}

Pairs = list[tuple[int, int]]


def score_events(wanted: list[Told], found: list[Told], pairs: Pairs) -> Scores:
    """Give the scores of an article's events."""
    matched = [(wanted[i], found[j]) for i, j in pairs]
    scores = _by_class(wanted, found, matched)
    for section, roles in ROLES.items():
        for role in roles:
            name = ALL if len(roles) == 1 else role
            scores[Key(section, name)] = _of_role(role, wanted, found, matched)
            one, other = [gold for gold, _ in matched], [read for _, read in matched]
            scores[Key(section + OF_MATCHED, name)] = _of_role(role, one, other, matched)
    scores[Key(DATES, ALL)] = _of_dates(wanted, found, matched)
    scores[Key(DATES + OF_MATCHED, ALL)] = _of_dates([g for g, _ in matched], [r for _, r in matched], matched)
    for name in sorted({told.modality for pair in matched for told in pair}):
        right = sum(gold.modality == read.modality == name for gold, read in matched)
        read_ = sum(read.modality == name for _, read in matched)
        scores[Key(MODALITY + OF_MATCHED, name)] = Score(
            right, read_, sum(gold.modality == name for gold, _ in matched)
        )
    return scores


def _by_class(wanted: list[Told], found: list[Told], matched: list[tuple[Told, Told]]) -> Scores:
    return {
        Key(HAPPENINGS, kind): Score(
            sum(gold.type == kind for gold, _ in matched),
            sum(told.type == kind for told in found),
            sum(told.type == kind for told in wanted),
        )
        for kind in sorted({told.type for told in (*wanted, *found)})
    }


def _of_role(role: str, wanted: list[Told], found: list[Told], matched: list[tuple[Told, Told]]) -> Score:
    right = sum(right_fillers(gold, read, role) for gold, read in matched)
    return Score(right, sum(len(told.roles[role]) for told in found), sum(len(told.roles[role]) for told in wanted))


def _of_dates(wanted: list[Told], found: list[Told], matched: list[tuple[Told, Told]]) -> Score:
    right = sum(gold.date != "" and gold.date == read.date for gold, read in matched)
    return Score(right, sum(told.date != "" for told in found), sum(told.date != "" for told in wanted))
