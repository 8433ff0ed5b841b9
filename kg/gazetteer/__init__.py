"""Names of the world: countries, places, organisations, people and offices, in all the forms we know.

In: `ontologies/gazetteer`. Out: `lookup` from a form to entries, `entry` by identifier, `forms` for a matcher;
`offices`, `is_office`, `office`, `office_forms` likewise for offices, and `office_in` for the one a country has;
`likeness` of a person's name to those of a country, `has_names` for which countries they are known, `name_gender`;
`holder` for who held one on a day, `terms` for when a person did, and `term_on` for which of these a day is in.
"""

from kg.gazetteer.entries import entry, forms, is_shared, lookup
from kg.gazetteer.model import Entry, Hit, Office, Term
from kg.gazetteer.origins import has_names, likeness, name_gender
from kg.gazetteer.terms import holder, term_on, terms
from kg.gazetteer.titles import is_office, office, office_forms, office_in, offices

__all__ = [
    "Entry",
    "Hit",
    "Office",
    "Term",
    "entry",
    "forms",
    "has_names",
    "holder",
    "is_office",
    "is_shared",
    "likeness",
    "lookup",
    "name_gender",
    "office",
    "office_forms",
    "office_in",
    "offices",
    "term_on",
    "terms",
]
