"""Where a store is: a folder, or the address of an endpoint.

In: what a person named. Out: something to ask (`asking`), or a store to change whose graph the endpoint then gets
(`changing`), for the time of a command.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import note, people
from kg.cli.opened import reading, writing

if TYPE_CHECKING:
    from kg.store import Readable, Store

Place = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        metavar="DIR|URL",
        help="The folder of the store, or the address of a SPARQL 1.1 endpoint that holds it (KG_TOKEN or "
        "http://user:password@… lets you in; KG_UPDATE_URL takes updates where that is another address).",
    ),
]
Work = Annotated[
    Path | None,
    typer.Option(
        "--work",
        metavar="DIR",
        help="With the address of an endpoint: the folder of what its graph is made of, else one in the user's data "
        "folder.",
    ),
]
Replace = Annotated[bool, typer.Option("--replace", help="Take the place of what another store wrote to the endpoint.")]
DEFAULT = "kg-store"


@contextmanager
def asking(place: str) -> Iterator["Readable"]:
    """A store to ask, here or copied from an endpoint.

    Raises StoreError where there is none, or it is unfit.
    """
    if not is_address(place):
        with reading(Path(place)) as store:
            yield store
        return
    from kg.store.remote import copied, endpoint

    with copied(endpoint(place)) as copy:
        if copy.mark.next is not None:
            note(f"{copy.mark.base} is between two states on the endpoint: a build writes there, or was interrupted.")
        yield copy


@contextmanager
def changing(
    place: str,
    work: Path | None,
    wait: bool,
    create: bool = False,
    base: str | None = None,
    knowledge: Path | None = None,
    replace: bool = False,
) -> Iterator["Store"]:
    """A store to change, as `kg.cli.opened.writing` gives it; the endpoint that holds its graph then follows.

    Raises what `writing` raises, and StoreError where the endpoint cannot be written.
    """
    with writing(_folder_of(place, work), wait, create, base, knowledge) as store:
        yield store
        _send(store, place, replace)


def _folder_of(place: str, work: Path | None) -> Path:
    """The folder of a store: itself, or where what an endpoint gets is made.

    Raises StoreError where the address is none.
    """
    if not is_address(place):
        if work is not None:
            raise typer.BadParameter("is for a store at the address of an endpoint", param_hint="--work")
        return Path(place)
    from kg.store.remote import endpoint, working_folder

    return work or working_folder(endpoint(place).url)


def _send(store: "Store", place: str, replace: bool) -> None:
    """Bring the endpoint, if the place is one, to the state of the store.

    Raises StoreError where it cannot be written.
    """
    if not is_address(place):
        return
    from rich.progress import Progress

    from kg.store.remote import endpoint, push

    target = endpoint(place)
    terminal = people()
    with Progress(console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task(f"Sending to {target.url}", total=None)
        sent = push(store, target, replace, lambda quads: progress.advance(task, quads))
    note(f"{target.url} is up to date: {sent:,} quads added or removed. What it is made of lies in {store.path}.")


def is_address(place: str) -> bool:
    """Whether a store is named by the address of an endpoint."""
    return place.lower().startswith(("http://", "https://"))
