import gc
import io
import sys
from dataclasses import dataclass

import pytest

from kg.cli import main


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def kg(monkeypatch, capsys):
    """Runs the command line in this process, as the installed script does."""

    def run(*arguments, stdin=b""):
        # A command that failed leaves its open store in the frames of its exception.
        gc.collect()
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setenv("COLUMNS", "160")
        with pytest.raises(SystemExit) as end:
            main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ended(end.value.code or 0, captured.out, captured.err)

    return run
