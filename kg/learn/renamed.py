"""Annotated articles with other names in them, so that a recogniser learns what surrounds names, not the names.

In: an annotated article. Out: the same article where people, cities, companies, media, parties and armed groups have
other names, the same throughout. Mention replacement: Dai and Adel, An analysis of simple data augmentation for named
entity recognition, 2020.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from kg.annotate.layers import ORGANISATION, PERSON, STATE
from kg.learn.gold import GoldArticle
from kg.learn.invented import Invented, invented
from kg.learn.newscorpus import Article, Marked

KEPT = 0.15
LONGEST_ACRONYM = 6
VOWELS = "aàâäæeéèêëiîïoôöœuùûüyh"
CONSONANTS = "BCDFGKLMNPRSTV"


def renamed(gold: GoldArticle, seed: int) -> Article:
    """Give an article with other names; the same seed, the same names."""
    chance = Random(f"{gold.article.identifier} {seed}")  # noqa: S311
    others: dict[int, str] = {}
    for key, places in _named(gold).items():
        kind = gold.entities.get(key, "")
        if chance.random() >= KEPT:
            others |= _others(gold, kind, places, chance)
    return _written(gold.article, others)


def _named(gold: GoldArticle) -> Mapping[str, list[int]]:
    """The mentions of each entity that are names of the kind that its class has, by number."""
    kinds = {invented().person: PERSON, invented().city: STATE}
    found: dict[str, list[int]] = defaultdict(list)
    for number, (mark, ids) in enumerate(zip(gold.article.mentions, gold.ids, strict=True)):
        if len(ids) == 1 and mark.label == kinds.get(gold.entities.get(ids[0], ""), ORGANISATION):
            found[ids[0]].append(number)
    return found


def _others(gold: GoldArticle, kind: str, places: Sequence[int], chance: Random) -> dict[int, str]:
    """New words for the mentions of an entity; none where one of them is not understood."""
    names, language = invented(), gold.article.language
    written = [gold.article.text[gold.article.mentions[at].start : gold.article.mentions[at].end] for at in places]
    bare = [_bare(each, written, language) for each in written]
    table = _people(bare, names, chance) if kind == names.person else _plain(kind, set(bare), language, names, chance)
    if not all(name in table for name in bare):
        return {}
    endings = [each[len(name) :] for each, name in zip(written, bare, strict=True)]
    return {at: table[name] + end for at, name, end in zip(places, bare, endings, strict=True)}


def _bare(name: str, written: Iterable[str], language: str) -> str:
    """Without a genitive's ending, where the name also occurs without it, or as the end of a longer name."""
    ending = invented().genitives.get(language, "")
    short = name.removesuffix(ending) if ending else name
    return short if short != name and any(each.endswith(short) for each in written) else name


def _people(written: Sequence[str], names: Invented, chance: Random) -> dict[str, str]:
    culture = chance.choice(names.people)
    given, family = chance.choice(culture.given), chance.choice(culture.family)
    full = max(written, key=len).split()
    if len(full) < len(("given", "family")):
        return {}
    parts = {" ".join(full[start:]): family for start in range(1, len(full))}
    return {" ".join(full): f"{given} {family}", full[0]: given, **parts}


def _plain(kind: str, written: set[str], language: str, names: Invented, chance: Random) -> dict[str, str]:
    """A city or an organisation: one name, with an acronym or not."""
    choices = names.cities if kind == names.city else names.organisations.get(kind, ())
    short = {name for name in written if kind != names.city and name.isupper() and len(name) <= LONGEST_ACRONYM}
    table = {name: "".join(chance.sample(CONSONANTS, chance.choice((3, 3, 4)))) for name in sorted(short)}
    long = sorted(written - short)
    if len({name.casefold() for name in long}) == 1:
        fitting = [one for one in choices if language not in names.eliding or _elides(one) == _elides(long[0])]
        other = chance.choice(fitting) if fitting else long[0]
        table |= {name: other.upper() if name.isupper() else other for name in long}
    return table if choices else {}


def _elides(name: str) -> bool:
    return name[0].lower() in VOWELS


def _written(article: Article, others: Mapping[int, str]) -> Article:
    """The text with the new names; triggers, which may lie anywhere between them, are left out."""
    text, position = "", 0
    marks = []
    for number, mark in enumerate(article.mentions):
        text += article.text[position : mark.start]
        surface = others.get(number, article.text[mark.start : mark.end])
        marks.append(Marked(len(text), len(text) + len(surface), mark.label))
        text += surface
        position = mark.end
    return Article(article.identifier, article.language, text + article.text[position:], tuple(marks), ())
