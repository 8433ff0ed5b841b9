"""What the parse says, in neutral terms, and sensible answers where there is none.

In: tokens. Out: heads, functions, parts of speech. The parser's labels stand in languages/<code>/grammar.toml.
"""

from functools import cache

from spacy.symbols import ADJ, ADP, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, VERB
from spacy.tokens import Doc, Token

from kg import languages

VERBS = frozenset({VERB, AUX})
ADJECTIVES = frozenset({ADJ, NUM})
NOUNS = frozenset({NOUN, PROPN})
OPENING = frozenset({ADP, CCONJ, DET})
UNTAGGED = 0
FUNCTIONS = ("subject", "passive_subject", "object", "oblique", "modifier", "apposition")


@cache
def labels(code: str, *links: str) -> frozenset[str]:
    """The parser's labels, of all schemes, for neutral links such as "subject" or "apposition"."""
    schemes = languages.table(code, "grammar")["schemes"]
    rows = [schemes[name]["links"] for name in sorted(schemes)]
    return frozenset(label for row in rows for link in links for label in row.get(link, ()))


def has_link(token: Token, *links: str) -> bool:
    """Say whether the token hangs on its head by one of the links."""
    return token.dep_ in labels(token.doc.lang_, *links)


def children(token: Token, *links: str) -> tuple[Token, ...]:
    """Give the words that hang on a word by one of the links; none without a parse."""
    return tuple(child for child in dependents(token) if has_link(child, *links))


def dependents(token: Token) -> tuple[Token, ...]:
    """Give all words that hang on a word; none without a parse (where spaCy must not be asked)."""
    return tuple(token.children) if is_parsed(token.doc) else ()


def is_parsed(doc: Doc) -> bool:
    """Say whether the words have heads."""
    return bool(doc.has_annotation("DEP"))


def is_tagged(doc: Doc) -> bool:
    """Say whether the words have parts of speech."""
    return bool(doc.has_annotation("POS"))


def may_be(token: Token, *parts: int) -> bool:
    """Say whether the token has one of the parts of speech, or none is known."""
    return token.pos == UNTAGGED or token.pos in parts


def may_describe(token: Token) -> bool:
    """Say whether a word may stand between article and noun."""
    return token.is_alpha and may_be(token, ADJ, NUM, PROPN)


def may_be_noun(token: Token) -> bool:
    """Say whether a word may be the head of a noun phrase."""
    return may_be(token, NOUN, PROPN, ADJ, NUM)


def is_plural(token: Token) -> bool:
    """Say whether a word's form is a plural, as far as the treebanks of Universal Dependencies tell."""
    return "Plur" in token.morph.get("Number")


def is_bare(noun: Token) -> bool:
    """Say whether a noun has no article or possessive that says that it is known, and no number."""
    if not is_parsed(noun.doc):
        return False
    before = [child for child in noun.children if child.i < noun.i]
    told = [child for child in before if child.pos in (DET, NUM) or child.morph.get("Poss")]
    return all("Ind" in child.morph.get("Definite") for child in told)


def described_end(noun: Token) -> int:
    """Give the end of the adjectives right behind a noun that describe it."""
    end = int(noun.i) + 1
    while end < len(noun.doc) and noun.doc[end].head.i == noun.i and has_link(noun.doc[end], "modifier"):
        end += 1
    return end


def is_verb(token: Token) -> bool:
    """Say whether a word is known to be a verb."""
    return token.pos in VERBS


def may_be_pronoun(token: Token) -> bool:
    """Say whether a word may be a pronoun or a possessive."""
    return may_be(token, PRON, DET, ADJ)


def is_clitic(token: Token) -> bool:
    """Say whether a word is known to be a pronoun of its own, no article."""
    return bool(token.pos == PRON)


def may_link(token: Token) -> bool:
    """Say whether a word may stand between a title and the name of its holder."""
    return may_be(token, ADP, DET, ADJ, NOUN, PROPN, NUM)


def clause_of(token: Token) -> Token:
    """Give the verb (or other word) that heads the clause of a word; the word's sentence start without a parse."""
    if not is_parsed(token.doc):
        return sentence_start(token)
    while token.head.i != token.i and not (
        token.pos in VERBS and not has_link(token, "auxiliary", "passive_auxiliary")
    ):
        token = token.head
    return token


def sentence_start(token: Token) -> Token:
    """Give the first word of the token's sentence; of the text where it is not cut into sentences."""
    return token.doc[token.sent.start] if token.doc.has_annotation("SENT_START") else token.doc[0]


def is_subject(token: Token) -> bool:
    """Say whether a word is the subject of its clause; the first noun of a sentence where there is no parse."""
    if is_parsed(token.doc):
        return has_link(token, "subject", "passive_subject")
    return bool(token.i - sentence_start(token).i < 2)


def function(token: Token) -> str:
    """Say how a word hangs on its head, of the `FUNCTIONS`; coordinated ones hang as the first of them does."""
    while has_link(token, "conjunct") and token.head.i != token.i:
        token = token.head
    return next((link for link in FUNCTIONS if has_link(token, link)), "other")


def sentence_numbers(doc: Doc) -> list[int]:
    """Give for each token the number of its sentence."""
    number = -1
    numbers = []
    for token in doc:
        number += bool(token.is_sent_start) or token.i == 0
        numbers.append(number)
    return numbers


def is_preposition(token: Token) -> bool:
    """Say whether a word is known to be a preposition."""
    return bool(token.pos == ADP)


def is_noun(token: Token) -> bool:
    """Say whether a word is known to be a noun or a name."""
    return token.pos in NOUNS
