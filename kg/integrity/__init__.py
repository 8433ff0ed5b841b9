"""Whether a store is sound, and what can be saved where it is not.

In: the folder of a store. Out: `check` finds faults and changes nothing; `repair` makes anew what follows from the
readings, and saves what can be saved of these.
"""

from kg.integrity.check import check
from kg.integrity.part import Part, Progress
from kg.integrity.repair import Repaired, repair

__all__ = ["Part", "Progress", "Repaired", "check", "repair"]
