"""Makes the gazetteer's Turtle files from tables of facts.

In: a folder with countries.tsv, nationality.tsv, entities.tsv and offices.tsv. Out: Turtle files, sorted, the
same for the same tables.
"""

from pathlib import Path

from kg.learn.gazetteer.capitals import link_capitals, link_owners
from kg.learn.gazetteer.corrections import mend_codes, mend_forms
from kg.learn.gazetteer.countries import read_countries
from kg.learn.gazetteer.entities import merge_entities
from kg.learn.gazetteer.item import Item, identify
from kg.learn.gazetteer.offices import office_blocks
from kg.learn.gazetteer.turtle import document, entry_block

FILES = {
    "countries.ttl": "Countries and territories, with adjectives, inhabitants and seats of government.",
    "places.ttl": "Cities and regions.",
    "organisations.ttl": "Organisations of all kinds.",
    "people.ttl": "People in the news; a note on an office does not say that the person still holds it.",
}
OFFICES = "Kinds of office, with all forms in which they are written."


def write_gazetteer(facts: Path, output: Path) -> None:
    """Write countries, places, organisations, people and offices as Turtle into `output`."""
    items = read_countries(facts)
    mend_codes(items)
    merge_entities(facts, items)
    mend_forms(items)
    link_capitals(facts, items)
    link_owners(items)
    identified = identify(items)
    for name, about in FILES.items():
        blocks = [entry_block(item, identified) for item in items if item.file == name]
        _write(output / name, document(about, blocks))
    _write(output / "offices.ttl", document(OFFICES, office_blocks(facts)))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


__all__ = ["Item", "write_gazetteer"]
