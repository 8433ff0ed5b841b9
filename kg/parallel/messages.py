"""What travels between a build and its workers.

In: nothing. Out: dataclasses that can be pickled.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.parallel.limits import Limits
from kg.parallel.work import Outcome, Task
from kg.read import Piece

# The exit status of a worker that has not enough memory for an article.
NO_MEMORY: Final = 75


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told first; `knowledge`: the index of imported knowledge in use."""

    task: Task
    limits: Limits
    knowledge: Path | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article to read: `number` is its place in the inputs, `seconds` the processor time that it may take."""

    number: int
    piece: Piece
    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker can begin."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The worker is at an article."""

    number: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The worker is done with an article."""

    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Halted:
    """The worker met what ends the run: what `Stop` says, and the exit status."""

    message: str
    status: int


Message = Ready | Begun | Ended | Halted
