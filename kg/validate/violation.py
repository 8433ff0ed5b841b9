"""What a check finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a rule, and the value that breaks it ("" where something is missing)."""

    node: str
    rule: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.node}: {self.rule}" + (f": {self.value}" if self.value else "")
