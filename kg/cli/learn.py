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
from kg.languages import FOLDER, MODEL

if TYPE_CHECKING:
    from kg.learn.fusion import Fusion

FORMATS: Final = ("table", "json", "html")
ENDING: Final = ".txt"
Fusions = Mapping[str, Mapping[str, "Fusion"]]


def train(
    language: Annotated[str, typer.Argument(metavar="LANG", help="The language to train: de, fr, en.")],
    material: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="The folder of treebanks, names and annotated news.")
    ] = Path("../shared"),
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Where the model goes; else into the package.")
    ] = None,
    events: Annotated[
        bool, typer.Option("--events", help="Train only the reading of events, for the model that is there.")
    ] = False,
    news: Annotated[
        Path | None, typer.Option("--news", metavar="DIR", help="With --events: annotated articles of your own, too.")
    ] = None,
) -> None:
    """Train a language's model from treebanks and annotated news (needs the extra "train")."""
    options.language(language, "LANG")
    if not material.is_dir():
        raise Stop(f"{material}: there is no such folder; --data names that of treebanks, names and annotated news")
    if news is not None and (not events or not news.is_dir()):
        raise Stop(f"--news {news}: needs --events, and a folder of annotated articles")
    from kg.learn import train as run
    from kg.learn import train_reading

    target = output or FOLDER / language / MODEL
    if events:
        train_reading(language, material, target, say=note, news=news)
    else:
        run(language, material, target, say=note)
    note(f"Wrote {target}")


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
