"""Participles: which noun or verb they say something of, on the neutral tree.

In: heads and links of a doc, which are changed. Out: nothing. What a participle behind a comma belongs to is told by
its agreement and its mark, not by what stands nearest; and a sentence with no other verb has its verb in what was taken
for a participle.
"""

from spacy.tokens import Doc, Span, Token

from kg.extract.grammar import GENDER, NUMBER, Grammar, Link, has_feature
from kg.extract.hanging import ancestors, children, hang

_FARTHEST = 15  # words between a participle and the noun it describes
_AGREEMENT = (GENDER, NUMBER)
_AUXILIARIES = (Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA)


def place_participles(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Make all repairs of participles."""
    for sentence in doc.sents if doc.has_annotation("SENT_START") else ():
        _find_verb(sentence, grammar, heads, links)
    for token in doc:
        if links[token.i] is Link.DETERMINER and has_feature(token, grammar.features["relative"]):
            _open_clause(token, grammar, heads, links)
        if links[token.i] in (Link.PARTICIPLE, Link.CONJUNCT, Link.ADVERBIAL) and _stands_alone(token, heads, links):
            _describe_agreeing(token, grammar, heads, links)
            _free_adjunct(token, grammar, heads, links)


def _open_clause(pronoun: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A relative pronoun is no article: "an attack, which X blamed on Y" says what X blamed."""
    subject = heads[pronoun.i]
    behind = pronoun.doc[subject + 1 : subject + 2]
    verb = next((each for each in behind if heads[each.i] == subject and links[each.i] is Link.PARTICIPLE), None)
    before = next((each for each in reversed(pronoun.doc[: pronoun.i]) if not each.is_punct), None)
    if verb is None or before is None or before.pos_ not in grammar.parts["noun"]:
        return
    heads[verb.i], links[verb.i] = verb.i, Link.ROOT
    hang(heads, links, subject, verb.i, Link.SUBJECT)
    hang(heads, links, pronoun.i, verb.i, Link.OBJECT)
    hang(heads, links, verb.i, before.i, Link.RELATIVE)


def _stands_alone(token: Token, heads: list[int], links: list[Link]) -> bool:
    """Whether a participle is put behind a comma, or has a mark, and has no auxiliary or conjunction."""
    below = [each for each in token.sent if heads[each.i] == token.i]
    if any(links[each.i] in (*_AUXILIARIES, Link.COORDINATOR) for each in below):
        return False
    start = min([token.i, *(each.i for each in below if each.i > heads[token.i])])
    marked = any(links[each.i] is Link.MARK and each.i < token.i for each in below)
    return marked or (start > 0 and (token.doc[start].is_punct or token.doc[start - 1].is_punct))


def _describe_agreeing(token: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A past participle describes the nearest noun before it that agrees with it ("a group of X, founded in ...")."""
    if has_feature(token, grammar.features["present_participle"]) or has_feature(token, grammar.features["finite"]):
        return
    own = [tuple(token.morph.get(name)) for name in _AGREEMENT]
    if not all(own) or not has_feature(token, grammar.features["participle"]):
        return
    before = token.doc[max(token.sent.start, token.i - _FARTHEST) : token.i]
    for noun in reversed(before):
        if noun.pos_ in grammar.parts["noun"] and [tuple(noun.morph.get(name)) for name in _AGREEMENT] == own:
            hang(heads, links, token.i, noun.i, Link.PARTICIPLE)
            return


def _free_adjunct(token: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A present participle behind a comma, or with a mark, says more of the verb than of the noun it follows.

    "He handed X a letter, expressing thanks": its subject is the verb's.
    """
    noun = heads[token.i]
    present = has_feature(token, grammar.features["present_participle"])
    if links[token.i] is not Link.PARTICIPLE or noun > token.i or not present:
        return
    verb = next((each for each in ancestors(heads, noun) if token.doc[each].pos_ in grammar.parts["verb"]), None)
    if verb is not None:
        hang(heads, links, token.i, verb, Link.ADVERBIAL)


def _find_verb(sentence: Span, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A full sentence without a verb has one in a participle: "X threatened retaliation.", "X blamed Y for it."."""
    finite = any(has_feature(token, grammar.features["finite"]) for token in sentence)
    root = next((token for token in sentence if heads[token.i] == token.i and not token.is_space), None)
    if (
        finite
        or root is None
        or not any(token.text == "." for token in sentence)
        or root.pos_ not in grammar.parts["noun"]
    ):
        return
    if (verb := _verb_behind(root, grammar, heads, links)) is not None:
        _make_verb(verb, root, heads, links)
        return
    for token in sentence[1:]:
        before = token.nbor(-1)
        if heads[token.i] != root.i or links[token.i] is not Link.MODIFIER or token.i > root.i:
            continue
        if has_feature(token, grammar.features["participle"]) and before.pos_ in grammar.parts["noun"]:
            heads[token.i], links[token.i] = token.i, Link.ROOT
            hang(heads, links, root.i, token.i, Link.OBJECT)
            hang(heads, links, before.i, token.i, Link.SUBJECT)
            return


def _verb_behind(root: Token, grammar: Grammar, heads: list[int], links: list[Link]) -> Token | None:
    """Give the participle behind a root noun that has an object, which one that describes a noun has not."""
    for verb in (root.doc[each] for each in children(heads, links, root, Link.PARTICIPLE)):
        past = has_feature(verb, grammar.features["participle"])
        past = past and not has_feature(verb, grammar.features["present_participle"])
        if past and verb.i > root.i and children(heads, links, verb, Link.OBJECT):
            return verb
    return None


def _make_verb(verb: Token, subject: Token, heads: list[int], links: list[Link]) -> None:
    """Make a participle the root, the noun that it seemed to describe its subject; what stands behind it is its own."""
    heads[verb.i], links[verb.i] = verb.i, Link.ROOT
    heads[subject.i], links[subject.i] = verb.i, Link.SUBJECT
    for token in verb.sent:
        if token.i > verb.i and heads[token.i] == subject.i:
            heads[token.i] = verb.i
            links[token.i] = Link.OBLIQUE if links[token.i] is Link.ATTRIBUTE else links[token.i]
