"""What a text says of one person and one office.

In: what the readers of offices find. Out: `Claim`s.
"""

from dataclasses import dataclass

from kg.extract.office_titles import is_known


@dataclass(frozen=True, slots=True)
class Claim:
    """A person's cluster holds `office` (an identifier, or the title as written) of the cluster `owner`.

    `stated`: the owner stands beside the office, and is not guessed from what the text has named before.
    `span` is the mention that says so, `beside` the one that names the owner there (else `span`).
    `broader`: what office a title that no table knows is a kind of, where its words tell ("Unification Minister").
    `side`: the cluster of what stands beside the office, but is only the side its holder is on: the party of a mayor.
    `former`: the office is held no longer; `coming`: not yet.
    """

    holder: int
    office: str
    title: str
    owner: int | None
    stated: bool
    span: int
    beside: int
    former: bool = False
    coming: bool = False
    side: int | None = None
    broader: str = ""

    @property
    def kind(self) -> str:
        """The known office that is held, or that what is held is a kind of; empty where nothing is known of it."""
        return self.broader or (self.office if is_known(self.office) else "")

    @property
    def present(self) -> bool:
        """Whether the office is held when the article is published."""
        return not self.former and not self.coming
