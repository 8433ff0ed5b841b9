"""Deep grammatical functions: who does it, to whom it is done, by which preposition, with the passive undone.

In: a `Tree` and a head token. Out: its fillers, each a function name of the lexicon (`subject`, `object`, `indirect`,
`complement`, `prep:X`, `genitive`, `possessor` (a genitive that stands before its noun), `adjective`, `compound`,
`apposition`, `predicate`, `place`, `aim`), a token and how sure the reading is. Functions that only a guess about the
parser's errors finds are last and less sure.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.forms import is_verb_of
from kg.extract.grammar import Link
from kg.extract.tree import Tree, conjuncts, function_word, preposition, verb_lemma
from kg.extract.voice import is_passive, own_subjects, subjects

SURE, LIKELY, GUESS = 1.0, 0.8, 0.5

# A token on one of these links is part of another word's form and no head of its own.
FIRM = (Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA, Link.CASE, Link.MARK, Link.PARTICLE, Link.FIXED)

_NOMINAL = (Link.ATTRIBUTE, Link.OBLIQUE, Link.AGENT)
_PLAIN = {
    Link.INDIRECT: "indirect",
    Link.COMPLEMENT: "complement",
    Link.INFINITIVE: "complement",
    Link.PARATAXIS: "complement",
    Link.POSSESSOR: "genitive",
    Link.MODIFIER: "adjective",
    Link.COMPOUND: "compound",
    Link.FLAT: "compound",
    Link.APPOSITION: "apposition",
}


class Filler(NamedTuple):
    """`token` fills `function`; `confidence` from 0 to 1 says how sure the parse is; `lent`: by the verb of a noun."""

    function: str
    token: int
    confidence: float = SURE
    lent: bool = False


def read_functions(
    tree: Tree, head: int, light: frozenset[str] = frozenset(), aiming: frozenset[str] = frozenset()
) -> tuple[Filler, ...]:
    """All fillers of a head, coordinated ones and antecedents included, the surest first, then in text order.

    `light`: lemmas of verbs that lend their own functions to the noun they carry; `aiming`: of verbs whose participle
    says at whom the event of the noun it describes is aimed.
    """
    # Nobody lends a verb anything.
    asked = (head,) if tree.is_part(head, "verb") else (head, light, aiming)
    found = tree.fillers.get(asked)
    if found is None:
        found = tree.fillers[asked] = _read(tree, head, light, aiming)
    return found


def _read(tree: Tree, head: int, light: frozenset[str], aiming: frozenset[str]) -> tuple[Filler, ...]:
    found = [*_own(tree, head), *_as_modifier(tree, head), *_inherited(tree, head), *_strayed_agents(tree, head)]
    found += _second_sides(tree, head, found)
    if not tree.is_part(head, "verb"):
        found += (filler._replace(lent=True) for filler in _carried(tree, head, light))
        found += (filler._replace(lent=True) for filler in _carrying(tree, head, light))
        found += _aimed(tree, head, aiming)
        found += _beside(tree, head)
    found += _nested(tree, head, found)
    spread = [each for filler in found for each in _spread(tree, filler)]
    best: dict[tuple[str, int], Filler] = {}
    for filler in spread:
        key = (filler.function, filler.token)
        if filler.token != head and (key not in best or best[key].confidence < filler.confidence):
            best[key] = filler
    return tuple(sorted(best.values(), key=lambda filler: (-filler.confidence, filler.token, filler.function)))


def _own(tree: Tree, head: int) -> Iterator[Filler]:
    passive = is_passive(tree, head)
    own = own_subjects(tree, head)
    for child in tree.children[head]:
        link = tree.links[child]
        if child in own:
            yield Filler("object" if passive else "subject", child)
        elif link in (Link.SUBJECT, Link.PASSIVE_SUBJECT):  # a second one can only be another function, mislabelled
            yield Filler("indirect", child, GUESS)
            yield Filler("object", child, GUESS)
        elif link is Link.OBJECT:
            yield from _object(tree, child)
        elif link in _NOMINAL:
            yield from _phrase(tree, head, child, passive=passive)
        elif link in _PLAIN:
            yield Filler(_PLAIN[link], child, LIKELY if link is Link.PARATAXIS else SURE)
        if _is_possessor(tree, head, child):
            yield Filler("possessor", child)
        if link is Link.INDIRECT and (word := preposition(tree, child)):
            yield from _by_preposition(tree, word, child)
        if link is Link.INFINITIVE and not tree.is_part(child, "verb"):
            yield Filler("predicate", child)
        if link is Link.DETERMINER and tree.is_word(child, "possessive"):
            yield Filler("genitive", child)
    if tree.with_link(head, Link.COPULA):
        yield Filler("predicate", head)


def _is_possessor(tree: Tree, head: int, child: int) -> bool:
    """Tell whether a genitive stands before its noun: by its link, as a possessive pronoun, or as a bare name."""
    link = tree.links[child]
    if link is Link.POSSESSOR or (link is Link.DETERMINER and tree.is_word(child, "possessive")):
        return True
    bare = link is Link.ATTRIBUTE and preposition(tree, child) is None
    return bare and child < head and tree.is_part(child, "name") and not tree.is_part(head, "verb")


def _object(tree: Tree, child: int) -> Iterator[Filler]:
    word = preposition(tree, child)
    if word is not None:  # some treebanks label phrases with a preposition as objects
        yield from _by_preposition(tree, word, child)
    elif tree.has_case(child, "dative"):
        yield Filler("indirect", child)
    else:
        yield Filler("object", child)


def _phrase(tree: Tree, head: int, child: int, *, passive: bool) -> Iterator[Filler]:
    word = preposition(tree, child)
    verbal = tree.is_part(head, "verb") or passive
    agents = tree.grammar.prepositions["agent" if verbal else "noun_agent"]
    if tree.links[child] is Link.AGENT or (word in agents and (passive or not verbal)):
        yield Filler("subject", child)
    if word is not None:
        yield from _by_preposition(tree, word, child)
    elif verbal:
        yield Filler("indirect" if tree.has_case(child, "dative") else "object", child, GUESS)
    elif not tree.doc[min(tree.subtree(child))].is_punct:  # what a comma sets off is no genitive
        yield Filler("genitive", child)


def _by_preposition(tree: Tree, word: str, child: int) -> Iterator[Filler]:
    names = tree.grammar.prepositions
    yield Filler(f"prep:{word}", child)
    if " " in word:
        yield Filler(f"prep:{word.split(maxsplit=1)[0]}", child, LIKELY)
        yield Filler(f"prep:{word.rsplit(maxsplit=1)[-1]}", child, LIKELY)
    if word in names["genitive"]:
        yield Filler("genitive", child)
    if word in names["indirect"]:
        yield Filler("indirect", child)


def _as_modifier(tree: Tree, head: int) -> Iterator[Filler]:
    """Give the noun that a participle or a relative clause describes, as the participle's object or subject."""
    link, noun = tree.links[head], tree.heads[head]
    if link is Link.MODIFIER or (link is Link.PARTICIPLE and not own_subjects(tree, head)):
        if tree.has_feature(head, "infinitive"):
            return
        active = tree.has_feature(head, "present_participle") or tree.is_word(head, "unaccusative")
        yield Filler("subject" if active else "object", noun, LIKELY if link is Link.MODIFIER else SURE)
    elif link in (Link.RELATIVE, Link.PARTICIPLE):
        marks = [tree.forms[mark] for mark in tree.with_link(head, Link.MARK)]
        if tree.grammar.words["relative"].intersection(marks) and not tree.with_link(head, Link.OBJECT):
            yield Filler("object", noun, LIKELY)  # the relative pronoun, taken for a conjunction
        for adverb in tree.children[head]:
            if tree.forms[adverb] in tree.grammar.words["relative_place"]:
                yield Filler("place", noun)


def _inherited(tree: Tree, head: int) -> Iterator[Filler]:
    """Subjects that a verb shares with another, or that the verb above controls."""
    if own_subjects(tree, head):
        return
    for subject, confidence in subjects(tree, head):
        yield Filler("object" if is_passive(tree, head) else "subject", subject, confidence)
    if tree.links[head] is Link.CONJUNCT and tree.is_part(head, "verb"):
        first = tree.heads[head]
        for child in tree.with_link(first, Link.AGENT):
            if is_passive(tree, head):
                yield Filler("subject", child, LIKELY)


def _strayed_agents(tree: Tree, head: int) -> Iterator[Filler]:
    """Give the agent of a passive whose phrase the parser hung on a word between ("near Isfara by gunmen")."""
    if not is_passive(tree, head):
        return
    agents = tree.grammar.prepositions["strayed_agent"]
    for child in tree.children[head]:
        for token in tree.children[child]:
            word = preposition(tree, token)
            if (
                word in agents
                and tree.links[token] in _NOMINAL
                and tree.links[child] not in (Link.SUBJECT, Link.PASSIVE_SUBJECT)
            ):
                yield Filler("subject", token, GUESS)


def _carried(tree: Tree, head: int, light: frozenset[str]) -> Iterator[Filler]:
    """Give what the verb that carries a noun lends it: all of a light verb, the subject of a verb of doing."""
    noun = head
    while tree.links[noun] is Link.CONJUNCT:
        noun = tree.heads[noun]
    verb, link = tree.heads[noun], tree.links[noun]
    if verb == noun or not (tree.is_part(verb, "verb") or tree.with_link(verb, Link.COPULA, Link.AUXILIARY)):
        return
    carried = link in (Link.OBJECT, Link.PASSIVE_SUBJECT, Link.OBLIQUE, Link.INDIRECT, Link.SUBJECT)
    if preposition(tree, noun) in tree.grammar.prepositions["elsewhen"]:
        return
    word = verb_lemma(tree, verb)
    if carried and is_verb_of(tree, verb, light):
        for filler in (*_own(tree, verb), *_inherited(tree, verb), *_as_modifier(tree, verb)):
            if filler.token not in (noun, head):
                yield filler._replace(confidence=filler.confidence * LIKELY)
    elif carried and _is_controlled(tree, noun) and word in tree.grammar.control["noun"]:
        for filler in (*_own(tree, verb), *_inherited(tree, verb)):
            if filler.function == "subject" and filler.token not in (noun, head):
                yield filler._replace(confidence=filler.confidence * LIKELY)


def _is_controlled(tree: Tree, noun: int) -> bool:
    """Whether a noun is what its verb speaks of ("intensify talks", "begin with talks"), not how or when it does so."""
    if tree.links[noun] in (Link.OBLIQUE, Link.INDIRECT):
        return preposition(tree, noun) in (None, *tree.grammar.prepositions["governed"])
    return tree.links[noun] is not Link.SUBJECT


def _carrying(tree: Tree, noun: int, light: frozenset[str]) -> Iterator[Filler]:
    """Give what a light verb lends to the noun it describes: "an attack carried out by X"."""
    for verb in tree.with_link(noun, Link.PARTICIPLE, Link.RELATIVE):
        if is_verb_of(tree, verb, light):
            for filler in _own(tree, verb):
                if antecedent(tree, filler.token) != noun:
                    yield filler._replace(confidence=filler.confidence * LIKELY)


def _aimed(tree: Tree, noun: int, aiming: frozenset[str]) -> Iterator[Filler]:
    """Give at whom a noun's event is aimed, by a participle: "an operation targeting X", "a raid directed at X"."""
    for verb in tree.with_link(noun, Link.PARTICIPLE, Link.MODIFIER):
        if is_verb_of(tree, verb, aiming):
            for filler in _own(tree, verb):
                yield filler._replace(function="aim" if filler.function == "object" else filler.function)


def _nested(tree: Tree, head: int, found: list[Filler]) -> Iterator[Filler]:
    """Give the phrases that the parser hung one noun too deep, less sure and only where the head has none itself.

    Of a verb these are phrases of its object ("sent tents to X"), of a noun those of what it is made of ("sending of
    tents to X") and, as likely as its own, those of a name inside it ("support of the United States for X").
    """
    verbal = tree.is_part(head, "verb")
    functions = ("object",) if verbal else ("genitive",)
    names = tree.grammar.prepositions
    own = names["genitive"] | names["static"] if verbal else names["genitive"]
    above = [filler.token for filler in found if filler.function in functions and not filler.lent]
    for child in sorted({token for token in above if tree.heads[token] == head and tree.is_part(token, "noun")}):
        named = not verbal and tree.is_part(child, "name")
        for token in tree.with_link(child, Link.ATTRIBUTE, Link.OBLIQUE):
            word = preposition(tree, token)
            if word is not None and word not in own:
                deeper = _phrase(tree, head, token, passive=is_passive(tree, head))
                yield from (filler._replace(confidence=GUESS, lent=not named) for filler in deeper)


def _second_sides(tree: Tree, head: int, found: list[Filler]) -> list[Filler]:
    """Give the side that a "between" phrase lacks: a coordinated phrase which the parser hung on the head instead."""
    names = {f"prep:{word}" for word in tree.grammar.prepositions["between"]}
    phrases = [filler for filler in found if filler.function in names]
    strayed = [
        token
        for child in (head, *tree.children[head])
        for token in tree.children[child]
        if tree.links[token] in (Link.APPOSITION, Link.CONJUNCT, Link.OTHER, Link.PARATAXIS, Link.ATTRIBUTE)
        and tree.with_link(token, Link.COORDINATOR)
    ]
    return [
        Filler(filler.function, token, LIKELY)
        for filler in phrases
        if len(list(conjuncts(tree, filler.token))) < 2
        for token in strayed
        if token > filler.token
    ]


def _beside(tree: Tree, noun: int) -> Iterator[Filler]:
    """Neighbours that a parser often hangs elsewhere: the describing word before, the phrase right behind."""
    before = noun - 1
    while (
        before >= 0
        and before not in tree.children[noun]
        and tree.doc[before].is_punct
        and not tree.doc[before].whitespace_
    ):
        before -= 1
    if before >= 0 and tree.heads[before] != noun and tree.is_part(before, "describing"):
        yield Filler("adjective", before, GUESS)
        yield Filler("compound", before, GUESS)
    after = max(tree.subtree(noun)) + 1
    for start in dict.fromkeys((noun + 1, after)):
        if start >= len(tree.doc) or tree.links[start] is not Link.CASE or tree.heads[start] == noun:
            continue
        phrase = tree.heads[start]
        if phrase not in tree.subtree(noun) and tree.doc[start].sent == tree.doc[noun].sent:
            for filler in _by_preposition(tree, function_word(tree, start), phrase):
                yield filler._replace(confidence=GUESS)


def _spread(tree: Tree, filler: Filler) -> Iterator[Filler]:
    """Give a filler with what is coordinated with it; a relative pronoun gives its antecedent."""
    if filler.function == "complement":
        yield from (filler._replace(token=token) for token in conjuncts(tree, filler.token))
        return
    for token in conjuncts(tree, filler.token):
        meant = antecedent(tree, token)
        yield filler if meant == filler.token else filler._replace(token=meant)


def antecedent(tree: Tree, token: int) -> int:
    """Give the noun that a relative pronoun stands for; any other token itself."""
    if not is_relative(tree, token):
        return token
    for above in tree.ancestors(token):
        if tree.links[above] in (Link.RELATIVE, Link.PARTICIPLE):
            return tree.heads[above]
    return token


def is_relative(tree: Tree, token: int) -> bool:
    """Whether the token is a relative pronoun: by its features, or by its form inside a relative clause."""
    if tree.has_feature(token, "relative"):
        return True
    if not tree.is_part(token, "pronoun") or tree.forms[token] not in tree.grammar.words["relative"]:
        return False
    above = [tree.heads[token], *tree.ancestors(tree.heads[token])]
    clause = next((each for each in above if tree.links[each] in (Link.RELATIVE, Link.PARTICIPLE)), None)
    return clause is not None and tree.links[token] is not Link.DETERMINER and min(tree.subtree(clause)) >= token - 2
