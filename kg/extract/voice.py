"""Voice and subjects of a verb: is it passive, and who is its subject where the clause leaves it out.

In: a `Tree` and a verb. Out: voice, and subject tokens with a confidence. Left-out subjects come from the verb that
it is coordinated with, from the noun that its clause describes, or from the verb above that controls it.
"""

from kg.extract.forms import guess_lemmas
from kg.extract.grammar import NUMBER, SUBJECTS, Link
from kg.extract.tree import Tree, lemma, preposition, verb_lemma

SHARED, CONTROLLED, ADJOINED, GUESSED = 0.9, 0.9, 0.8, 0.5

_BARE = (Link.OBJECT, Link.OBLIQUE, Link.INDIRECT, Link.ATTRIBUTE, Link.OTHER)
_CLAUSES = frozenset(
    {Link.COMPLEMENT, Link.INFINITIVE, Link.ADVERBIAL, Link.RELATIVE, Link.PARTICIPLE, Link.PARATAXIS, Link.CONJUNCT}
)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive, by its links, its auxiliary, or as a bare past participle."""
    known = tree.passives
    if verb not in known:
        known[verb] = _is_passive(tree, verb)
    return known[verb]


def _is_passive(tree: Tree, verb: int) -> bool:
    if tree.is_word(verb, "unaccusative") or tree.with_link(verb, Link.COPULA):
        return _has_sure_passive(tree, verb) or _is_participle_taken_for_adjective(tree, verb)
    if tree.with_link(verb, Link.PASSIVE_AUXILIARY, Link.PASSIVE_SUBJECT):
        return bool(tree.with_link(verb, Link.PASSIVE_AUXILIARY)) or not is_reflexive(tree, verb)
    if tree.with_link(verb, Link.AUXILIARY):
        return _passive_auxiliary(tree, verb)
    if tree.links[verb] is Link.CONJUNCT and _is_bare_participle(tree, verb):
        return is_passive(tree, tree.heads[verb])
    if _in_headline(tree, verb) and not tree.with_link(verb, Link.OBJECT):
        return tree.has_feature(verb, "headline_passive")
    modifies = tree.links[verb] in (Link.PARTICIPLE, Link.MODIFIER, Link.ADVERBIAL)
    bare = tree.has_feature(verb, "participle") or tree.is_part(verb, "verb") is False
    return (modifies and bare and not _is_clause(tree, verb)) or _awaits_auxiliary(tree, verb)


def _awaits_auxiliary(tree: Tree, verb: int) -> bool:
    """Whether a bare participle shares the auxiliary of a later one ("dass A getötet und B verletzt wurden")."""
    if not tree.has_feature(verb, "participle") or tree.with_link(verb, Link.OBJECT):
        return False
    later = [each for each in tree.with_link(verb, Link.CONJUNCT) if tree.has_feature(each, "participle")]
    return any(tree.with_link(each, Link.PASSIVE_AUXILIARY) for each in later)


def _is_bare_participle(tree: Tree, verb: int) -> bool:
    """Whether a verb may share the auxiliary of the one before: "were killed and dozens injured"."""
    shared = tree.has_feature(verb, "participle") and not own_subjects(tree, verb)
    return shared or (not tree.is_part(verb, "verb") and bool(guess_lemmas(tree, "verb", tree.doc[verb].lower_)))


def _has_sure_passive(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary of the passive cannot be one of the perfect ("war gestürzt worden")."""
    return any(
        tree.is_word(child, "participle_needed") for child in tree.with_link(verb, Link.PASSIVE_AUXILIARY)
    ) and tree.has_feature(verb, "participle")


def _is_participle_taken_for_adjective(tree: Tree, token: int) -> bool:
    """Tell "were wounded" from "were kind", both with an adjective: by auxiliary and form."""
    auxiliary = any(tree.is_word(child, "passive_auxiliary") for child in tree.with_link(token, Link.COPULA))
    form = tree.forms[token]
    return auxiliary and not tree.is_part(token, "verb") and bool(guess_lemmas(tree, "verb", form))


def _in_headline(tree: Tree, verb: int) -> bool:
    """Tell whether a verb stands in the first paragraph, where auxiliaries are left out ("Aid workers seized")."""
    return verb < tree.headline


def own_subjects(tree: Tree, verb: int) -> list[int]:
    """Give the subject on the verb itself, as a list of one or none.

    A parser may give a verb two: the one whose article says by its case that it is one is meant, else the one before
    the verb, else the nearest. The case that it gives a bare name is a guess.
    """
    found = [token for token in tree.with_link(verb, *SUBJECTS) if not _is_oblique(tree, token)]
    sure = [token for token in found if _shows_nominative(tree, token)]
    before = [token for token in found if token < verb]
    return sorted(sure or before or found, key=lambda token: abs(token - verb))[:1]


def _shows_nominative(tree: Tree, token: int) -> bool:
    """Tell whether an article may show the nominative, and the parser takes it for one."""
    articles = tree.with_link(token, Link.DETERMINER)
    shown = any(tree.forms[article] in tree.grammar.words["nominative"] for article in articles)
    return shown and tree.has_case(token, "nominative")


def subjects(tree: Tree, verb: int) -> list[tuple[int, float]]:
    """Give the surface subjects of a verb, its own or the understood ones, with a confidence."""
    own = own_subjects(tree, verb)
    link, head = tree.links[verb], tree.heads[verb]
    if own:
        return [(token, 1.0) for token in own]
    guessed = _guessed(tree, verb) if link is not Link.CONJUNCT or is_juxtaposed(tree, verb) else []
    if head == verb or guessed:
        return guessed
    return _understood(tree, verb, head)


def _understood(tree: Tree, verb: int, head: int) -> list[tuple[int, float]]:
    """Give the subjects that a clause without one takes from the word it hangs on."""
    link = tree.links[verb]
    if link is Link.CONJUNCT:
        return _lower(subjects(tree, head), SHARED)
    if link in (Link.INFINITIVE, Link.COMPLEMENT) and not tree.has_feature(verb, "finite"):
        return _lower(controllers(tree, head), CONTROLLED)
    if link is Link.ADVERBIAL and not _has_finite(tree, verb):
        return _lower([found for found in subjects(tree, head) if _agrees(tree, verb, found[0])], ADJOINED)
    if link is Link.PARTICIPLE and tree.has_feature(verb, "infinitive") and tree.is_part(tree.heads[head], "verb"):
        return _lower(subjects(tree, tree.heads[head]), ADJOINED)
    return []


def _agrees(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a verb form that shows a number shows that of its subject ("le ministre ..., tués samedi": it is not)."""
    shown, own = tree.doc[verb].morph.get(NUMBER), tree.doc[subject].morph.get(NUMBER)
    return not shown or not own or shown == own or bool(tree.with_link(subject, Link.CONJUNCT))


def is_juxtaposed(tree: Tree, verb: int) -> bool:
    """Whether a verb that the parser coordinates has no conjunction and nothing coordinated behind it."""
    if tree.links[verb] is not Link.CONJUNCT or tree.with_link(verb, Link.COORDINATOR):
        return False
    later = [child for child in tree.with_link(tree.heads[verb], Link.CONJUNCT) if child > verb]
    return not later and not tree.with_link(verb, Link.CONJUNCT)


def _guessed(tree: Tree, verb: int) -> list[tuple[int, float]]:
    """Give a likely subject for a finite verb that has none in the parse.

    It is a bare noun of its clause in the nominative, else the nearest one before the verb, else the first behind it.
    """
    if not _has_finite(tree, verb) or not tree.is_part(verb, "verb"):
        return []
    start = min([verb, *tree.with_link(verb, Link.AUXILIARY, Link.PASSIVE_AUXILIARY)])
    bare = [token for token in sorted(_clause(tree, verb)) if _may_be_subject(tree, token)]
    nominative = [token for token in bare if tree.has_case(token, "nominative")]
    before = [token for token in bare if token < start]
    chosen = (nominative or before[-1:] or [token for token in bare if token > start])[:1]
    return [(token, GUESSED) for token in chosen]


def _clause(tree: Tree, verb: int) -> set[int]:
    """Give the tokens of a verb's own clause, without clauses below it."""
    found: set[int] = set()
    stack = [verb]
    while stack:
        token = stack.pop()
        found.add(token)
        stack.extend(child for child in tree.children[token] if tree.links[child] not in _CLAUSES)
    return found


def _may_be_subject(tree: Tree, token: int) -> bool:
    if tree.links[token] not in _BARE or not (tree.is_part(token, "noun") or tree.is_part(token, "pronoun")):
        return False
    return not (tree.with_link(token, Link.CASE) or tree.has_case(token, "genitive") or _is_oblique(tree, token))


def _is_oblique(tree: Tree, token: int) -> bool:
    """Tell whether a form or its determiner is one that no subject has; surer than a tagger's case."""
    words = tree.grammar.words["oblique"]
    shown = [child for child in tree.children[token] if tree.links[child] is Link.DETERMINER] or [token]
    return any(tree.forms[each] in words for each in shown)


def controllers(tree: Tree, verb: int) -> list[tuple[int, float]]:
    """Who does what the infinitive under `verb` says: its addressee or object, else its subject."""
    if verb_lemma(tree, verb) not in tree.grammar.control["subject"]:
        addressed = tree.with_link(verb, Link.INDIRECT) or tree.with_link(verb, Link.OBJECT)
        addressed = addressed or [token for token in tree.with_link(verb, Link.OBLIQUE) if _is_addressee(tree, token)]
        if addressed:
            return [(token, 1.0) for token in addressed]
        passive = tree.with_link(verb, Link.PASSIVE_SUBJECT)
        if passive:
            return [(token, 1.0) for token in passive]
    return subjects(tree, verb)


def _is_addressee(tree: Tree, token: int) -> bool:
    return preposition(tree, token) in tree.grammar.prepositions["indirect"]


def _passive_auxiliary(tree: Tree, verb: int) -> bool:
    words = tree.grammar.words
    if is_reflexive(tree, verb) or tree.has_feature(verb, "present_participle"):
        return False
    for token in tree.with_link(verb, Link.AUXILIARY):
        word = lemma(tree, token)
        if word in words["passive_auxiliary"]:
            return word not in words["participle_needed"] or tree.has_feature(verb, "participle")
    return False


def is_reflexive(tree: Tree, verb: int) -> bool:
    """Whether a reflexive pronoun hangs on the verb or on its auxiliary."""
    for child in tree.children[verb]:
        if tree.links[child] is Link.REFLEXIVE or tree.has_feature(child, "reflexive"):
            return True
        if tree.forms[child] in tree.grammar.words["reflexive"]:
            return True
    return False


def _is_clause(tree: Tree, verb: int) -> bool:
    present = tree.has_feature(verb, "present_participle") or tree.has_feature(verb, "infinitive")
    return present or _has_finite(tree, verb)


def _has_finite(tree: Tree, verb: int) -> bool:
    return any(
        tree.has_feature(token, "finite") for token in (verb, *tree.with_link(verb, Link.AUXILIARY, Link.COPULA))
    )


def _lower(found: list[tuple[int, float]], factor: float) -> list[tuple[int, float]]:
    return [(token, confidence * factor) for token, confidence in found]
