"""The language of a document.

In: its headline and text, and what is declared. Out: the code of a language we have, or an error that names the
language it is in. Decided by py3langid on the headline and the first 500 characters, among all languages it knows:
choosing only among ours would make German of Dutch. A near tie goes to ours.
"""

from collections.abc import Callable
from functools import cache

from kg import languages
from kg.errors import InputError
from kg.read.decode import letters
from kg.read.tables import source

_SAMPLE = 500  # characters
_TIE = 0.5  # difference of log-likelihood per letter: kin languages of Europe differ by 1.0 and more
_CERTAIN = 100  # letters that are enough to contradict what is declared
_OWN_SHARE = 0.7
_NOTHING = -1e30  # what py3langid gives where it knows nothing is the least float


def code_of(declared: str) -> str | None:
    """The code of ours for a declared language ("de-AT", "ger", "German"), None where we do not have it."""
    name = declared.strip().casefold()
    short = name.replace("_", "-").partition("-")[0]
    for code in languages.codes():
        if code in {name, short} or {name, short} & {
            word.casefold() for word in source(code).words("language", "names")
        }:
            return code
    return None


def language_of(text: str, declared: str | None, asserted: bool, identifier: str) -> str:
    """The language of a text. A declared one holds unless the text is clearly in another.

    One that a person declared (`asserted`) is only given up for a language we have, so that a dialect or a rare
    kin may pass under it; one of a page's template for any. Raises InputError where it is none of ours.
    """
    sample = text[:_SAMPLE]
    size = sum(character.isalpha() for character in sample)
    code = code_of(declared) if declared else None
    guess = _guess(sample, size)
    if declared and asserted:
        if code and (guess in {code, None} or size < _CERTAIN or guess not in languages.codes()):
            return code
        if not code and (guess not in languages.codes() or size < _CERTAIN):
            raise InputError(identifier, _unknown(declared))
    if code and size < _CERTAIN and _is_near(sample, size, code):
        return code
    if guess in languages.codes():
        return str(guess)
    raise InputError(identifier, _unknown(guess) if guess else _untold())


def _guess(sample: str, size: int) -> str | None:
    """The likeliest language, one of ours on a near tie; None where nothing can be said."""
    scores = _scores(sample)
    if size == 0 or not scores:
        return None
    best = max(scores, key=lambda code: (scores[code], code))
    ours = max(languages.codes(), key=lambda code: (scores.get(code, float("-inf")), code))
    is_ours = _is_own_script(sample) and scores[best] - scores.get(ours, float("-inf")) <= _TIE * size
    return ours if is_ours else best


def _is_near(sample: str, size: int, code: str) -> bool:
    scores = _scores(sample)
    return _is_own_script(sample) and (
        not scores or max(scores.values()) - scores.get(code, float("-inf")) <= 2 * _TIE * size
    )


def _scores(sample: str) -> dict[str, float]:
    """Log-likelihood by code; empty where py3langid knows no letter sequence of the sample."""
    scores = dict(_identifier()(sample.casefold()))
    return scores if max(scores.values()) > _NOTHING else {}


@cache
def _identifier() -> Callable[[str], list[tuple[str, float]]]:
    import py3langid

    rank: Callable[[str], list[tuple[str, float]]] = py3langid.rank
    return rank


def _is_own_script(sample: str) -> bool:
    """Whether the letters are those that our languages write with."""
    found = [character for character in sample if character.isalpha()]
    return sum(character.isascii() or character in letters() for character in found) >= _OWN_SHARE * len(found)


def _have() -> str:
    return ", ".join(f"{languages.table(code, 'language').get('name', code)} ({code})" for code in languages.codes())


def _unknown(language: str | None) -> str:
    return f'its language is "{language}"; there are only {_have()}'


def _untold() -> str:
    return f"its language cannot be told; declare it: {_have()}"
