"""The tokenizer `kg.tokenizer.v1`: that of the spaCy language, with the rules a language's table adds.

In: regular expressions from `[tokenizer]` of language.toml, carried in the model's configuration. Out: a spaCy
Tokenizer. Whoever loads the model needs this package only for the name; the rules travel in the model.
"""

import re
from collections.abc import Callable
from typing import Any

from spacy import util
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.language import Language
from spacy.tokenizer import Tokenizer

NAME = "kg.tokenizer.v1"

GLOBAL_FLAGS = re.compile(r"^\(\?[aiLmsux]+\)")

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
        return Tokenizer(
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


def _token_match(match: Match | None, split: str) -> Match | None:
    r"""Give the language's own test for words kept whole, less those that `split` matches.

    spaCy's patterns list every letter of Unicode; the French one has over a million characters so and takes seconds to
    compile. With \w in the place of the lists it is short enough to travel with the model.
    """
    own: re.Pattern[str] | None = getattr(match, "__self__", None)
    if own is None:
        return match
    flags = "(?i)" if own.flags & re.IGNORECASE else ""
    exceptions = f"(?!{split})" if split else ""
    body = GLOBAL_FLAGS.sub("", own.pattern).replace(ALPHA, r"\w").replace(ALPHA_LOWER, r"\w")
    return re.compile(f"{flags}{exceptions}(?:{body})").match
