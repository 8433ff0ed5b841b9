"""The sentences of the lexicons' words: what they say they tell, and what is read from them.

In: the table `[sentences]` of a language's cases.toml: per class, sentences with the words that tell the event in
braces and those who take part in brackets: "[Ruanda|agent] {threatened} [Burundi|recipient]." Out: a `Sentence` for
each and whether it was read.

    python -m tests.languages.sentences de [Class ...]     prints what was not read
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg import languages
from kg.annotate import annotate
from kg.extract import extract
from kg.model import Document, Event, Reading

DAY = dt.date(2025, 12, 17)
ROLES = ("agent", "recipient")
MARK = re.compile(r"\[(?P<filler>[^][{}|]+)\|(?P<role>agent|recipient)\]|\{(?P<trigger>[^][{}|]+)\}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that tells an event of class `type` at `triggers`, with the `fillers` of its roles, by offsets."""

    type: str
    text: str
    triggers: tuple[Span, ...]
    fillers: tuple[tuple[str, Span], ...]

    @property
    def word(self) -> str:
        """The words that tell the event, in small letters."""
        return " … ".join(self.text[start:end].lower() for start, end in self.triggers)


def sentences(code: str) -> list[Sentence]:
    """Give the sentences of a language in the order of its file."""
    table = languages.table(code, "cases").get("sentences", {})
    return [parse(kind, written) for kind, lines in table.items() for written in lines]


def parse(kind: str, written: str) -> Sentence:
    """Take the marks out of a sentence; ValueError where one of them is not understood."""
    text, at = "", 0
    triggers: list[Span] = []
    fillers: list[tuple[str, Span]] = []
    for mark in MARK.finditer(written):
        text += written[at : mark.start()]
        words = mark["filler"] or mark["trigger"]
        span = (len(text), len(text) + len(words))
        if mark["role"]:
            fillers.append((mark["role"], span))
        else:
            triggers.append(span)
        text, at = text + words, mark.end()
    text += written[at:]
    if not triggers or set(text) & set("[]{}|"):
        raise ValueError(f"{kind}: {written}")
    return Sentence(kind, text, tuple(triggers), tuple(fillers))


def fault(sentence: Sentence, reading: Reading) -> str:
    """Say what of a sentence was not read as it says: "" where all was."""
    here = [event for event in reading.events if _overlap(event.triggers, sentence.triggers)]
    told = [event for event in here if event.type == sentence.type]
    if not told:
        return "read as " + ", ".join(event.type for event in here) if here else "no event"
    wrong = [role for role in ROLES if not _filled(sentence, role, told[0], reading)]
    return f"{', '.join(wrong)} wrong" if wrong else ""


def _filled(sentence: Sentence, role: str, event: Event, reading: Reading) -> bool:
    """Whether each who should fill a role does, and nobody else."""
    places = [span for name, span in sentence.fillers if name == role]
    keys = {one.filler for one in event.roles if one.name == role}
    found = [entity for entity in reading.entities if entity.key in keys]
    answered = all(any(_overlap(entity.mentions, [place]) for entity in found) for place in places)
    return answered and all(_overlap(entity.mentions, places) for entity in found)


def _overlap(mentions, spans) -> bool:
    return any(one.start < end and start < one.end for one in mentions for start, end in spans)


def read(code: str, kinds: tuple[str, ...] = ()) -> Iterator[tuple[Sentence, str]]:
    """Read the sentences of a language, or those of some classes, and give each with its fault."""
    chosen = [one for one in sentences(code) if not kinds or one.type in kinds]
    documents = (Document(f"{code}-{number}", one.text, code, date=DAY) for number, one in enumerate(chosen))
    readings = (extract(doc) for doc in annotate(documents))
    return ((one, fault(one, reading)) for one, reading in zip(chosen, readings, strict=True))


def tally(results: Sequence[tuple[Sentence, str]]) -> tuple[int, int]:
    """Count the sentences whose event was read, and those of them with all who take part."""
    told = sum(not amiss or amiss.endswith("wrong") for _, amiss in results)
    return told, sum(not amiss for _, amiss in results)


if __name__ == "__main__":
    results = list(read(sys.argv[1], tuple(sys.argv[2:])))
    for one, amiss in results:
        if amiss:
            sys.stdout.write(f"{one.type:20} {one.word:30} {amiss:25} {one.text}\n")
    told, right = tally(results)
    sys.stdout.write(f"{len(results)} sentences, {told} events read, {right} with all their roles\n")
