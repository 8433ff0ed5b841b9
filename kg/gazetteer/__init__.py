"""Names of the world: countries, places, organisations, people and offices, in all the forms we know.

In: `ontologies/gazetteer`. Out: `lookup` from a form to entries, `entry` by identifier, `forms` for a matcher;
`offices`, `office`, `office_forms` likewise for offices, and `office_in` for the one a country has.
"""

from kg.gazetteer.entries import entry, forms, lookup
from kg.gazetteer.model import Entry, Hit, Office
from kg.gazetteer.titles import office, office_forms, office_in, offices

__all__ = [
    "Entry",
    "Hit",
    "Office",
    "entry",
    "forms",
    "lookup",
    "office",
    "office_forms",
    "office_in",
    "offices",
]
