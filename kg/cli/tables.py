"""Rows as a table for the terminal.

In: the names of the columns and rows of values. Out: text as wide as the terminal, numbers to the right.
"""

from collections.abc import Sequence
from io import StringIO
from shutil import get_terminal_size
from typing import Final

WIDTH: Final = 160


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The table; None is an empty cell."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(header_style="bold")
    for number, name in enumerate(head):
        counts = all(isinstance(row[number], int | None) for row in rows)
        shown.add_column(Text(name), overflow="fold", justify="right" if counts else "left")
    for row in rows:
        shown.add_row(*(Text("" if cell is None else _printable(str(cell))) for cell in row))
    console = Console(file=StringIO(), width=get_terminal_size((WIDTH, 24)).columns, color_system=None)
    with console.capture() as captured:
        console.print(shown)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _printable(text: str) -> str:
    """Text without what would move the cursor or colour the terminal."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
