"""Verbs that a parser hung where their form forbids it, on the neutral tree.

In: heads and links of a doc, which are changed. Out: nothing. A finite verb with a subject of its own describes no
noun behind it, and a phrase whose preposition also opens clauses is the subject of the finite verb that follows it.
What somebody is accused of hangs on the verb.
"""

from spacy.tokens import Doc, Token

from kg.annotate.layers import mentions
from kg.extract.grammar import SUBJECTS, Grammar, Link, has_feature
from kg.extract.hanging import children, descendants, hang

_ADVERBIAL = (Link.ADVERBIAL, Link.COMPLEMENT, Link.PARATAXIS)


def free_verbs(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Give finite verbs their clauses back."""
    for token in doc:
        if token.pos_ in grammar.parts["verb"] and has_feature(token, grammar.features["finite"]):
            _raise(token, heads, links)
            _open(token, grammar, heads, links)
        if token.pos_ in grammar.parts["verb"] and links[token.i] in (*_ADVERBIAL, Link.RELATIVE):
            _place(token, grammar, heads, links)
    named = {i for span in mentions(doc) for i in range(span.start, span.end)}
    for token in doc:
        if heads[token.i] in named and has_feature(token, grammar.features["present_participle"]):
            _return(token, heads, links)


def _return(participle: Token, heads: list[int], links: list[Link]) -> None:
    """Hang a participle with a preposition on the verb: "accused X of arming Y", parsed as an X of arming."""
    noun = heads[participle.i]
    is_object = links[noun] in (Link.OBJECT, Link.PASSIVE_SUBJECT)
    if links[participle.i] is Link.PARTICIPLE and is_object and children(heads, links, participle, Link.MARK):
        hang(heads, links, participle.i, heads[noun], Link.COMPLEMENT)


def _raise(verb: Token, heads: list[int], links: list[Link]) -> None:
    """Make the noun behind an object: "the UN expressed support", parsed as if the support were expressed."""
    noun = heads[verb.i]
    if links[verb.i] is not Link.MODIFIER or noun <= verb.i or not children(heads, links, verb, *SUBJECTS):
        return
    above = (heads[noun], links[noun]) if heads[noun] != noun else (verb.i, Link.ROOT)
    heads[verb.i], links[verb.i] = above
    heads[noun], links[noun] = verb.i, Link.OBJECT
    for token in verb.sent:
        if heads[token.i] == noun and token.i < verb.i:
            heads[token.i] = verb.i


def _place(verb: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Hang a clause on the place that it tells of, named right before it: "in X, where gunmen killed Y"."""
    opening = verb.doc[min(descendants(heads, verb))]
    if opening.is_punct and opening.i < verb.i:
        opening = opening.nbor()
    if opening.lower_ not in grammar.words["relative_place"] or opening.i - 2 < verb.sent.start:
        return
    noun = verb.doc[opening.i - 1 - verb.doc[opening.i - 1].is_punct]
    if noun.pos_ in grammar.parts["noun"]:
        hang(heads, links, verb.i, noun.i, Link.RELATIVE)


def _open(verb: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Make who stands before the verb its subject: "after rebels released X", parsed as "after rebels"."""
    if links[verb.i] not in _ADVERBIAL or children(heads, links, verb, *SUBJECTS, Link.MARK):
        return
    for token in verb.sent:
        if token.i >= verb.i or links[token.i] is not Link.OBLIQUE or heads[token.i] != heads[verb.i]:
            continue
        opening = [
            case
            for case in children(heads, links, token, Link.CASE)
            if verb.doc[case].lower_ in grammar.words["opening"]
        ]
        inside = descendants(heads, token)
        if (
            opening
            and inside.issuperset(range(opening[0], verb.i))
            and hang(heads, links, token.i, verb.i, Link.SUBJECT)
        ):
            heads[opening[0]], links[opening[0]] = verb.i, Link.MARK
            return
