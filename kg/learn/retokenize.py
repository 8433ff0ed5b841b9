"""Sentences of a treebank → spaCy Docs in the words of our tokenizer.

In: a `Sentence`, a tokenizer, and the labels for parts from language.toml. Out: a Doc with lemmas, parts of speech,
morphology and a tree. A gold word that the tokenizer cuts ("US-Außenminister") becomes a head, its last part, with
the parts before it as dependents; gold words that it keeps together ("im", "du") become one word, the outermost.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.learn.treebank import Sentence, Word

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class PartLabels:
    """What no treebank labels: parts of a cut word (a part, a capital part, a mark such as a hyphen) and line breaks.

    `part`, `mark` and `space` are relations; `name`, `mark_pos` and `space_pos` parts of speech.
    """

    part: str
    name: str
    mark: str
    mark_pos: str
    space: str
    space_pos: str


def retokenize(sentence: Sentence, tokenizer: Tokenizer, labels: PartLabels) -> Doc | None:
    """Give the sentence as a Doc, or None where its words cannot be made ours."""
    tokens = tokenizer(sentence.text)
    groups = _groups(sentence, [(token.idx, token.idx + len(token)) for token in tokens])
    if groups is None:
        return None
    place = {word: _head_token(own, tokens) for gold, own in groups for word in gold}
    words: list[Word] = []
    for gold, own in groups:
        whole = _merge([sentence.words[index] for index in gold], gold)
        head = place[gold[0]] if whole.head in gold else place[whole.head]
        words.extend(_split(replace(whole, head=head), place[gold[0]], [tokens[index].text for index in own], labels))
    return _doc(tokens, words) if _is_tree(words) else None


def _is_tree(words: list[Word]) -> bool:
    """Say whether every word leads to a root; merging words can close a circle."""
    return all(_leads_to_root(words, index) for index in range(len(words)))


def _leads_to_root(words: list[Word], index: int) -> bool:
    here = index
    for _ in words:
        if words[here].head == here:
            return True
        here = words[here].head
    return False


def _head_token(own: list[int], tokens: Doc) -> int:
    """Find the last of the tokens that is no mark."""
    return next((index for index in reversed(own) if _is_text(tokens[index].text)), own[-1])


def _groups(sentence: Sentence, spans: list[tuple[int, int]]) -> list[tuple[list[int], list[int]]] | None:
    """Pair gold words and tokens that cover the same characters, as index lists of which one has a single member."""
    gold_edges = {word.end for word in sentence.words}
    edges = [0, *sorted(gold_edges & {end for _, end in spans})]
    groups = []
    for start, end in pairwise(edges):
        gold = [index for index, word in enumerate(sentence.words) if start < word.end <= end]
        own = [index for index, span in enumerate(spans) if start < span[1] <= end]
        if len(gold) > 1 and len(own) > 1:
            return None
        groups.append((gold, own))
    complete = sum(len(own) for _, own in groups) == len(spans)
    return groups if complete and sum(len(gold) for gold, _ in groups) == len(sentence.words) else None


def _merge(words: list[Word], indices: list[int]) -> Word:
    """Make one word of several: the first that hangs outside, with the features of all."""
    outer = next((word for word, index in zip(words, indices, strict=True) if _hangs_outside(word, index, indices)))
    if len(words) == 1:
        return outer
    features: dict[str, str] = {}
    for word in words:
        for feature in filter(None, word.features.split("|")):
            features.setdefault(*feature.split("=", 1))
    return replace(outer, features="|".join(f"{key}={value}" for key, value in sorted(features.items())))


def _hangs_outside(word: Word, index: int, indices: list[int]) -> bool:
    return word.head == index or word.head not in indices


def _split(word: Word, head: int, forms: list[str], labels: PartLabels) -> list[Word]:
    """Make the word's tokens: the one at `head` of the document stands for it, the others hang on that one."""
    if len(forms) == 1:
        return [word]
    last = max((number for number, form in enumerate(forms) if _is_text(form)), default=len(forms) - 1)
    lemmas = _part_lemmas(word.lemma, forms)
    parts = [_part(form, lemma, head, word, labels) for form, lemma in zip(forms, lemmas, strict=True)]
    parts[last] = replace(word, lemma=lemmas[last])
    return parts


def _is_text(form: str) -> bool:
    return any(character.isalnum() for character in form)


def _part_lemmas(lemma: str, forms: list[str]) -> list[str]:
    """Give each part a lemma: the gold lemma's part where it is cut alike, else the form, the last the lemma.

    No part has one where the word has none; marks are their own.
    """
    if not lemma:
        return [""] * len(forms)
    texts = [number for number, form in enumerate(forms) if _is_text(form)]
    cut = lemma.replace("‑", "-").strip("-").split("-")
    if texts and len(cut) == len(texts):
        return [cut[texts.index(number)] if number in texts else form for number, form in enumerate(forms)]
    return [*forms[:-1], cut[-1] if len(texts) > 1 else lemma]


def _part(form: str, lemma: str, head: int, word: Word, labels: PartLabels) -> Word:
    if not _is_text(form):
        return Word(0, 0, form, labels.mark_pos, "", "", head, labels.mark)
    return Word(0, 0, lemma, labels.name if form.isupper() else word.pos, "", "", head, labels.part)


def with_break(sentence: Doc, labels: PartLabels) -> Doc:
    """Give the sentence with the empty line after it that ends a paragraph."""
    root = next(token.i for token in sentence if token.head == token)
    words = [_word(token) for token in sentence]
    words.append(Word(0, 0, BREAK, labels.space_pos, "", "", root, labels.space))
    texts = [*(token.text for token in sentence), BREAK]
    return _new(sentence.vocab, texts, [*(bool(token.whitespace_) for token in sentence[:-1]), False, False], words)


def _word(token: Token) -> Word:
    return Word(0, 0, token.lemma_, token.pos_, "", str(token.morph), token.head.i, token.dep_)


def _doc(tokens: Doc, words: list[Word]) -> Doc:
    return _new(tokens.vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens], words)


def _new(vocab: Vocab, texts: list[str], spaces: list[bool], words: list[Word]) -> Doc:
    return Doc(
        vocab,
        words=texts,
        spaces=spaces,
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        morphs=[word.features for word in words],
        heads=[word.head for word in words],
        deps=[word.label for word in words],
    )
