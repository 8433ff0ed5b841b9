"""`kg train`, `kg eval`: language models and how well they read."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import options
from kg.cli.console import data, note
from kg.cli.opened import reading
from kg.errors import Stop
from kg.languages import FOLDER

if TYPE_CHECKING:
    from kg.learn.fusion import Fusion

FORMATS: Final = ("table", "json", "html")
ENDING: Final = ".txt"
ALL: Final = "all"  # languages
Fusions = Mapping[str, Mapping[str, "Fusion"]]


def train(
    language: Annotated[
        str, typer.Argument(metavar="LANG", help="The language to train: de, fr, en; all: what they have in common.")
    ],
    material: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="The folder of treebanks, names and annotated news.")
    ] = Path("../shared"),
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Where the model goes; else into the package.")
    ] = None,
    events: Annotated[
        bool, typer.Option("--events", help="Train only the reading of events, for the model that is there.")
    ] = False,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Train only the recognition of names, for the model that is there.")
    ] = False,
    trees: Annotated[
        bool,
        typer.Option("--trees", help="Train the reading of trees further, for the model that is there."),
    ] = False,
    model: Annotated[
        Path | None, typer.Option("--from", metavar="MODEL", help="The model to adapt with --news; else ours.")
    ] = None,
    news: Annotated[
        Path | None,
        typer.Option(
            "--news",
            metavar="DIR",
            help="Adapt a model to annotated articles of your own; with --events, learn their events.",
        ),
    ] = None,
) -> None:
    """Train a language's model from treebanks and annotated news (needs the extra "train"), or adapt one to your own.

    A training that was cut off goes on where it was when it is begun again. "kg train all" fits what all languages
    share: what times and mentions stand for, what offices are of, where and when events happen.
    """
    if language == ALL:
        _train_common(material, alone=not (output or events or mentions or trees or model or news))
        return
    options.language(language, "LANG")
    own = FOLDER / language / "model"
    if news is not None and not news.is_dir():
        raise Stop(f"{news}: there is no such folder; --news names that of annotated articles")
    if news and not events:
        _adapt(language, model or own, news, output)
        return
    if mentions + events + trees > 1:
        raise Stop("--mentions, --events and --trees train one part each: give one of them")
    if model:
        raise Stop("--from names the model to adapt: give --news DIR, the folder of annotated articles, as well")
    _check(material)
    if events:
        from kg.learn import train_reading

        train_reading(language, material, output or own, say=note, news=news)
    else:
        _train_model(language, material, output or own, trees=trees, mentions=mentions)
    note(f"Wrote {output or own}")


def _train_model(language: str, material: Path, output: Path, *, trees: bool, mentions: bool) -> None:
    from kg.learn import train as run
    from kg.learn import train_mentions, train_trees

    own = FOLDER / language / "model"
    if trees:
        train_trees(language, material, own, output, say=note)
    elif mentions:
        train_mentions(language, material, own, output, say=note)
    else:
        run(language, material, output, say=note)


def _check(material: Path) -> None:
    if not material.is_dir():
        raise Stop(f"{material}: there is no such folder; --data names that of treebanks, names and annotated news")


def _train_common(material: Path, *, alone: bool) -> None:
    if not alone:
        raise Stop("kg train all takes --data alone: it fits the tables of the package")
    _check(material)
    from kg.learn.common import train_common

    for table in train_common(material, note):
        note(f"Wrote {table}")


def _adapt(language: str, model: Path, news: Path, output: Path | None) -> None:
    if output is None:
        raise Stop("--news needs --output DIR: where the adapted model goes")
    from kg.languages import table
    from kg.learn.adapt import adapt

    before, after = adapt(table(language, "language"), model, news, output, note)
    for label, score in after.items():
        note(f"{label}: {before.get(label, 0.0):.3f} → {score:.3f}")
    note(f"Wrote {output}; use it with --model {language}={output}")


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Annotated articles, files or folders.")],
    store: Annotated[
        Path | None,
        typer.Option("--store", "-s", metavar="DIR", help="Judge what a store has, instead of reading anew."),
    ] = None,
    output: Annotated[str, typer.Option("--format", "-f", help=f"One of: {', '.join(FORMATS)}.")] = "table",
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, invented or read otherwise.")] = False,
    fusion: Annotated[
        bool, typer.Option("--fusion", help="Measure what is taken for one thing over articles of one story.")
    ] = False,
) -> None:
    """Measure precision, recall and F1 against annotated articles; --format html gives a page to read errors in."""
    options.one_of(output, FORMATS, "--format")
    files = [file for each in gold for file in _files(each)]
    data(_fusion(files, output) if fusion else _reading(files, store, output, errors=errors))


def _reading(files: list[Path], store: Path | None, output: str, *, errors: bool) -> str:
    from kg.learn.evaluation import evaluate as run
    from kg.learn.evaluation import remembered
    from kg.learn.evaluation.report import report

    if store is None:
        found = run(files)
    else:
        with reading(store) as opened:
            found = run(files, remembered({each.document.identifier: each for each in opened.readings()}))
    return report(found, output, errors)


def _fusion(files: list[Path], output: str) -> str:
    from kg.learn.fusion import evaluate_fusion, stories

    if not stories(files):
        raise Stop(f"{files[0]}: holds no article of a story: no line '#note story N' says what belongs together")
    found = evaluate_fusion(files)
    return _fusion_json(found) if output == "json" else _fusion_table(found)


def _files(given: Path) -> Iterator[Path]:
    """The file, or those of a folder in order of their names; each can be read.

    Raises Stop where one cannot, or where there is none.
    """
    files = sorted(given.glob(f"*{ENDING}")) if given.is_dir() else [given]
    if not files:
        raise Stop(f"{given}: holds no annotated article: no file ending in {ENDING}")
    for file in files:
        try:
            if "\n#doc " not in "\n" + file.read_text(encoding="utf-8"):
                raise Stop(f"{file}: holds no annotated article: no line begins with '#doc'")
        except OSError as error:
            raise Stop(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from None
        except UnicodeDecodeError as error:
            raise Stop(f"{file}: is no UTF-8 at byte {error.start + 1}") from None
        yield file


def _fusion_json(fusions: Fusions) -> str:
    rows = {
        way: {
            kind: {
                **{
                    name: {side: round(getattr(rates, side), 4) for side in ("precision", "recall", "f1")}
                    for name, rates in fusion.rates().items()
                },
                "annotated": len(fusion.wanted),
                "read": len(fusion.found),
            }
            for kind, fusion in kinds.items()
        }
        for way, kinds in fusions.items()
    }
    return json.dumps(rows, indent=2, ensure_ascii=False)


def _fusion_table(fusions: Fusions) -> str:
    lines = [f"{'':13}  {'':8}  {'':8}  precision  recall     f1  annotated"]
    lines += (
        f"{way:13}  {kind:8}  {name:8}  {each.precision:9.3f}  {each.recall:6.3f}  {each.f1:5.3f}"
        f"  {len(fusion.wanted):9}"
        for way, kinds in fusions.items()
        for kind, fusion in kinds.items()
        for name, each in fusion.rates().items()
    )
    return "\n".join(lines)
