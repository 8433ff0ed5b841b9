"""An answer as a table for the terminal.

In: a result. Out: a rich Table that shows every value wholly, with prefixed names where the contract has a prefix.
"""

import re
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import PREFIXES
from kg.query.result import QueryResult, Term

if TYPE_CHECKING:
    from rich.table import Table

WIDTH: Final = 160
# Would move the cursor, ring the bell or colour the terminal.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def table(result: QueryResult) -> "Table":
    """Give the rows of a result, one line or more each."""
    from rich.table import Table
    from rich.text import Text

    shown = Table(header_style="bold", show_lines=False)
    for name in result.variables:
        shown.add_column(Text(name), overflow="fold")
    for row in result.rows():
        shown.add_row(*(Text(readable(term)) for term in row))
    return shown


def rendered(result: QueryResult) -> str:
    """Give the table as text, as wide as the terminal, and wide where there is none."""
    from rich.console import Console

    width = get_terminal_size((WIDTH, 24)).columns
    console = Console(file=StringIO(), width=width, color_system=None, force_terminal=False)
    with console.capture() as captured:
        console.print(table(result))
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def readable(term: Term | None) -> str:
    """Give a value as people read it: the text of a literal, the prefixed name or IRI of a node."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", term.value)
    return _prefixed(term) if isinstance(term, NamedNode) else str(term)


def _prefixed(node: NamedNode) -> str:
    for prefix, start in PREFIXES.items():
        local = node.value.removeprefix(start)
        if local != node.value and re.fullmatch(r"\w[\w-]*", local):
            return f"{prefix}:{local}"
    return node.value
