"""Whether a time expression lies in the past or in the future, by the words around it.

In: a Doc, the place of the expression, the tense words of the language. Out: -1 past, 0 not said, 1 future. A word
right before the expression decides ("seit", "until"), else the nearest verb form of its clause, else of its sentence.
Verb forms are told by morphology where the Doc has it, and by the listed words and endings.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from kg.annotate.times.lexicon import Tenses

_CLAUSE = re.compile(r"[,;:()«»„“”\"–—\n]|[.!?](?=\s)")
_SENTENCE = re.compile(r"\n[^\S\n]*\n|[.!?…][\"“”»]?\s+(?=[^\W\d_a-zß-ÿ])")
_REACH, _NEAR = 300, 40
_DOUBT = 4
_ADVERBIAL, _ATTACHED = 2, 6


def direction(doc: Doc, span: Span, tenses: Tenses, text: str) -> int:
    """Give the direction of the expression `span`; `text` is that of the whole Doc, which is slow to ask for."""
    preceding = text[max(0, span.start_char - _NEAR) : span.start_char]
    told = _first(tenses.before, preceding)
    if told is not None:
        return told
    clause = _of_clause(doc, span, tenses, text)
    told = _first(tenses.before_open, preceding)
    if told is not None:
        return clause if clause is not None and clause < 0 else told
    if clause is None:
        clause = _of_verbs(_around(doc, span, _SENTENCE, text), span, tenses, text)
    return clause or 0


def _of_clause(doc: Doc, span: Span, tenses: Tenses, text: str) -> int | None:
    """Give the direction of the clause; an adverbial before a comma ("Lundi encore, …") belongs to the next clause."""
    clause = _around(doc, span, _CLAUSE, text)
    way = _of_verbs(clause, span, tenses, text)
    if way is not None or sum(token.is_alpha for token in clause) > _ADVERBIAL:
        return way
    last = max([span.end - 1, *(token.i for token in clause)])
    if last + 2 >= len(doc) or doc[last + 1].is_alpha:
        return None
    return _of_verbs(_around(doc, doc[last + 1 : last + 2], _CLAUSE, text), span, tenses, text)


def _first(patterns: Sequence[tuple[re.Pattern[str], int]], preceding: str) -> int | None:
    return next((way for pattern, way in patterns if pattern.search(preceding)), None)


def _around(doc: Doc, span: Span, border: re.Pattern[str], text: str) -> Sequence[Token]:
    """Give the tokens between the borders before and after the expression, without its own."""
    before = [match.end() for match in border.finditer(text, max(0, span.start_char - _REACH), span.start_char + 1)]
    after = border.search(text, span.end_char, span.end_char + _REACH + _NEAR)
    first = before[-1] if before else max(0, span.start_char - _REACH)
    last = min(after.start() if after else len(text), span.end_char + _REACH)
    around = doc.char_span(first, max(first, last), alignment_mode="contract")
    return () if around is None else [token for token in around if token.i < span.start or token.i >= span.end]


def _of_verbs(tokens: Sequence[Token], span: Span, tenses: Tenses, text: str) -> int | None:
    """Give the direction of the nearest verb form; those told by their ending count as farther, phrases as nearer."""
    words = [(_distance(token, span) + more, 1, token.i, way) for token in tokens for more, way in _ways(token, tenses)]
    forms = [*words, *((far, 0, place, way) for far, place, way in _phrases(tokens, span, tenses, text))]
    if not forms:
        return None
    _, _, place, way = min(forms)
    verb = span.doc[place]
    others = [token for token in tokens if token is not verb]
    if verb.text.lower() in tenses.hearsay:
        return -1 if any(token.text.lower() in tenses.perfect for token in others) else way
    if way == 0:
        return -1 if any(_is_participle(token, tenses) for token in others) else 1
    return way


def _distance(token: Token, span: Span) -> int:
    distance: int = span.start - token.i if token.i < span.start else token.i - span.end + 1
    return distance


def _phrases(tokens: Sequence[Token], span: Span, tenses: Tenses, text: str) -> list[tuple[int, int, int]]:
    """Phrases of several words among the tokens, as forms at their last word."""
    if not tokens or not tenses.phrases:
        return []
    doc, start, end = span.doc, tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    found = []
    for phrase, way in tenses.phrases:
        for match in phrase.finditer(text, start, end):
            words = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if words is not None and 0 < _distance(words[-1], span) <= _ATTACHED and words.end <= span.start:
                found.append((_distance(words[-1], span), words[-1].i, way))
    return found


def _ways(token: Token, tenses: Tenses) -> Sequence[tuple[int, int]]:
    """Give what a token says, and how little it is to be trusted; nothing where it is no verb form known."""
    lower = token.text.lower()
    if token.text != lower and token.i > 0 and token.nbor(-1).is_alpha:  # a name or noun inside the clause
        return ()
    if lower in tenses.words:
        return ((0, tenses.words[lower]),)
    if _is_participle(token, tenses):
        return ((_DOUBT, -1),)
    told = next((way for pair, way in tenses.features.items() if pair in str(token.morph).split("|")), None)
    ending = next((way for end, way in tenses.endings if token.is_lower and lower.endswith(end)), None)
    if ending is not None:  # surer than the tagger of which tense, less sure that it is a verb
        return ((_DOUBT if told is None else 0, ending),)
    return () if told is None else ((0, told),)


def _is_participle(token: Token, tenses: Tenses) -> bool:
    if token.has_morph():
        return not tenses.participle_features.isdisjoint(str(token.morph).split("|"))
    return token.text.endswith(tenses.participle_endings) and len(token) > _DOUBT
