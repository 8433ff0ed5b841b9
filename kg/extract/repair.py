"""Repairs of what parsers of news often get wrong, on the neutral tree.

In: heads and links of a doc, which are changed. Out: nothing. Each repair is for a construction in which the tree as
parsed cannot be right, so that a right tree is never touched.
"""

from spacy.tokens import Doc

from kg.extract.grammar import Grammar, Link

_SUBJECTS = (Link.SUBJECT, Link.PASSIVE_SUBJECT)


def repair(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Make all repairs."""
    _join_prepositions(doc, grammar, heads, links)
    _give_subjects(doc, grammar, heads, links)


def _join_prepositions(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """An adverb before a preposition makes one preposition with it ("lors de", "près de") and heads no phrase."""
    for adverb in doc[:-1]:
        case = adverb.i + 1
        noun = heads[case]
        if adverb.lower_ not in grammar.words["complex"] or links[case] is not Link.CASE or noun == adverb.i:
            continue
        if heads[noun] == adverb.i:
            heads[noun], links[noun] = heads[adverb.i], Link.OBLIQUE
        heads[adverb.i], links[adverb.i] = noun, Link.CASE
        heads[case], links[case] = adverb.i, Link.FIXED


def _give_subjects(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A noun coordinated with a verb is the subject of the next verb ("two were killed and three others wounded")."""
    verbs = grammar.parts["verb"]
    nouns = grammar.parts["noun"] | grammar.parts["name"]
    for token in doc:
        head = heads[token.i]
        if links[token.i] is not Link.CONJUNCT or token.pos_ not in nouns or doc[head].pos_ not in verbs:
            continue
        later = [
            verb.i
            for verb in doc[token.i + 1 : token.sent.end]
            if heads[verb.i] == head and links[verb.i] is Link.CONJUNCT and verb.pos_ in verbs
        ]
        if later and not any(heads[each.i] == later[0] and links[each.i] in _SUBJECTS for each in token.sent):
            heads[token.i], links[token.i] = later[0], Link.SUBJECT
