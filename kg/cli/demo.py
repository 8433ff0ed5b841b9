"""`kg demo`: the whole way with the example articles."""

import shutil
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli import options
from kg.cli.build import built
from kg.cli.console import data, note
from kg.errors import Stop

QUESTION: Final = "who-spoke-with-whom"
NAME: Final = "news"
OWN: Final = Path(".kg-demo")  # made by this command alone, so it may be made anew, whatever version made it


def demo(
    store: options.Store = OWN,
    exports: Annotated[Path, typer.Option("--exports", metavar="DIR", help="Where the exports go.")] = Path("exports"),
) -> None:
    """Build the graph of the example articles, ask it a question, and write it in every format."""
    from kg.examples import FOLDER
    from kg.export import ENDINGS, export, missing
    from kg.pipeline import Settings
    from kg.query import question, run
    from kg.store import open_store

    _make(exports)
    if store == OWN:
        shutil.rmtree(store, ignore_errors=True)
    with open_store(store) as opened:
        report = built([str(FOLDER)], opened, Settings(within=str(FOLDER.parent)))
        asked = question(QUESTION)
        note(f"\n{asked.title} (kg query --store {store} {asked.name})")
        data(run(opened, asked.text))
        written = [
            path for ending in ENDINGS if not missing(ending) for path in export(opened, exports / f"{NAME}{ending}")
        ]
    note(f"Exports in {exports}: " + ", ".join(path.name for path in written))
    if report.failures:
        raise typer.Exit(1)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(f"{folder}: cannot be made: {error.strerror}") from None
