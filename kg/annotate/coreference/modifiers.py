"""The country that a phrase says it belongs to: "der syrische Außenminister", "la diplomatie turque", "Syria's army".

In: a mention. Out: the identifier of a country, or None.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from kg.annotate import layers
from kg.annotate.linking import identity
from kg.annotate.linking.link import Links
from kg.annotate.mentions import grammar
from kg.annotate.mentions.tables import name_table
from kg.gazetteer import entry

LONGEST_GAP = 4
BELONGING = (layers.TITLE, layers.PHRASE, layers.ORGANISATION, layers.GROUP)


def country_of(mentions: Sequence[Span], index: int, links: Links) -> str | None:
    """Give the country of the nation word, genitive or "of" phrase beside a mention; of a name, its own."""
    own = identity(links, index)
    if own is not None:
        known = entry(own)
        return known.country or (own if known.iso2 else None)
    if mentions[index].label_ not in BELONGING:
        return None
    for neighbour in _neighbours(mentions, index):
        beside = identity(links, neighbour)
        if beside is not None:
            known = entry(beside)
            return known.country or beside
    return None


def _neighbours(mentions: Sequence[Span], index: int) -> Iterator[int]:
    """The nations and places that describe the mention: before it, then after it."""
    if index > 0 and _describes_from_before(mentions[index - 1], mentions[index]):
        yield index - 1
    for following in range(index + 1, min(index + 3, len(mentions))):
        if mentions[following].label_ not in (layers.PEOPLE, layers.STATE):
            break
        if _describes_from_behind(mentions[index], mentions[following]):
            yield following


def _describes_from_before(nation: Span, mention: Span) -> bool:
    between = mention.doc[nation.end : mention.start]
    table = name_table(mention.doc.lang_)
    if nation.label_ == layers.PEOPLE:
        return all(token.text in table.joiners or grammar.may_describe(token) for token in between)
    ending = nation.text.endswith(table.genitive) if table.genitive else False
    possessive = ending or any(token.text in table.genitive for token in between[:1])
    joined = len(between) == 1 and between[0].text in table.joiners
    return nation.label_ == layers.STATE and len(between) <= 2 and (possessive or joined or not len(between))


def _describes_from_behind(mention: Span, nation: Span) -> bool:
    between = mention.doc[mention.end : nation.start]
    if len(between) > LONGEST_GAP or any(
        token.is_punct or token.is_space or grammar.is_verb(token) for token in between
    ):
        return False
    if nation.label_ == layers.PEOPLE:
        return not len(between) or (
            grammar.is_parsed(mention.doc) and mention.start <= nation.root.head.i < mention.end
        )
    table = name_table(mention.doc.lang_)
    place = any(token.text in table.locative for token in between)
    return nation.label_ == layers.STATE and not place
