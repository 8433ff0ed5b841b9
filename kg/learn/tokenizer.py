"""The tokenizer `kg.tokenizer.v1`: that of the spaCy language, with the rules a language's table adds.

In: regular expressions from `[tokenizer]` of language.toml, carried in the model's configuration. Out: a spaCy
Tokenizer. Whoever loads the model needs this package only for the name; the rules travel in the model.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.tokenizer import Tokenizer

NAME = "kg.tokenizer.v1"

Match = Callable[[str], re.Match[str] | None]


@util.registry.tokenizers(NAME)
def create_tokenizer(
    prefixes: list[str], suffixes: list[str], infixes: list[str], split: str, dropped: list[str]
) -> Callable[[Language], Tokenizer]:
    """Give a function that makes the tokenizer for a pipeline.

    `prefixes`, `suffixes`, `infixes`: regular expressions tried before the language's own. `split`: words that match
    it are cut even where the language's own rules would keep them whole. `dropped`: rules of the language that do not
    hold, as regular expressions that match the whole of an exception or are found in the text of a suffix pattern.
    """

    def create(nlp: Language) -> Tokenizer:
        own = nlp.Defaults
        return _Tokenizer(
            nlp.vocab,
            rules=_exceptions(own.tokenizer_exceptions or {}, dropped),
            prefix_search=util.compile_prefix_regex([*prefixes, *(own.prefixes or [])]).search,
            suffix_search=util.compile_suffix_regex([*suffixes, *_kept(own.suffixes or [], dropped)]).search,
            infix_finditer=util.compile_infix_regex([*infixes, *(own.infixes or [])]).finditer,
            token_match=_token_match(own.token_match, split),
            url_match=own.url_match,
        )

    return create


def tokenizer_block(table: dict[str, Any]) -> dict[str, Any]:
    """Give the `[nlp.tokenizer]` block of a configuration, from the table `[tokenizer]` of language.toml."""
    keys = {"prefixes": [], "suffixes": [], "infixes": [], "split": "", "dropped": []}
    return {"@tokenizers": NAME, **{key: table.get(key, empty) for key, empty in keys.items()}}


def _exceptions(rules: dict[str, Any], dropped: list[str]) -> dict[str, Any]:
    patterns = [re.compile(pattern) for pattern in dropped]
    return {word: parts for word, parts in rules.items() if not any(p.fullmatch(word) for p in patterns)}


def _kept(patterns: list[str], dropped: list[str]) -> list[str]:
    return [pattern for pattern in patterns if not any(re.search(text, pattern) for text in dropped)]


class _KeptWords:
    """Words that a language keeps whole, less those that a pattern cuts; `pattern` None keeps spaCy from writing it."""

    pattern = None

    def __init__(self, kept: Match, split: str) -> None:
        self._kept = kept
        self._split = re.compile(split)

    def match(self, text: str) -> re.Match[str] | None:
        return None if self._split.match(text) else self._kept(text)


class _Tokenizer(Tokenizer):
    """A tokenizer whose test for words kept whole is not read from disk but stays as `create_tokenizer` made it.

    spaCy would write the test as a regular expression; the French one has a million characters and takes seconds to
    compile a second time.
    """

    token_match: Match | None

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "_Tokenizer":
        kept = self.token_match
        super().from_bytes(bytes_data, exclude=exclude)
        self.token_match = kept
        return self


def _token_match(match: Match | None, split: str) -> Match | None:
    """Give the language's own test for words kept whole, less those that `split` matches."""
    return _KeptWords(match, split).match if match and split else match
