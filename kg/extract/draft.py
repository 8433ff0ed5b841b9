"""A draft: one trigger read as an event, before the article's tellings of one happening are put together.

In and out: types only.
"""

from dataclasses import dataclass, field

from kg.extract.roles import AGENT, RECIPIENT, Argument
from kg.extract.triggers import Candidate
from kg.model import Mention, Time


@dataclass(frozen=True, slots=True)
class Decided:
    """A trigger that tells an event: its reading and its arguments.

    `confidence`: how likely both are right, where that is learned.
    """

    candidate: Candidate
    arguments: tuple[Argument, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one trigger tells.

    `topics`: the tokens of the triggers it is about; `definite`: whether it refers back ("the attack"); `sided`:
    whether agent and recipient may change places; `reporting`: whether it says what its topics tell;
    `places`: those that phrases around it name, the surest first.
    """

    token: int
    type: str
    trigger: Mention
    arguments: tuple[Argument, ...] = ()
    topics: tuple[int, ...] = ()
    time: Time | None = None
    modality: str = ""
    confidence: float = 1.0
    office: str | None = None
    definite: bool = False
    sided: bool = False
    reporting: bool = False
    places: tuple[Argument, ...] = ()

    def keys(self, *roles: str) -> frozenset[str]:
        """Give the entities in the given roles."""
        return frozenset(a.key for a in self.arguments if a.key is not None and a.role in roles)

    @property
    def bare(self) -> bool:
        """Whether nobody is said to take part."""
        return not self.keys(AGENT, RECIPIENT)


@dataclass(slots=True)
class Happening:
    """Drafts that tell the same happening, in text order; `implied`: its time where none of them says one."""

    drafts: list[Draft] = field(default_factory=list)
    implied: Time | None = None

    def keys(self, *roles: str) -> frozenset[str]:
        """Give the entities in the given roles in any of the tellings."""
        return frozenset().union(*(draft.keys(*roles) for draft in self.drafts))

    def topics(self) -> set[int]:
        """Give the tokens of the events it is about, in any of the tellings."""
        return {topic for draft in self.drafts for topic in draft.topics}
