"""Other people's named entities, to begin on before our own annotated news.

In: files with one word and its label (B-, I-, O) a line, sentences apart by an empty line; columns and labels as
`[[train.entities]]` of language.toml says. Out: Docs with those entities. Their labels are fewer and coarser than
ours, so a recogniser only begins on them: what it learns last is our annotation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class EntitySource:
    """Files (a pattern), the columns of word and label, and what their labels are called here.

    A label that is not named counts as no entity. `name` and `license` are for the model's card.
    """

    files: str
    name: str
    license: str
    word: int
    label: int
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Entity:
    start: int
    end: int
    label: str


def named_documents(folder: Path, source: EntitySource, tokenizer: Tokenizer) -> list[Doc]:
    """Read the sentences of the files, one Doc each; an entity whose edges are inside a token is left out."""
    files = sorted(folder.glob(source.files))
    return [_document(rows, source, tokenizer) for file in files for rows in _sentences(file, source)]


def _sentences(file: Path, source: EntitySource) -> Iterator[list[tuple[str, str]]]:
    lines = (line.split() for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for filled, rows in groupby(lines, key=bool):
        if filled:
            yield [(row[source.word], row[source.label]) for row in rows if len(row) > source.label]


def _document(rows: list[tuple[str, str]], source: EntitySource, tokenizer: Tokenizer) -> Doc:
    doc = tokenizer(" ".join(word for word, _ in rows))
    spans = (doc.char_span(one.start, one.end, label=source.labels[one.label]) for one in _entities(rows, source))
    doc.set_ents([span for span in spans if span is not None])
    return doc


def _entities(rows: list[tuple[str, str]], source: EntitySource) -> list[_Entity]:
    """Find the entities with a label we know, by characters of the words joined by spaces."""
    found: list[_Entity] = []
    position, before = 0, ""
    for word, tag in rows:
        prefix, _, label = tag.partition("-")
        if label in source.labels:
            inside = prefix == "I" and before == label
            start = found.pop().start if inside else position
            found.append(_Entity(start, position + len(word), label))
        position += len(word) + 1
        before = label
    return found
