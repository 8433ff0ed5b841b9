"""The ready questions: SPARQL files with a head comment.

In: kg/query/questions/*.rq. Out: questions by name, and their text with values for their parameters.

The head comment of a file: its title, an empty line, what it answers, and where it has parameters a line
"Parameters:" with one line each, "name: what it is". In the text a parameter stands as `VALUES ?name { UNDEF }`,
which means any value, so that the file also runs as it is. The same in another language is in LANGUAGE.toml beside
the files: for the name of each file a `title` and a `description`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import DataError, QueryError
from kg.graph.literals import text as literal

FOLDER: Final = Path(__file__).parent / "questions"
# What the files themselves are written in.
LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a person may give to a question."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready query: `name` of its file, `title`, what it answers, its parameters, its SPARQL.

    `titles` and `descriptions` are by language, English among them.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The question for a list: name and title, what it answers, its parameters."""
        lines = [f"{self.name}: {self.title}", self.description]
        lines += [f"--set {each.name}=…  {each.description}" for each in self.parameters]
        return "\n    ".join(lines)

    def bind(self, values: Mapping[str, str]) -> str:
        """Give the SPARQL about these values; each goes in as one RDF literal, whatever it contains.

        Raises QueryError where the question has no such parameter.
        """
        text = self.text
        names = [parameter.name for parameter in self.parameters]
        for name, value in values.items():
            if name not in names:
                there = f"it has {', '.join(names)}" if names else "it has none"
                raise QueryError(f"The question '{self.name}' has no parameter '{name}'; {there}")
            before, after = _place(name).split(text)
            text = f"{before}VALUES ?{name} {{ {literal(value)} }}{after}"
        return text


@cache
def questions() -> tuple[Question, ...]:
    """All ready questions, by name.

    Raises DataError where a file has no proper head comment, or a language speaks of questions that are not there.
    """
    found = {file.stem: _question(file) for file in sorted(FOLDER.glob("*.rq"))}
    for file in sorted(FOLDER.glob("*.toml")):
        _translate(found, file)
    return tuple(found.values())


def _translate(found: dict[str, Question], file: Path) -> None:
    """Add what a file says in its language."""
    for name, said in tomllib.loads(file.read_text(encoding="utf-8")).items():
        if name not in found or said.keys() != {"title", "description"}:
            raise DataError(
                f"questions/{file.name}", name, "must be the name of a .rq file, with title and description"
            )
        one, language = found[name], file.stem
        found[name] = replace(
            one,
            titles=one.titles | {language: said["title"]},
            descriptions=one.descriptions | {language: said["description"]},
        )


def question(name: str) -> Question:
    """Give the question of a name.

    Raises QueryError where there is none, with the names there are.
    """
    for each in questions():
        if each.name == name:
            return each
    raise QueryError(f"There is no question '{name}'; there are: {', '.join(each.name for each in questions())}")


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{re.escape(name)} \{{ UNDEF \}}")


def _question(file: Path) -> Question:
    text = file.read_text(encoding="utf-8")
    head = re.match(r"# (?P<title>.+)\n#\n(?P<body>(?:#.*\n)+)", text)
    if not head:
        raise DataError(f"questions/{file.name}", "(head)", "must begin with '# title', '#', '# what it answers'")
    body = [line.removeprefix("#").strip() for line in head["body"].splitlines()]
    split = body.index("Parameters:") if "Parameters:" in body else len(body)
    parameters = tuple(_parameter(file, line, text) for line in body[split + 1 :] if line)
    description = " ".join(body[:split]).strip()
    said = {LANGUAGE: head["title"]}, {LANGUAGE: description}
    return Question(file.stem, head["title"], description, parameters, text, *said)


def _parameter(file: Path, line: str, text: str) -> Parameter:
    name, colon, description = line.partition(": ")
    if not colon or len(_place(name).findall(text)) != 1:
        raise DataError(f"questions/{file.name}", name, f"needs one 'VALUES ?{name} {{ UNDEF }}' in the text")
    return Parameter(name, description)
