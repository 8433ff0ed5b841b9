"""The command line: what a person types, handed to the stations; the only place that writes to the terminal.

In: arguments. Out: text for people on the terminal (standard error for progress and problems), data on standard output;
exit status 0, 1 (an input failed, the store is unfit, a check found something), 2 (a malformed query or command) or
130 (interrupted).
"""

import io
import sys

from kg.errors import InputError, Stop

__all__ = ["main"]

INTERRUPTED = 130


def main() -> None:
    """Run the command line; a known error is one clear sentence, never a traceback."""
    # Where the shell closed them Python has none: an empty input, and nobody who listens.
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    try:
        # Loaded here, so that an interrupt while it loads is no traceback either.
        from kg.cli.app import app

        app()
    except (Stop, InputError) as error:
        _end(str(error), error.status if isinstance(error, Stop) else 1)
    except OSError as error:
        _end(": ".join(str(part) for part in (error.filename, error.strerror or error) if part), 1)
    except MemoryError:
        _end("there is not enough memory; what was stored is kept", 1)
    except (KeyboardInterrupt, SystemExit) as end:
        # An interrupt of a command arrives as typer's exit with its status.
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            raise
        _end("interrupted; what was stored is kept, and the same command goes on from there", INTERRUPTED)


def _end(message: str, status: int) -> None:
    from kg.cli.console import problem

    problem(message)
    sys.exit(status)
