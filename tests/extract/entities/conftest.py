"""Annotated Docs from marked text, without a trained model: "[Syrien|GPE|SY]" is a mention of the thing SY."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache

import pytest
import spacy
from spacy.lang.char_classes import ALPHA
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from kg.annotate.layers import MENTIONS, register_layers
from kg.extract.entities import read_entities
from kg.extract.relations import read_relations
from kg.gazetteer import lookup
from kg.model import Document, Entity, Relation

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]*)\]")
_LINKED = ("PER", "ORG", "GPE", "LOC", "NORP", "EVT")


@pytest.fixture
def marked() -> Callable[[str, str], Doc]:
    return _marked


@pytest.fixture
def entities_of() -> Callable[[str, str], Mapping[str, Entity]]:
    """Give the entities of a marked text, by the ids in its marks."""
    return _entities


@pytest.fixture
def entities_on() -> Callable[[dt.date, str, str], Mapping[str, Entity]]:
    """Give the entities of a marked text that was published on a day, by the ids in its marks."""
    return lambda day, language, text: _entities(language, text, day)


@pytest.fixture
def relations_of() -> Callable[[str, str], list[tuple[str, str, str, str]]]:
    """Give the relations of a marked text as (property, subject, object, office), entities by name."""
    return _relations


def _marked(language: str, text: str, day: dt.date | None = None) -> Doc:
    """A mention without an id stands in no cluster; ids joined by + are parts."""
    register_layers()
    plain, marks, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        marks.append((len(plain), len(plain) + len(match[1]), match[2], match[3]))
        plain += match[1]
        position = match.end()
    doc = _pipeline(language)(plain + text[position:])
    spans = [doc.char_span(start, end, label=label) for start, end, label, _ in marks]
    assert None not in spans
    doc.spans[MENTIONS] = spans
    ids = list(dict.fromkeys(part for *_, key in marks if key for part in key.split("+")))
    doc._.kg_clusters = tuple(tuple(i for i, mark in enumerate(marks) if mark[3] == key) for key in ids)
    doc._.kg_parts = {i: tuple(map(ids.index, m[3].split("+"))) for i, m in enumerate(marks) if "+" in m[3]}
    doc._.kg_links = {
        index: hits
        for index, span in enumerate(spans)
        if span.label_ in _LINKED and (hits := lookup(span.text, language))
    }
    doc._.kg_document = Document("test", doc.text, language, date=day)
    doc.user_data["ids"] = ids
    return doc


@cache
def _pipeline(language: str) -> spacy.Language:
    nlp = spacy.blank(language)
    between_letters = rf"(?<=[{ALPHA}])-(?=[{ALPHA}])"
    nlp.tokenizer.infix_finditer = compile_infix_regex([between_letters, *nlp.Defaults.infixes]).finditer
    nlp.add_pipe("sentencizer")
    return nlp


def _entities(language: str, text: str, day: dt.date | None = None) -> Mapping[str, Entity]:
    doc = _marked(language, text, day)
    reading = read_entities(doc)
    by_key = {entity.key: entity for entity in reading.entities}
    return {doc.user_data["ids"][cluster]: by_key[key] for cluster, key in reading.by_cluster.items()}


def _relations(language: str, text: str) -> list[tuple[str, str, str, str]]:
    doc = _marked(language, text)
    reading = read_entities(doc)
    names = {entity.key: entity.name for entity in reading.entities}
    return [_row(relation, names) for relation in read_relations(doc, reading)]


def _row(relation: Relation, names: Mapping[str, str]) -> tuple[str, str, str, str]:
    return relation.name, names[relation.subject], names.get(relation.object or "", ""), relation.office or ""
