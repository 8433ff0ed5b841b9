"""The card of a trained model: what it was trained on, under which licences, and how well it reads.

In: the language's table, the shared material and the scores. Out: entries for meta.json and the text of SOURCES.md.
"""

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.learn.corpus import test_files, treebank_files
from kg.learn.scores import Scores


@dataclass(frozen=True, slots=True)
class Source:
    """A file a model was trained on: where it is from, its licence, and the SHA-256 of its bytes."""

    name: str
    license: str
    file: str
    sha256: str


def sources(table: dict[str, Any], shared: Path, with_test: bool) -> list[Source]:
    """List the training files of a language, in the order of kind and name."""
    settings, code = table["train"], table["code"]
    folder = shared / "treebanks" / code
    files = treebank_files(folder, settings) + (test_files(folder, settings) if with_test else [])
    return [
        *_named(files, settings["treebank"]),
        *_named(sorted((shared / "ner" / code).glob("*")), settings.get("entities", [])),
        *(Source("annotated news of this project", "MIT", *_identity(file)) for file in _news(shared, code)),
    ]


def _news(shared: Path, code: str) -> list[Path]:
    files = sorted((shared / "newscorpus" / "train").glob("*.txt"))
    return [file for file in files if f"lang={code} " in file.read_text(encoding="utf-8")]


def _named(files: list[Path], described: list[dict[str, Any]]) -> list[Source]:
    return [
        Source(one["name"], one["license"], *_identity(file))
        for file in files
        for one in described
        if file.match(one["files"]) or Path(file.stem).match(one["files"])
    ]


def _identity(file: Path) -> tuple[str, str]:
    return file.name, hashlib.sha256(file.read_bytes()).hexdigest()


def meta(table: dict[str, Any], used: list[Source], scores: Scores) -> dict[str, Any]:
    """Give the entries of meta.json."""
    licenses = sorted({source.license for source in used})
    return {
        "name": "news",
        "description": f"{table['name']} news: morphology, trees, lemmas, mentions",
        "license": "; ".join(licenses),
        "sources": [asdict(source) for source in used],
        "performance": scores,
    }


def card(table: dict[str, Any], used: list[Source], scores: Scores) -> str:
    """Write SOURCES.md."""
    settings = table["train"]
    rows = [f"| {one.name} | {one.file} | {one.license} | `{one.sha256[:16]}` |" for one in used]
    marks = [f"| {name} | {value:.4f} |" for name, value in scores.items()]
    return "\n".join(
        [
            f"# {table['name']}: the model and what it is made from",
            "",
            f"`model/` is a spaCy pipeline, made by `kg train {table['code']}`. {settings['scored']}",
            "",
            "| score | value |",
            "|---|---|",
            *marks,
            "",
            settings["tables"],
            "",
            "| source | file | licence | SHA-256 (first 16) |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
