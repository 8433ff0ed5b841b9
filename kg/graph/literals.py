"""Literals in the one form that a store gives back unchanged.

In: Python values. Out: RDF literals. Oxigraph keeps numbers by value, so "0.90" would come back as "0.9";
written this way, a graph compares equal with itself after a round through the store.
"""

import datetime as dt
import re
from typing import Final

from pyoxigraph import Literal

from kg.graph.namespaces import term
from kg.model import Name

_DATATYPES: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), term("xsd:date")),
    (re.compile(r"\d{4}-\d\d"), term("xsd:gYearMonth")),
    (re.compile(r"\d{4}"), term("xsd:gYear")),
)


def text(value: str, language: str = "") -> Literal:
    """Text, with its language where one is given. Lone surrogates, which no RDF can hold, become U+FFFD."""
    clean = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Literal(clean, language=language) if language else Literal(clean)


def name(value: Name) -> Literal:
    """Give a name in its language."""
    return text(value.text, value.language)


def date(value: str) -> Literal | None:
    """Give a time value as exact as it is: a day, a month or a year; None for weeks, ranges and unknown times."""
    for pattern, datatype in _DATATYPES:
        if pattern.fullmatch(value):
            return Literal(value, datatype=datatype)
    return None


def day(value: dt.date) -> Literal:
    """Give a day."""
    return Literal(value.isoformat(), datatype=term("xsd:date"))


def integer(value: int) -> Literal:
    """Give a whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


def boolean(value: bool) -> Literal:
    """Give true or false."""
    return Literal("true" if value else "false", datatype=term("xsd:boolean"))


def decimal(value: float) -> Literal:
    """Give a number to two digits, in the canonical form of XML Schema 1.1 ("0.9", "1")."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))
