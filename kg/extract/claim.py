"""What a text says of one person and one office.

In: what the readers of offices find. Out: `Claim`s.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A person's cluster holds `office` (an identifier, or the title as written) of the cluster `owner`.

    `stated`: the owner stands beside the office, and is not guessed from what the text has named before.
    `span` is the mention that says so, `beside` the one that names the owner there (else `span`).
    `former`: the office is held no longer.
    """

    holder: int
    office: str
    title: str
    owner: int | None
    stated: bool
    span: int
    beside: int
    former: bool = False
