"""Whom an office without a name means on the day of the article: "die Bundeskanzlerin" of 2019 is Angela Merkel.

In: a scene, a cluster that only titles stand for, and what the text says of offices. Out: the entry of the holder,
where the gazetteer knows one person only.
"""

from collections.abc import Iterable, Sequence

from kg.annotate import layers
from kg.annotate.coreference.features import gender_and_number
from kg.extract.claim import Claim
from kg.extract.office_titles import is_kind, is_known, known_offices
from kg.extract.scene import Scene, labelled
from kg.gazetteer import Entry, holder


def known_holder(scene: Scene, cluster: int, members: Sequence[int], claims: Sequence[Claim]) -> Entry | None:
    """Give who held the cluster's office when the article was published.

    None where the text names a holder of the office itself, where the title speaks of several or of the other gender,
    or where the text does not say of which country it is and more than one person may be meant.
    """
    article = layers.document(scene.doc)
    mine = [claim for claim in claims if claim.holder == cluster and is_known(claim.office)]
    if article is None or article.date is None or not mine:
        return None
    said = [gender_and_number(scene.spans[index]) for index in members if labelled(scene, index, "office")]
    genders = {gender for gender, _ in said if gender}
    if any(number == "plural" for _, number in said) or len(genders) > 1:
        return None
    claim = max(mine, key=lambda each: (each.stated, len(each.title), -each.span))
    if any(_names_another(scene, claim, other) for other in claims):
        return None
    found = [holder(claim.office, of, article.date, next(iter(genders), None)) for of in _places(scene, claim)]
    known = {each.identifier: each for each in found if each is not None}
    return next(iter(known.values())) if len(known) == 1 else None


def _places(scene: Scene, claim: Claim) -> Iterable[str]:
    """Give what the office may be of: what the text says beside it, else what alone has such an office.

    Of several, those go first in whose country the places of the text are (Berlin for the chancellor).
    """
    entry = scene.entries[claim.owner] if claim.owner is not None else None
    own = tuple(dict.fromkeys(of for each in known_offices(scene, claim.title) for of in each.of))
    if entry is not None and (claim.stated or entry.identifier in own):
        return (entry.identifier,)
    if claim.owner is not None:
        return ()
    named = {each.country or each.identifier for each in scene.entries if each is not None}
    return [of for of in own if of in named] or own


def _names_another(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Tell whether another claim gives the office, of the same owner, to somebody by name."""
    if other.holder == claim.holder or not (is_kind(other.office, claim.office) or is_kind(claim.office, other.office)):
        return False
    same = other.owner == claim.owner or other.owner is None or claim.owner is None
    return same and any(labelled(scene, index, "person") for index in scene.clusters[other.holder])
