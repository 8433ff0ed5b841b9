"""Whether a store's graph keeps the contract.

In: an open store. Out: violations, sorted; none where all is well.
"""

from kg.store import Readable
from kg.validate.evidence import wrong_offsets
from kg.validate.knowledge import loose_ends, undeclared_classes, unproven_events
from kg.validate.shapes import broken_shapes
from kg.validate.violation import Violation

__all__ = ["Violation", "validate"]

_CHECKS = (wrong_offsets, unproven_events, undeclared_classes, loose_ends, broken_shapes)


def validate(store: Readable) -> tuple[Violation, ...]:
    """All that the SHACL shapes and the checks of our own find; reads every text again."""
    return tuple(sorted({violation for check in _CHECKS for violation in check(store.graph)}))
