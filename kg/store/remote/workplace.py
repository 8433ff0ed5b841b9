"""Where what a remote graph is made of lies on this machine.

In: the address of an endpoint. Out: a folder in the user's data folder, the same for the same address.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

FOLDER: Final = "work"
DIGITS: Final = 10


def working_folder(url: str) -> Path:
    """Give the folder for an endpoint (XDG Base Directory Specification)."""
    given = os.environ.get("XDG_DATA_HOME")
    data = Path(given) if given and Path(given).is_absolute() else Path.home() / ".local" / "share"
    slug = re.sub(r"[^a-z0-9]+", "-", (urlsplit(url).netloc + urlsplit(url).path).lower()).strip("-")
    return data / "kg" / FOLDER / f"{slug}-{hashlib.sha256(url.encode()).hexdigest()[:DIGITS]}"
