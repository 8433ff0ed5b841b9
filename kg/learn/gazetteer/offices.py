"""Kinds of office from offices.tsv.

In: the table. Out: blocks of Turtle.
"""

import re
from pathlib import Path

from kg.learn.gazetteer.corrections import dropped_titles
from kg.learn.gazetteer.item import LANGUAGES, rows, split
from kg.learn.gazetteer.turtle import block, literals

# Shorter words of a title keep their small letter (Minister of Defence).
TITLE_WORD = 4


def office_blocks(facts: Path) -> list[tuple[str, str]]:
    """Make a (subject, block) pair for each row."""
    return [_office(row) for row in rows(facts / "offices.tsv")]


def _office(row: dict[str, str]) -> tuple[str, str]:
    dropped = dropped_titles(row["id"])
    forms = {language: [form for form in split(row[language]) if form not in dropped] for language in LANGUAGES}
    preferred = [(texts[0], language) for language, texts in forms.items() if texts]
    further = {(text, language) for language, texts in forms.items() for text in texts[1:]} - set(preferred)
    lines = [
        literals("skos:prefLabel", preferred),
        literals("kg:title", [(title(forms["en"][0]), "en")]),
        literals("kg:officeForm", further),
    ]
    return row["id"], block(f"office:{row['id']}", "kg:OfficeType", lines)


def title(name: str) -> str:
    """Write an English name of an office with the capitals of a title."""
    return re.sub(
        r"\w+", lambda word: word[0] if word.start() and len(word[0]) < TITLE_WORD else _capital(word[0]), name
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
