"""What an article says of its entities, and what several articles say alike.

In: readings. Out: accounts, the signatures by which they fall into nodes, and summaries of nodes. A summary counts
what is said: accounts are added to it and taken away again in any order, with the same result.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from kg.model import Anchor, Member, Name, Reading
from kg.resolve.blocking import is_vague
from kg.resolve.kept.packing import hashed
from kg.resolve.kinship import strongest
from kg.resolve.names import fold
from kg.resolve.profiles import Profile, profiles
from kg.resolve.rulings import Ruled
from kg.resolve.score import naming

# Mentions that name; pronouns, offices and phrases only stand for what others name.
NAMING_LABELS = frozenset(("PER", "ORG", "GPE", "LOC", "EVT", "GRP"))
# So much of what is said of a node is looked at to compare it: the most frequent, or a sample.
NAMES, CONTEXTS, SAMPLE = 8, 16, 8
ANCHOR, LONE, GROUP = "anchor", "lone", "group"
SEPARATOR = "\x1f"

Summary = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one entity; `forms`: how often which name is written; `shown`: where it is named."""

    profile: Profile
    forms: dict[str, int]
    shown: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Face:
    """What is compared of a node; `members` and `places`: one or two of its accounts and where they name it."""

    profile: Profile
    members: tuple[Member, ...]
    places: tuple[Anchor, ...]


def accounts(reading: Reading, ruled: Ruled) -> Iterator[tuple[Account, bytes, str]]:
    """The accounts of an article, each with its node and the kind of node: ANCHOR, LONE or GROUP."""
    language = reading.document.language
    entities = {entity.key: entity for entity in reading.entities}
    judged = {member for each in ruled.together for member in each}
    for profile in profiles([reading]):
        entity = entities[profile.member.key]
        forms = Counter(
            SEPARATOR.join((language, mention.text)) for mention in entity.mentions if mention.label in NAMING_LABELS
        )
        best = min(entity.mentions, key=lambda each: (each.text != entity.name, each.start, each.end), default=None)
        shown = (best.start, best.end) if best else (-1, -1)
        singled = profile.member in ruled.singled
        # Whatever it is, it is not what it was taken for.
        account = Account(replace(profile, entry=None) if singled else profile, dict(forms), shown)
        kind, signature = _signature(profile)
        if singled:
            signature = ("ruled", profile.member.document, profile.member.key)
        node = blake2b(repr(signature).encode(), digest_size=12).digest()
        yield account, node, ANCHOR if singled or (kind == LONE and profile.member in judged) else kind


def _signature(profile: Profile) -> tuple[str, tuple[object, ...]]:
    """The kind of node, and what accounts of one node have in common."""
    where = (profile.member.document, profile.member.key)
    if naming(profile) == "group":
        return GROUP, ("group", *where)
    if profile.entry:
        return ANCHOR, ("item", profile.entry)
    day = "" if profile.names or not profile.holdings else _half_year(profile.day)
    context = tuple(sorted(profile.holdings)), tuple(sorted(profile.countries))
    said = (profile.type, fold(profile.name), tuple(sorted({fold(each) for each in profile.names})), *context, day)
    if not is_vague(profile):
        return ANCHOR, said
    # What common words name is many things, told apart by article; a lone family name waits for all others.
    return (LONE, (*said, *where)) if naming(profile) == "person" else (ANCHOR, (*said, where[0]))


def _half_year(day: dt.date | None) -> str:
    return f"{day.year}-{(day.month - 1) // 6}" if day else "unknown"


def rank(member: Member) -> int:
    """A number that draws a sample of members, the same one whoever comes first."""
    return hashed((member.document, member.key))


def add(summary: Summary, account: Account, times: int) -> None:
    """Count what an account says; `times` -1 takes it away again."""
    profile = account.profile
    said: dict[str, dict[str, int]] = {
        "type": {profile.type: 1},
        "called": {profile.name: 1},
        "names": dict.fromkeys(profile.names, 1),
        "entry": {profile.entry: 1} if profile.entry else {},
        "count": {} if profile.count is None else {str(profile.count): 1},
        "holdings": {SEPARATOR.join(each): 1 for each in profile.holdings},
        "countries": dict.fromkeys(profile.countries, 1),
        "forms": account.forms,
        "of": {naming(profile): 1},
    }
    for name, counted in said.items():
        total = summary.setdefault(name, {})
        for value, number in counted.items():
            total[value] = total.get(value, 0) + times * number
            if not total[value]:
                del total[value]


def summed(summaries: Sequence[Summary]) -> Summary:
    """All that several summaries count."""
    total: Summary = {}
    for summary in summaries:
        for name, counted in summary.items():
            into = total.setdefault(name, {})
            for value, number in counted.items():
                into[value] = into.get(value, 0) + number
    return total


def size(summary: Summary) -> int:
    """How many accounts it counts."""
    return sum(summary.get("type", {}).values())


def most(counted: dict[str, int], number: int = 1) -> list[str]:
    """The values counted most often, then by themselves."""
    return sorted(counted, key=lambda each: (-counted[each], each))[:number]


def face(summary: Summary, sample: Sequence[Account]) -> Face:
    """What is compared of a node: what is said most often of it, and the company of a sample of its accounts."""
    shown = sample[:2]
    return Face(
        _profile(summary, [each.profile for each in sample]),
        tuple(each.profile.member for each in shown),
        tuple(Anchor(each.profile.member.document, *each.shown) for each in shown),
    )


def _profile(summary: Summary, sample: Sequence[Profile]) -> Profile:
    days = [each.day for each in sample if each.day]
    return Profile(
        member=sample[0].member,
        type=most(summary["type"])[0],
        name=most(summary["called"])[0],
        names=tuple(sorted(most(summary["names"], NAMES))),
        entry=next(iter(most(summary["entry"])), None),
        count=next((int(each) for each in most(summary["count"])), None),
        holdings=frozenset(_pair(each) for each in most(summary["holdings"], CONTEXTS)),
        countries=frozenset(most(summary["countries"], CONTEXTS)),
        company=strongest(mark for each in sample for mark in each.company),
        day=min(days, default=None),
    )


def _pair(text: str) -> tuple[str, str]:
    office, _, target = text.partition(SEPARATOR)
    return office, target


def forms(summary: Summary) -> Counter[Name]:
    """How often each form of a name was written."""
    return Counter(
        {
            Name(text, language): number
            for each, number in summary["forms"].items()
            for language, _, text in (each.partition(SEPARATOR),)
        }
    )
