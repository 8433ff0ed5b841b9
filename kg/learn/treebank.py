"""CoNLL-U → sentences, multiword tokens kept as the one stretch of text they are written as.

In: files of Universal Dependencies (https://universaldependencies.org/format.html). Out: `Sentence`s of `Word`s with
the characters each word covers; the words of "im" or "du" cover the same ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: characters `start` to `end` of the sentence; `head` is an index, its own for the root.

    `lemma` is empty where the treebank gives none. `tag` is the part of speech in the treebank's own scheme.
    """

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's text and its words in order."""

    text: str
    words: tuple[Word, ...]


def read_sentences(file: Path) -> Iterator[Sentence]:
    """Read the sentences of a CoNLL-U file in order; raises DataError at a row that has not ten columns."""
    rows: list[list[str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rows.append(_columns(line, file.name))
        elif not line and rows:
            yield _sentence(rows)
            rows = []
    if rows:
        yield _sentence(rows)


def _columns(line: str, name: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != 10:
        raise DataError(name, columns[0], "a row of CoNLL-U has ten columns")
    return columns


def _sentence(rows: list[list[str]]) -> Sentence:
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    covered: dict[str, tuple[int, int]] = {}
    forms = {row[0]: row[1] for row in rows}
    for row in rows:
        identifier = row[0]
        if identifier in covered:
            spans[identifier] = covered[identifier]
        elif "." not in identifier:
            start, text = len(text), text + row[1]
            if "-" in identifier:
                covered.update(_parts(identifier, start, len(text), row[1], forms))
            else:
                spans[identifier] = (start, len(text))
            text += "" if "SpaceAfter=No" in row[9] else " "
    words = [row for row in rows if row[0] in spans]
    index = {row[0]: number for number, row in enumerate(words)}
    return Sentence(text.rstrip(), tuple(_word(row, spans[row[0]], index) for row in words))


def _parts(identifier: str, start: int, end: int, surface: str, forms: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Find the characters of a multiword token's words: each its own where they spell it, else all of it."""
    first, last = identifier.split("-")
    names = [str(number) for number in range(int(first), int(last) + 1)]
    if "".join(forms[name] for name in names) != surface:
        return dict.fromkeys(names, (start, end))
    parts: dict[str, tuple[int, int]] = {}
    for name in names:
        parts[name] = (start, start + len(forms[name]))
        start = parts[name][1]
    return parts


def _word(row: list[str], span: tuple[int, int], index: dict[str, int]) -> Word:
    head = index[row[0]] if row[6] == "0" else index[row[6]]
    lemma = "" if row[2] == "_" and row[1] != "_" else row[2]
    features = "" if row[5] == "_" else row[5]
    return Word(*span, lemma, row[3], row[4], features, head, row[7])
