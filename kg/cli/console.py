"""Where the command line writes: results to standard output, everything else to standard error."""

import errno
import io
import sys
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import Stop

if TYPE_CHECKING:
    from rich.console import Console


@cache
def people() -> "Console":
    """The terminal, for people: standard error, so that data on standard output stays clean."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def problem(message: str) -> None:
    """One problem, in a clear sentence."""
    people().print(f"kg: {message}", style="red", markup=False, soft_wrap=True)


def note(message: str) -> None:
    """One line about what was done."""
    people().print(message, markup=False, soft_wrap=True)


def data(text: str) -> None:
    """Data, to standard output, as it is: in UTF-8, whatever the terminal's encoding, when it goes to a file or pipe.

    Raises Stop where it cannot be written.
    """
    stream = sys.stdout
    if stream is None:
        raise Stop("Standard output is closed")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        stream.write(text if text.endswith("\n") else text + "\n")
        stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # whoever reads has seen enough: typer ends the command
        raise Stop(f"Standard output cannot be written: {error.strerror}") from None
