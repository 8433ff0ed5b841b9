"""Files written wholly or not at all.

In: a path and its content. Out: the file; under its final name stands nothing half-written.
"""

import os
from pathlib import Path

from kg.errors import Stop


def write(path: Path, content: bytes) -> None:
    """Write beside the file and rename.

    Raises Stop where the folder is missing, the disk is full or the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Stop(f"{path}: cannot be written: {error.strerror}") from None
