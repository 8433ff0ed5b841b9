"""The readings that the lexicon and what is learned offer, each with what the rules make of it.

In: an `Article` and learned `Proposals`. Out: for each trigger its `Option`s, one for each class, and the rules' choice
among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.article import Article
from kg.extract.barred import is_barred
from kg.extract.learned.proposals import NOTHING, Proposals, propose
from kg.extract.places import first_place, read_places
from kg.extract.roles import PLACE, Argument, fill_roles
from kg.extract.triggers import Candidate, find_triggers


@dataclass(frozen=True, slots=True)
class Option:
    """A trigger read as one class: the rules' arguments, and whether the roles that the word needs are `met`.

    `rank` counts the classes of the trigger from the likeliest; `chosen` marks the rules' choice, `learned` what the
    lexicon does not have.
    """

    candidate: Candidate
    arguments: tuple[Argument, ...]
    met: bool
    rank: int
    chosen: bool
    learned: bool = False

    @property
    def token(self) -> int:
        """Give the trigger's token."""
        return self.candidate.token

    @property
    def type(self) -> str:
        """Give the class."""
        return self.candidate.entry.type


def consider(article: Article, proposals: Proposals = NOTHING) -> dict[int, tuple[Option, ...]]:
    """Give the options of each trigger of an article, in text order; those of the lexicon first."""
    found = find_triggers(article.tree, article.lexicon)
    triggers = frozenset(candidates[0].token for candidates in found)
    options = {candidates[0].token: _options(article, candidates, triggers) for candidates in found}
    known = {token: {each.type for each in those} for token, those in options.items()}
    for token, further in propose(article, proposals, known).items():
        options[token] = (*options.get(token, ()), *_learned(article, further, triggers, len(known.get(token, ()))))
    return {token: options[token] for token in sorted(options) if options[token]}


def _learned(article: Article, candidates: list[Candidate], triggers: frozenset[int], rank: int) -> Iterator[Option]:
    for number, candidate in enumerate(candidates, rank):
        arguments = _arguments(article, candidate, triggers)
        yield Option(candidate, arguments, met=False, rank=number, chosen=False, learned=True)


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
