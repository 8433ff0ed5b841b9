"""Persons with their titles, and who is named together with whom, on the neutral tree.

In: a doc with mentions; heads and links, which are changed. Out: nothing. Parsers often lose a side of "the minister of
X, A, and her counterpart from Y, B, signed": a title with its holder's name is one block, whose head is the title, and
two blocks with nothing but a conjunction and descriptions between them are coordinated.
"""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.extract.grammar import SUBJECTS, Grammar, Link
from kg.extract.hanging import ancestors, hang, replace

COLON = ":"
_FARTHEST = 8  # words between a title and the name of who holds it, or between two blocks
_COMPLEMENT = (layers.STATE, layers.ORGANISATION, layers.PLACE)
_NAMED = (layers.PERSON, layers.STATE, layers.ORGANISATION, layers.GROUP, layers.PHRASE)
_PLACES = (layers.STATE, layers.PLACE)
_BESIDE = (Link.CONJUNCT, Link.APPOSITION, Link.ATTRIBUTE, Link.OTHER)


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens `start` to `end` (end exclusive) that name one participant.

    `label`: of its first mention; `head`: its main word; `name`: the main word of the name of who holds a title.
    """

    start: int
    end: int
    label: str
    head: int
    name: int | None


@dataclass(frozen=True, slots=True)
class Parse:
    """A doc with the heads and links that are repaired in place."""

    doc: Doc
    grammar: Grammar
    heads: list[int]
    links: list[Link]


def join_blocks(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Hang names on titles and coordinate blocks, from left to right."""
    parse = Parse(doc, grammar, heads, links)
    blocks = _blocks(parse, [span for span in layers.mentions(doc) if span.label_ in (*_NAMED, layers.TITLE)])
    for span in layers.mentions(doc):
        if span.label_ == layers.PERSON:
            _keep_together(parse, span)
    for block in blocks:
        _name_holder(parse, block)
    for first, second in pairwise(blocks):
        if _hangs_on_place(parse, first, second):
            _free_object(parse, first, second)
            _free_subject(parse, first, second)
    joined: dict[Block, Block] = {}
    for first, second in pairwise(blocks):
        if _are_coordinated(parse, first, second):
            _coordinate(parse, first, second)
            if not _make_subject(parse, first, second):
                joined[first] = second
    for first, second in reversed(list(pairwise(blocks))):
        if second in joined and _are_listed(parse, first, second, joined[second]):
            _list(parse, first, second)
            joined[first] = second


def _hangs_on_place(parse: Parse, place: Block, block: Block) -> bool:
    """Whether a block hangs, as if it said more of it, on a place with a preposition."""
    hung = parse.links[block.head] in _BESIDE and place.start <= parse.heads[block.head] < place.end
    return hung and place.label in _PLACES and bool(_cases(parse, place.head))


def _links_below(parse: Parse, verb: int) -> set[Link]:
    return {parse.links[token.i] for token in parse.doc[verb].sent if parse.heads[token.i] == verb}


def _free_object(parse: Parse, place: Block, block: Block) -> None:
    """Who is named right behind a place, without a comma, is the object of the verb: "received in X the envoy Y"."""
    parts = parse.grammar.parts
    if parse.links[block.head] is Link.CONJUNCT or any(
        token.pos_ not in parts["description"] for token in parse.doc[place.end : block.start]
    ):
        return
    verb = parse.doc[parse.heads[place.head]]
    own = _links_below(parse, verb.i)
    if verb.pos_ in parts["verb"] and own.intersection(SUBJECTS) and Link.OBJECT not in own:
        _hang(parse, block.head, verb.i, Link.OBJECT)


def _free_subject(parse: Parse, place: Block, block: Block) -> None:
    """Who stands between a place with a comma and a verb without subject is it: "In X, the minister Y, said"."""
    verb = _verb_behind(parse, block, over=",")
    if verb is None or parse.doc[place.end].text != "," or parse.heads[place.head] != verb or _cases(parse, block.head):
        return
    if not _links_below(parse, verb).intersection(SUBJECTS):
        _hang(parse, block.head, verb, Link.SUBJECT)


def _list(parse: Parse, first: Block, second: Block) -> None:
    """Put a block at the head of the coordination that starts with the next one."""
    if parse.links[second.head] in SUBJECTS or second.start <= parse.heads[first.head] < second.end:
        _hang(parse, first.head, parse.heads[second.head], parse.links[second.head])
    _hang(parse, second.head, first.head, Link.CONJUNCT)


def _make_subject(parse: Parse, first: Block, second: Block) -> bool:
    """Two blocks behind a comma, right before a verb without subject, are it: "After the talk with A, B and C met"."""
    verb = _verb_behind(parse, second)
    behind_comma = first.start > 0 and parse.doc[first.start - 1].is_punct
    if verb is None or not behind_comma or parse.links[first.head] not in _BESIDE:
        return False
    own = [t.i for t in parse.doc[verb].sent if parse.heads[t.i] == verb and parse.links[t.i] in SUBJECTS]
    if parse.doc[first.start - 1].text == COLON:  # what stands before a colon is no part of the clause behind it
        for token in (token for token in own if token < first.start):
            parse.links[token] = Link.PARATAXIS
        own = [token for token in own if token >= first.start]
    return not own and _hang(parse, first.head, verb, Link.SUBJECT)


def _verb_behind(parse: Parse, block: Block, over: str = "") -> int | None:
    """Give the verb that directly follows a block, its pronouns and auxiliaries passed over, and a mark at its end."""
    parts = parse.grammar.parts
    end = block.end + (parse.doc[block.end : block.end + 1].text == over)
    for token in parse.doc[end : end + _FARTHEST]:
        if token.pos_ in parts["verb"] and token.pos_ not in parts["auxiliary"]:
            return int(token.i)
        if token.pos_ not in parts["pronoun"] | parts["auxiliary"] | parts["adjective"]:
            return None
    return None


def _blocks(parse: Parse, spans: list[Span]) -> list[Block]:
    found: list[Block] = []
    place = 0
    while place < len(spans):
        span = spans[place]
        holder = next((n for n in range(place + 1, place + 4) if _is_holder(parse, spans, place, n)), None)
        if span.label_ == layers.TITLE and holder is not None:
            found.append(
                Block(span.start, spans[holder].end, span.label_, _top(parse, span), _top(parse, spans[holder]))
            )
            place = holder
        elif place + 1 == len(spans) or not _owns(parse, span, spans[place + 1]):
            found.append(Block(span.start, span.end, span.label_, _top(parse, span), None))
        place += 1  # of "Syria's foreign minister" only the minister is a participant
    return found


def _is_holder(parse: Parse, spans: list[Span], title: int, name: int) -> bool:
    """Whether a name is the first person's behind a title, with no names but of its complement between."""
    if name >= len(spans) or any(span.label_ not in _COMPLEMENT for span in spans[title + 1 : name]):
        return False
    return _holds(parse, spans[title], spans[name])


def _holds(parse: Parse, title: Span, name: Span) -> bool:
    """Whether a name is that of a title's holder: close behind it, with a complement and a comma between at most."""
    between = parse.doc[title.end : name.start]
    if name.label_ != layers.PERSON or len(between) > _FARTHEST or title.sent != name.sent:
        return False
    marks = [token.i for token in between if token.is_punct and token.i != name.start - 1 and token.text != "-"]
    return not marks and all(token.pos_ in parse.grammar.parts["complement"] for token in between if not token.is_punct)


def _owns(parse: Parse, span: Span, following: Span) -> bool:
    """Whether a name only says whose the next one is, directly behind it."""
    return following.start - span.end <= 1 and parse.heads[_top(parse, span)] in range(following.start, following.end)


def _top(parse: Parse, span: Span) -> int:
    """Give the token of a span that is no part of another of its tokens; the first of several."""
    inside = range(span.start, span.end)
    return next((i for i in inside if parse.heads[i] not in inside or parse.heads[i] == i), span.start)


def _keep_together(parse: Parse, name: Span) -> None:
    """All words of a name hang on one of them, however the parser took it apart."""
    top = _top(parse, name)
    for token in name:
        if token.i != top and parse.heads[token.i] not in range(name.start, name.end):
            _hang(parse, token.i, top, Link.FLAT)


def _name_holder(parse: Parse, block: Block) -> None:
    """Hang a name on the title before it; the title takes over the name's place where only that has a preposition."""
    name, head = block.name, block.head
    if name is None or name == head or parse.heads[name] == head:
        return
    cased = [token for token in _cases(parse, name) if token < block.start]
    if head in ancestors(parse.heads, name) and not cased:
        _hang(parse, name, head, Link.APPOSITION)
        return
    above, link = parse.heads[name], parse.links[name]
    if name in ancestors(parse.heads, head):
        above, link = _outside(parse, [block])
        if above == head or not _hang(parse, head, above, link):
            replace(parse.heads, parse.links, head, name, parse.links[name])
    elif cased and not _cases(parse, head):
        _hang(parse, head, above, link)
    _hang(parse, name, head, Link.APPOSITION)
    for token in cased:
        _hang(parse, token, head, Link.CASE)


def _cases(parse: Parse, token: int) -> list[int]:
    near = parse.doc[max(token - _FARTHEST, 0) : token]
    return [each.i for each in near if parse.heads[each.i] == token and parse.links[each.i] is Link.CASE]


def _are_coordinated(parse: Parse, first: Block, second: Block) -> bool:
    between = parse.doc[first.end : second.start]
    words = [token for token in between if not token.is_punct]
    if not 1 <= len(words) <= _FARTHEST or words[0].pos_ not in parse.grammar.parts["conjunction"]:
        return False
    if len(words) > 1 and words[1].lower_ == _word_before(parse, first):
        words = words[1:]  # the same preposition again: "of two soldiers and of a civilian"
    if any(token.pos_ not in parse.grammar.parts["description"] for token in words[1:]):
        return False
    own, other = _above_coordination(parse, first.head), _above_coordination(parse, second.head)
    if parse.links[second.head] in SUBJECTS:
        return own in (other, first.head) and not _has_verb(parse, first, other)
    return own == other or first.start <= other < second.end


def _above_coordination(parse: Parse, token: int) -> int:
    """Give what a token or the coordination it is part of hangs on."""
    while parse.links[token] is Link.CONJUNCT and parse.doc[parse.heads[token]].pos_ not in parse.grammar.parts["verb"]:
        token = parse.heads[token]
    return parse.heads[token]


def _are_listed(parse: Parse, first: Block, second: Block, third: Block) -> bool:
    """Whether three names of one kind make a list, of which the last two are coordinated: "A, B and C"."""
    between = parse.doc[first.end : second.start]
    marked = len(between) > 0 and between[0].text == "," and len(between) <= _FARTHEST
    plain = all(token.pos_ in parse.grammar.parts["description"] for token in between[1:])
    return marked and plain and len({first.label, second.label, third.label}) == 1


def _word_before(parse: Parse, block: Block) -> str | None:
    """Give the preposition in front of a block."""
    before = parse.doc[max(block.start - 3, 0) : block.start]
    return next((t.lower_ for t in reversed(before) if t.pos_ in parse.grammar.parts["preposition"]), None)


def _has_verb(parse: Parse, block: Block, other: int) -> bool:
    """Whether a block is the head of a clause of its own ("X is president and Y ..."); `other`: the verb of the next.

    Where only that verb hangs on the block, as if it stood beside it, the parser has cut the subject in two.
    """
    below = [token for token in parse.doc[block.head].sent if parse.heads[token.i] == block.head != token.i]
    if any(parse.links[token.i] is Link.COPULA for token in below):
        return True
    verbs = [token.i for token in below if token.pos_ in parse.grammar.parts["verb"]]
    return bool(verbs) and (verbs != [other] or parse.links[other] is not Link.CONJUNCT)


def _coordinate(parse: Parse, first: Block, second: Block) -> None:
    if first.start <= parse.heads[first.head] < second.end:
        above, link = _outside(parse, [first, second])
        if parse.heads[above] == first.head:  # the verb of both, taken for a second one beside the first name
            replace(parse.heads, parse.links, above, first.head, parse.links[first.head])
        _hang(parse, first.head, above, link)
    _hang(parse, second.head, first.head, Link.CONJUNCT)
    conjunction = next(t.i for t in parse.doc[first.end : second.start] if not t.is_punct)
    _hang(parse, conjunction, second.head, Link.COORDINATOR)


def _outside(parse: Parse, blocks: list[Block]) -> tuple[int, Link]:
    """Give the head and the link by which a token of the blocks hangs on the rest; of several a subject's."""
    start, end = blocks[0].start, blocks[-1].end
    leading = [i for i in range(start, end) if not start <= parse.heads[i] < end]
    leading = [i for i in leading if parse.links[i] is not Link.COORDINATOR]
    leading.sort(key=lambda i: (parse.links[i] not in SUBJECTS, i))
    if not leading:
        return blocks[0].head, Link.ROOT
    return parse.heads[leading[0]], parse.links[leading[0]]


def _hang(parse: Parse, token: int, head: int, link: Link) -> bool:
    return hang(parse.heads, parse.links, token, head, link)
