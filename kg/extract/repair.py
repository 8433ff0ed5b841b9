"""Repairs of what parsers of news often get wrong, on the neutral tree.

In: heads and links of a doc, which are changed. Out: nothing. Each repair is for a construction in which the tree as
parsed cannot be right, so that a right tree is never touched.
"""

from spacy.tokens import Doc, Token

from kg.annotate.layers import GROUP, PERSON, TIME, TITLE, mentions
from kg.extract.blocks import join_blocks
from kg.extract.finite import free_verbs
from kg.extract.grammar import SUBJECTS, Grammar, Link, has_feature
from kg.extract.hanging import ancestors, children, hang, replace
from kg.extract.participles import place_participles

_STRAYED = (Link.OBJECT, Link.INDIRECT, Link.OBLIQUE, Link.PARTICLE, Link.APPOSITION, Link.OTHER)
_CLAUSAL = (Link.CONJUNCT, Link.COMPLEMENT, Link.PARATAXIS)
_ADDRESSED = (PERSON, TITLE, GROUP)
_AUXILIARIES = (Link.AUXILIARY, Link.PASSIVE_AUXILIARY)
_ARGUMENTS = (Link.SUBJECT, Link.PASSIVE_SUBJECT, Link.OBJECT, Link.INDIRECT, Link.OBLIQUE)


def repair(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Make all repairs."""
    _join_prepositions(doc, grammar, heads, links)
    _free_auxiliaries(heads, links)
    _free_times(doc, heads, links)
    _return_timed_objects(doc, grammar, heads, links)
    _make_active(doc, grammar, heads, links)
    free_verbs(doc, grammar, heads, links)
    join_blocks(doc, grammar, heads, links)
    _return_genitives(doc, grammar, heads, links)
    _return_objects(doc, grammar, heads, links)
    place_participles(doc, grammar, heads, links)
    _return_phrases(doc, grammar, heads, links)
    _split_objects(doc, heads, links)
    _give_subjects(doc, grammar, heads, links)


def _free_auxiliaries(heads: list[int], links: list[Link]) -> None:
    """Subjects, objects and phrases that hang on an auxiliary are the verb's."""
    for token, head in enumerate(heads):
        if links[head] in _AUXILIARIES and links[token] in _ARGUMENTS:
            hang(heads, links, token, heads[head], links[token])


def _free_times(doc: Doc, heads: list[int], links: list[Link]) -> None:
    """A time is no object ("X travels next week"), and beside another subject none."""
    for span in mentions(doc):
        time = span.root.i
        if span.label_ == TIME and links[time] is Link.OBJECT:
            links[time] = Link.OBLIQUE
        if span.label_ == TIME and links[time] in SUBJECTS:
            others = [o.i for o in span.sent if heads[o.i] == heads[time] and links[o.i] in SUBJECTS and o.i != time]
            if others:
                links[time] = Link.OBLIQUE


def _return_timed_objects(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """What hangs on a time behind it is the verb's object, as an article that looks like a preposition may hide.

    "Imposed in May some sanctions", in French word for word.
    """
    for span in mentions(doc):
        time, verb = span.root.i, doc[heads[span.root.i]]
        behind = [token for token in doc[span.end : span.sent.end] if heads[token.i] == time]
        if span.label_ != TIME or verb.pos_ not in grammar.parts["verb"] or not behind:
            continue
        cases = {doc[case].lemma_ for case in children(heads, links, behind[0], Link.CASE)}
        own = children(heads, links, verb, Link.OBJECT, Link.PASSIVE_AUXILIARY)
        noun = links[behind[0].i] is Link.ATTRIBUTE and behind[0].pos_ in grammar.parts["noun"]
        if noun and not own and cases and cases <= grammar.prepositions["genitive"]:
            hang(heads, links, behind[0].i, verb.i, Link.OBJECT)


def _make_active(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A verb is in the active whose only auxiliaries form no passive: "had imposed", parsed as if it were imposed."""
    for token in doc:
        verb = doc[heads[token.i]]
        if links[token.i] is not Link.PASSIVE_SUBJECT or children(heads, links, verb, Link.PASSIVE_AUXILIARY):
            continue
        helpers = {doc[each].lemma_ for each in children(heads, links, verb, Link.AUXILIARY)}
        if helpers and not helpers & grammar.words["passive_auxiliary"]:
            links[token.i] = Link.SUBJECT


def _return_genitives(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A genitive that directly follows a noun belongs to it, not to the verb ("thanked X for the support of Y")."""
    nouns = grammar.parts["noun"]
    for token in doc:
        head = heads[token.i]
        if links[token.i] not in _STRAYED or token.pos_ not in nouns or doc[head].pos_ not in grammar.parts["verb"]:
            continue
        if not has_feature(token, grammar.features["genitive"]) or children(heads, links, token, Link.CASE):
            continue
        start = min([token.i, *(child for child in range(token.sent.start, token.i) if heads[child] == token.i)])
        before = start - 1
        if before >= token.sent.start and doc[before].pos_ in nouns and before != head:
            hang(heads, links, token.i, before, Link.ATTRIBUTE)


def _return_objects(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """Where genitives show, a noun without it that hangs on a noun further off is an object of the verb.

    "To do those responsible for the attack harm", in German word for word.
    """
    for token in doc if grammar.features["genitive"] else ():
        noun = heads[token.i]
        if links[token.i] is not Link.ATTRIBUTE or token.pos_ in grammar.parts["name"] or noun >= token.i - 1:
            continue
        if has_feature(token, grammar.features["genitive"]) or children(heads, links, token, Link.CASE):
            continue
        between = doc[noun + 1 : token.i]
        phrased = any(each.pos_ in grammar.parts["preposition"] for each in between)
        if phrased and not any(each.is_punct for each in between) and doc[heads[noun]].pos_ in grammar.parts["verb"]:
            hang(heads, links, token.i, heads[noun], Link.OBJECT)


def _return_phrases(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A phrase behind the comma that ends a relative clause is of the clause around it ("X, which ..., on Monday")."""
    for token in doc:
        verb = heads[token.i]
        if links[token.i] is not Link.OBLIQUE or links[verb] is not Link.RELATIVE or verb > token.i:
            continue
        start = min([token.i, *(child for child in range(verb + 1, token.i) if heads[child] == token.i)])
        if not doc[start - 1].is_punct and not doc[start].is_punct:
            continue
        above = next((each for each in ancestors(heads, verb) if doc[each].pos_ in grammar.parts["verb"]), None)
        if above is not None:
            hang(heads, links, token.i, above, Link.OBLIQUE)


def _join_prepositions(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """An adverb before a preposition makes one preposition with it ("lors de", "près de") and heads no phrase."""
    for adverb in doc[:-1]:
        case = adverb.i + 1
        noun = heads[case]
        if adverb.lower_ not in grammar.words["complex"] or links[case] is not Link.CASE or noun == adverb.i:
            continue
        if heads[noun] == adverb.i:
            replace(heads, links, noun, adverb.i, Link.OBLIQUE)
        if hang(heads, links, adverb.i, noun, Link.CASE):
            hang(heads, links, case, adverb.i, Link.FIXED)


def _give_subjects(doc: Doc, grammar: Grammar, heads: list[int], links: list[Link]) -> None:
    """A noun on the link of a clause is the subject of the next verb that has none.

    Parsers coordinate it with the verb before ("two were killed and three others wounded"), or take it for what is
    said ("reported, a fighter had shot at them").
    """
    verbs, nouns = grammar.parts["verb"], grammar.parts["noun"] | grammar.parts["name"]
    for token in doc:
        set_off = links[token.i] is Link.ATTRIBUTE and _is_set_off(token, heads)
        if not (links[token.i] in _CLAUSAL or set_off) or token.pos_ not in nouns or heads[token.i] == token.i:
            continue
        if links[token.i] is Link.CONJUNCT and doc[heads[token.i]].pos_ not in verbs:
            continue
        below = [links[each.i] for each in token.sent if heads[each.i] == token.i]
        if Link.COPULA in below or Link.CASE in below or any(link in below for link in SUBJECTS):
            continue
        verb = next((v.i for v in doc[token.i + 1 : token.sent.end] if _is_verb(v, grammar, heads)), None)
        if _is_short_clause(token, grammar, heads):
            verb = int(token.i + 1)
            links[verb] = Link.CONJUNCT
        if verb is None or (links[token.i] is Link.CONJUNCT and heads[verb] != heads[token.i]):
            continue
        if not any(heads[each.i] == verb and _is_subject(each, heads, links) for each in token.sent):
            hang(heads, links, token.i, verb, Link.SUBJECT)


def _is_short_clause(token: Token, grammar: Grammar, heads: list[int]) -> bool:
    """Whether a coordinated noun has the rest of its clause right behind it: "and dozens injured"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    only_adjective = after.pos_ in grammar.parts["describing"] | grammar.parts["adjective"]
    is_noun = after.pos_ in grammar.parts["noun"] or after.pos_ in grammar.parts["verb"]
    return only_adjective and not is_noun and heads[after.i] == heads[token.i]


def _is_set_off(token: Token, heads: list[int]) -> bool:
    """Whether a comma stands before a token that hangs on something before it, as if it were a clause."""
    return heads[token.i] < token.i and any(heads[e.i] == token.i and e.text == "," for e in token.doc[: token.i][-20:])


def _is_verb(token: Token, grammar: Grammar, heads: list[int]) -> bool:
    """Whether a token is a full verb; an auxiliary of a verb further on is none."""
    verbs = grammar.parts["verb"]
    return token.pos_ in verbs and not (token.pos_ in grammar.parts["auxiliary"] and heads[token.i] != token.i)


def _is_subject(token: Token, heads: list[int], links: list[Link]) -> bool:
    """Whether a token is a subject; what something is said to be ("the cause was an attack") is none."""
    predicate = any(heads[each.i] == token.i and links[each.i] is Link.COPULA for each in token.sent)
    return links[token.i] in SUBJECTS and not predicate


def _split_objects(doc: Doc, heads: list[int], links: list[Link]) -> None:
    """Of two objects of a verb, one a person and one none, the person is whom it is addressed to."""
    people = {i for span in mentions(doc) if span.label_ in _ADDRESSED for i in range(span.start, span.end)}
    for token in doc:
        if links[token.i] is Link.OBJECT and token.i in people:
            others = [o.i for o in token.sent if heads[o.i] == heads[token.i] and links[o.i] is Link.OBJECT]
            if any(other > token.i and other not in people for other in others):
                links[token.i] = Link.INDIRECT
