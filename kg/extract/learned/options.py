"""The readings that the lexicon offers, each with what the rules make of it.

In: an `Article`. Out: for each trigger its `Option`s, one for each class, and the rules' choice among them.
"""

from dataclasses import dataclass

from kg.extract.article import Article
from kg.extract.barred import is_barred
from kg.extract.places import first_place, read_places
from kg.extract.roles import PLACE, Argument, fill_roles
from kg.extract.triggers import Candidate, find_triggers


@dataclass(frozen=True, slots=True)
class Option:
    """A trigger read as one class: the rules' arguments, and whether the roles that the word needs are `met`.

    `rank` counts the classes of the trigger from the likeliest; `chosen` marks the rules' choice.
    """

    candidate: Candidate
    arguments: tuple[Argument, ...]
    met: bool
    rank: int
    chosen: bool

    @property
    def token(self) -> int:
        """Give the trigger's token."""
        return self.candidate.token

    @property
    def type(self) -> str:
        """Give the class."""
        return self.candidate.entry.type


def consider(article: Article) -> dict[int, tuple[Option, ...]]:
    """Give the options of each trigger of an article, in text order."""
    found = find_triggers(article.tree, article.lexicon)
    triggers = frozenset(candidates[0].token for candidates in found)
    options = {candidates[0].token: _options(article, candidates, triggers) for candidates in found}
    return {token: each for token, each in options.items() if each}


def _options(article: Article, candidates: list[Candidate], triggers: frozenset[int]) -> tuple[Option, ...]:
    best: dict[str, Option] = {}
    open_ = True
    for candidate in candidates:
        known = best.get(candidate.entry.type)
        if (known is not None and known.met) or is_barred(article, candidate):
            continue
        arguments = _arguments(article, candidate, triggers)
        met = set(candidate.entry.needs) <= {each.role for each in arguments}
        if known is None or met:
            rank = len(best) if known is None else known.rank
            best[candidate.entry.type] = Option(candidate, arguments, met, rank, chosen=met and open_)
            open_ = open_ and not met
    return tuple(best.values())


def _arguments(article: Article, candidate: Candidate, triggers: frozenset[int]) -> tuple[Argument, ...]:
    found = fill_roles(article, candidate, triggers)
    if any(argument.role == PLACE for argument in found):
        return found
    place = first_place(read_places(article, candidate, triggers), found)
    return (*found, place) if place else found
