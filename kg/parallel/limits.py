"""What one article may cost.

In: nothing. Out: the dataclass `Limits`, and what is said of an article that takes too long.
"""

from dataclasses import dataclass
from typing import Final

from kg.model import Failure
from kg.read import BYTE_LIMIT

SHARE: Final = 60_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What an article may cost before it is left out.

    `size`: bytes with its markup; `seconds`: of processor time, and as many again for each 60,000 bytes; `memory`:
    bytes that the process which reads it may have, its models included.
    """

    size: int = BYTE_LIMIT
    seconds: float = 120.0
    memory: int = 4_000_000_000

    def time(self, size: int) -> float:
        """Seconds of processor time for an article of so many bytes."""
        return self.seconds * (1 + size / SHARE)


def too_slow(name: str, seconds: float) -> Failure:
    """What is said of an article that takes too long."""
    return Failure(name, f"was left out: it takes more than {seconds:,.0f} seconds of processor time")
